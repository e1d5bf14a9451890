package org.gatereader.qr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a camera saw, fit to be shown to a technician: whatever could be a code is covered, and the
 * rest is so coarse that a code of a presentation's size could not be told in it. Holding one is
 * the proof: it can not be made of a picture in which anything still looks like a code.
 *
 * <p>A class without {@code toString}: it is a picture all the same.
 */
public final class MaskedPicture {
    /**
     * The longer side, in pixels. The least presentation fills a code of 69 modules and a quiet
     * zone of 8: of 4 to 3 it has at best one and a half pixels a module here, which nothing reads.
     */
    public static final int SIDE_MAX = 160;

    private final byte[] grey;
    private final int width;
    private final int height;
    private final List<Outline> outlines;

    private MaskedPicture(byte[] grey, int width, int height, List<Outline> outlines) {
        this.grey = grey;
        this.width = width;
        this.height = height;
        this.outlines = outlines;
    }

    /** Where a code was seen, in pixels from the upper left corner. */
    public record Outline(int left, int top, int width, int height) {
        boolean overlaps(Outline other) {
            return left < other.left + other.width
                    && other.left < left + width
                    && top < other.top + other.height
                    && other.top < top + height;
        }

        /** The least that holds both. */
        Outline with(Outline other) {
            int newLeft = Math.min(left, other.left);
            int newTop = Math.min(top, other.top);
            return new Outline(
                    newLeft,
                    newTop,
                    Math.max(left + width, other.left + other.width) - newLeft,
                    Math.max(top + height, other.top + other.height) - newTop);
        }
    }

    /**
     * What the search for codes came upon.
     *
     * @param finders how many finder patterns, of codes or of what looks like their corners
     * @param modulePixels the largest module among them, in pixels of the whole picture; 0 for none
     */
    public record Sight(int finders, int modulePixels) {
        static final Sight NOTHING = new Sight(0, 0);
    }

    /** What was seen, with the picture if it can be shown. */
    public record Look(Sight sight, Optional<MaskedPicture> picture) {}

    /**
     * Covers and reduces a picture; allocates, so it is for a test and not for every frame.
     *
     * @param picture read, never written
     * @return empty if anything in it may be a part of a code whose extent is not known
     */
    public static Optional<MaskedPicture> of(Luma picture) {
        return look(picture).picture();
    }

    /** The same with what was seen, which is told of a picture that can not be shown too. */
    public static Look look(Luma picture) {
        var mask = new CodeMask();
        Optional<MaskedPicture> shown =
                mask.cover(picture)
                        .map(covered -> reduced(covered, mask.outlines()))
                        .filter(MaskedPicture::isWithoutCode);
        return new Look(mask.sight(), shown);
    }

    /** Where codes seem to lie, in the pixels of this picture; the cover reaches further. */
    public List<Outline> outlines() {
        return outlines;
    }

    /** Row after row without gaps, from 0 (black) to 255 (white); the picture's own. */
    public byte[] grey() {
        return grey;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    private boolean isWithoutCode() {
        return new CodeMask().isWithoutCode(new Luma(grey, width, height, width));
    }

    /** Each pixel the mean of those of the picture that it covers. */
    private static MaskedPicture reduced(Luma from, List<Outline> covered) {
        int longer = Math.max(from.width(), from.height());
        int side = Math.min(SIDE_MAX, longer);
        int width = Math.max(1, from.width() * side / longer);
        int height = Math.max(1, from.height() * side / longer);
        int[] sums = new int[width * height];
        int[] counts = new int[width * height];
        for (int y = 0; y < from.height(); y++) {
            int row = y * height / from.height() * width;
            for (int x = 0; x < from.width(); x++) {
                int at = row + x * width / from.width();
                sums[at] += from.pixels()[y * from.stride() + x] & 0xFF;
                counts[at]++;
            }
        }
        byte[] grey = new byte[sums.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (sums[i] / counts[i]);
        }
        List<Outline> outlines = new ArrayList<>();
        for (Outline each : covered) {
            outlines.add(reduced(each, longer, side));
        }
        return new MaskedPicture(grey, width, height, List.copyOf(outlines));
    }

    private static Outline reduced(Outline of, int longer, int side) {
        return new Outline(
                of.left() * side / longer,
                of.top() * side / longer,
                of.width() * side / longer,
                of.height() * side / longer);
    }
}
