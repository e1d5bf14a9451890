package org.gatereader.qr;

import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Other ways to find finder patterns, for pictures in which the first look met some but read
 * nothing. Each takes longer than the first look, so one frame gets one, and the next frame the
 * next: at fifteen frames a second all have had their turn before a hand has settled.
 */
final class FurtherLook {
    private enum Way {
        HALF_SIZE,
        BLOCKS,
        WINDOW_MEAN,
        TWICE_THE_SIZE
    }

    // One look at a frame of 640 by 240; a camera's frames are larger.
    static final int PIXELS_TO_SPEND = 640 * 240;
    private static final Way[] WAYS = Way.values();

    private final GreyPass pass;
    private final FinderScan scan = new FinderScan();
    private final Finders finders = new Finders();
    private final Resized half = new Resized();
    private final Resized twice = new Resized();
    private int next;

    FurtherLook(GreyPass pass) {
        this.pass = pass;
    }

    /** The next way's answer; of a picture so small that they take no time, of as many as fit. */
    Optional<String> read(Luma luma, Polarity polarity, BooleanSupplier isLate) {
        int pixels = luma.width() * luma.height();
        int looks = Math.clamp(PIXELS_TO_SPEND / pixels, 1, WAYS.length);
        var found = Optional.<String>empty();
        for (int look = 0; look < looks && found.isEmpty() && !isLate.getAsBoolean(); look++) {
            var way = WAYS[next];
            next = (next + 1) % WAYS.length;
            found = look(way, luma, polarity, isLate);
        }
        return found;
    }

    private Optional<String> look(Way way, Luma luma, Polarity polarity, BooleanSupplier isLate) {
        return switch (way) {
            case HALF_SIZE -> scanned(half.half(luma), isLate);
            case TWICE_THE_SIZE ->
                    Resized.isWorthEnlarging(luma)
                            ? scanned(twice.twice(luma), isLate)
                            : Optional.empty();
            case BLOCKS -> blocks(luma, polarity, isLate);
            case WINDOW_MEAN -> searched(WindowMean.of(luma, polarity), luma, polarity, isLate);
        };
    }

    /** After a code was read, the next difficulty begins with the first way again. */
    void restart() {
        next = 0;
    }

    /**
     * In its own likelier polarity: noise that looked like finder patterns is gone at half size.
     */
    private Optional<String> scanned(Luma resized, BooleanSupplier isLate) {
        var seen = scan.scan(resized);
        return pass.read(resized, seen, seen.likelier(), isLate);
    }

    private Optional<String> blocks(Luma luma, Polarity polarity, BooleanSupplier isLate) {
        try {
            var source = new LumaSource(luma, polarity);
            return searched(new HybridBinarizer(source).getBlackMatrix(), luma, polarity, isLate);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private Optional<String> searched(
            BitMatrix bits, Luma luma, Polarity polarity, BooleanSupplier isLate) {
        finders.clear();
        new FinderSearch(bits).search(finders, polarity, isLate);
        return pass.read(luma, finders, polarity, isLate);
    }
}
