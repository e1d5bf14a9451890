package org.gatereader.qr;

import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Covers every code in a picture, found by all the ways that this room has of finding one: it looks
 * longer and believes sooner than the reader, for here a code that is not seen would be shown.
 */
final class CodeMask {
    private static final byte COVER = (byte) 0x80;

    /** Finder patterns of one code look alike; a tilted phone's differ by so much (Triples). */
    private static final float MODULES_APART_MAX = 2.4f;

    /**
     * Between the finder patterns of the largest code (ISO/IEC 18004, section 6.3: 177 modules).
     */
    private static final int MODULES_BETWEEN_MAX = 170;

    /**
     * From the middle of two corners to the furthest of the code is 1.1 sides; the rest is tilt.
     */
    private static final float REACH_OF_TWO = 1.5f;

    /** The same from the middle of the diagonal, of which half is exact. */
    private static final float REACH_OF_THREE = 0.7f;

    /** A corner is 3.5 modules from its finder pattern's middle; the rest is quiet zone. */
    private static final int MARGIN_MODULES = 8;

    /** From the middle of a finder pattern to its code's corner. */
    private static final float CORNER_MODULES = 3.5f;

    private static final int CORNERS = 3;

    private final FinderScan scan = new FinderScan();
    private final Finders found = new Finders();
    private final List<MaskedPicture.Outline> outlines = new ArrayList<>();
    private MaskedPicture.Sight sight = MaskedPicture.Sight.NOTHING;

    /** A copy without its codes; empty if it has a part of one whose extent is not known. */
    Optional<Luma> cover(Luma picture) {
        int width = picture.width();
        Luma copy = new Luma(new byte[width * picture.height()], width, picture.height(), width);
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.pixels(), y * picture.stride(), copy.pixels(), y * width, width);
        }
        lookFor(copy);
        sight = new MaskedPicture.Sight(found.count(), module());
        // A full table may have left some out.
        boolean isCovered = !found.isFull() && (coverOne(copy) || coverAll(copy));
        return isCovered && isWithoutCode(copy) ? Optional.of(copy) : Optional.empty();
    }

    /** What {@link #cover} saw before it covered anything. */
    MaskedPicture.Sight sight() {
        return sight;
    }

    /** Where codes seem to lie, in the picture's pixels; the cover reaches further. */
    List<MaskedPicture.Outline> outlines() {
        return List.copyOf(outlines);
    }

    private int module() {
        float most = 0;
        for (int i = 0; i < found.count(); i++) {
            most = Math.max(most, found.module[i]);
        }
        return Math.round(most);
    }

    /** Whether nothing in it looks like any part of a code, and nothing can be read. */
    boolean isWithoutCode(Luma picture) {
        lookFor(picture);
        return found.count() == 0 && new QrReader(() -> 0).readStill(picture, 1).isEmpty();
    }

    private void lookFor(Luma picture) {
        found.clear();
        adopt(scan.scan(picture), 1);
        if (Resized.isWorthEnlarging(picture)) {
            adopt(scan.scan(new Resized().twice(picture)), 0.5f);
        }
        Luma smaller = picture;
        for (int scale = 2; smaller.width() >= 42 && smaller.height() >= 42; scale *= 2) {
            smaller = new Resized().half(smaller);
            adopt(scan.scan(smaller), scale);
        }
        for (Polarity polarity : Polarity.values()) {
            adoptThrees(WindowMean.of(picture, polarity), polarity);
            adoptThrees(blocks(picture, polarity), polarity);
        }
    }

    private static BitMatrix blocks(Luma picture, Polarity polarity) {
        try {
            return new HybridBinarizer(new LumaSource(picture, polarity)).getBlackMatrix();
        } catch (NotFoundException e) {
            // Nothing in it is lighter than the rest.
            return new BitMatrix(picture.width(), picture.height());
        }
    }

    private void adopt(Finders seen, float scale) {
        for (int i = 0; i < seen.count(); i++) {
            adopt(seen, i, scale);
        }
    }

    /** ZXing's test alone sees finder patterns in any foliage; three in their places are a code. */
    private void adoptThrees(BitMatrix bits, Polarity polarity) {
        Finders seen = new Finders();
        new FinderSearch(bits).search(seen, polarity, () -> false);
        for (var three : Triples.of(seen, polarity)) {
            adopt(seen, three.corner(), 1);
            adopt(seen, three.right(), 1);
            adopt(seen, three.below(), 1);
        }
    }

    private void adopt(Finders seen, int i, float scale) {
        float x = seen.x[i] * scale;
        float y = seen.y[i] * scale;
        // Of one polarity here: what stands in one place is one pattern.
        boolean isNew = !found.voteIfKnown(x, y, Polarity.DARK_ON_LIGHT);
        if (isNew && !found.isFull()) {
            found.add(x, y, seen.module[i] * scale, Polarity.DARK_ON_LIGHT);
            found.rate(seen.likeness[i]);
        }
    }

    /** The common case: three corners of one code, and nothing else. */
    private boolean coverOne(Luma picture) {
        var threes = Triples.of(found, Polarity.DARK_ON_LIGHT);
        if (found.count() != CORNERS || threes.isEmpty()) {
            return found.count() == 0;
        }
        cover(picture, threes.getFirst().right(), threes.getFirst().below(), REACH_OF_THREE);
        return true;
    }

    /** Any two may be neighbours of one code; one alone does not say how far its code goes. */
    private boolean coverAll(Luma picture) {
        boolean[] hasPartner = new boolean[found.count()];
        for (int i = 0; i < found.count(); i++) {
            for (int k = 0; k < i; k++) {
                if (mayBeOneCode(i, k)) {
                    hasPartner[i] = true;
                    hasPartner[k] = true;
                    cover(picture, i, k, REACH_OF_TWO);
                }
            }
        }
        boolean isEveryExtentKnown = true;
        for (boolean isKnown : hasPartner) {
            isEveryExtentKnown &= isKnown;
        }
        return isEveryExtentKnown;
    }

    private boolean mayBeOneCode(int i, int k) {
        float more = Math.max(found.module[i], found.module[k]);
        float less = Math.min(found.module[i], found.module[k]);
        return more < MODULES_APART_MAX * less && distance(i, k) < MODULES_BETWEEN_MAX * more;
    }

    private float distance(int i, int k) {
        return (float) Math.hypot(found.x[i] - found.x[k], found.y[i] - found.y[k]);
    }

    private void cover(Luma picture, int i, int k, float reach) {
        float x = (found.x[i] + found.x[k]) / 2;
        float y = (found.y[i] + found.y[k]) / 2;
        float module = Math.max(found.module[i], found.module[k]);
        float half = reach * distance(i, k) + MARGIN_MODULES * module;
        int left = Math.max(0, (int) (x - half));
        int right = Math.min(picture.width(), (int) (x + half) + 1);
        int bottom = Math.min(picture.height(), (int) (y + half) + 1);
        int top = Math.max(0, (int) (y - half));
        outline(between(i, k, picture));
        for (int row = top; row < bottom; row++) {
            int start = row * picture.stride();
            Arrays.fill(picture.pixels(), start + left, start + right, COVER);
        }
    }

    /** From finder pattern to finder pattern, with the half of each. */
    private MaskedPicture.Outline between(int i, int k, Luma picture) {
        float half = CORNER_MODULES * Math.max(found.module[i], found.module[k]);
        int left = Math.max(0, (int) (Math.min(found.x[i], found.x[k]) - half));
        int top = Math.max(0, (int) (Math.min(found.y[i], found.y[k]) - half));
        int right = (int) Math.min(picture.width(), Math.max(found.x[i], found.x[k]) + half);
        int bottom = (int) Math.min(picture.height(), Math.max(found.y[i], found.y[k]) + half);
        return new MaskedPicture.Outline(left, top, right - left, bottom - top);
    }

    /** Each pair of finder patterns covers a part: together they are one code to whoever looks. */
    private void outline(MaskedPicture.Outline added) {
        MaskedPicture.Outline whole = added;
        for (int i = 0; i < outlines.size(); i++) {
            if (outlines.get(i).overlaps(whole)) {
                whole = whole.with(outlines.remove(i));
                // It has grown, and may meet those that it has passed.
                i = -1;
            }
        }
        outlines.add(whole);
    }
}
