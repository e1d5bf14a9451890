package org.gatereader.qr;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Reads at most one QR code from one picture; keeps its buffers, so one reader serves one thread.
 *
 * <p>A picture in which nothing looks like two finder patterns is put away after the row filter,
 * with nothing allocated: that is what the camera sees most of the day. The rest is read in grey at
 * those finder patterns, and if that fails, one further way to find them is tried per picture.
 */
public final class QrReader {
    // The least code has 21 modules a side; a module under one pixel can not be seen.
    private static final int SIDE_MIN = 21;
    // Dirt or a thumb may spoil one of three for the filter; a further look may find it.
    private static final int FINDERS_MIN = 2;
    private static final int FINDERS_OF_A_CODE = 3;
    // No camera's frame: a file at a desk, where a module may be one pixel and time is plenty.
    private static final int SMALL_PIXELS = 200 * 200;
    // As many as there are further ways: at a gate, a quarter of a second.
    private static final int FRAMES_OF_A_STILL = 4;
    // A second at fifteen frames a second: whoever is at the gate shows something in it.
    static final int IDLE_AFTER_FRAMES = 15;

    private final LongSupplier nanos;
    private final FinderScan filter = new FinderScan();
    private final GreyPass pass = new GreyPass();
    private final FurtherLook further = new FurtherLook(pass);
    private final HintJudge judge = new HintJudge();
    private final Steady<QrHint> hint = new Steady<>(QrHint.NONE);
    private final Steady<Exposure> exposure = new Steady<>(Exposure.FINE);
    private int seenTop;
    private int seenBottom;
    private long emptyFrames;
    private boolean isWorthAnotherFrame;

    /**
     * @param nanos the caller's monotonic clock in nanoseconds: this module has none of its own
     */
    public QrReader(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * The text of the code in the picture, or nothing; never throws, whatever the picture holds.
     *
     * @param deadlineNanos on the caller's clock; no further pass is begun after it
     */
    public Optional<String> read(Luma picture, long deadlineNanos) {
        if (isLate(deadlineNanos) || picture.width() < SIDE_MIN || picture.height() < SIDE_MIN) {
            return Optional.empty();
        }
        try {
            var found = look(picture, deadlineNanos);
            exposure.say(filter.exposure());
            return found;
        } catch (RuntimeException e) {
            // ZXing's parts index past their arrays on some hostile pictures; the next frame
            // counts.
            return Optional.empty();
        }
    }

    /**
     * The code in a picture that has no next frame, read as if a phone were held still for a
     * quarter of a second: frame after frame by {@link #read}, until there is a text.
     *
     * @param deadlineNanos as for {@link #read}
     */
    public Optional<ReadCode> readStill(Luma picture, long deadlineNanos) {
        var text = Optional.<String>empty();
        int frames = 0;
        do {
            isWorthAnotherFrame = false;
            text = read(picture, deadlineNanos);
            frames++;
        } while (isWorthAnotherFrame && frames < FRAMES_OF_A_STILL);
        return text.map(read -> new ReadCode(read, pass.version()));
    }

    /** What the last pictures say a person could do better; steady over some frames. */
    public QrHint hint() {
        return hint.shown();
    }

    /** How much light the camera gets, as steady as {@link #hint}. */
    public Exposure exposure() {
        return exposure.shown();
    }

    private Optional<String> look(Luma picture, long deadlineNanos) {
        var seen = lookWhereSeen(picture, deadlineNanos);
        if (seen.isPresent()) {
            return seen;
        }
        boolean isSmall = picture.width() * picture.height() < SMALL_PIXELS;
        var finders = filter(picture);
        if (finders.count() < FINDERS_MIN && !isSmall) {
            emptyFrames++;
            hint.say(QrHint.NONE);
            return Optional.empty();
        }
        emptyFrames = 0;
        BooleanSupplier isLate = () -> isLate(deadlineNanos);
        var found = lookAt(finders, picture, isLate);
        if (found.isEmpty() && !isLate.getAsBoolean()) {
            found = further.read(picture, finders.likelier(), isLate);
        }
        if (found.isEmpty() && isSmall && !isLate.getAsBoolean()) {
            found = further.read(picture, finders.likelier().other(), isLate);
        }
        settle(found, picture, finders);
        return found;
    }

    /**
     * An empty gate stays empty: after a while of nothing half the rows are looked at, in turns,
     * and all of them as soon as one shows anything. A code so small that it hides between the rows
     * of one frame is met in the next.
     */
    private Finders filter(Luma picture) {
        if (emptyFrames < IDLE_AFTER_FRAMES) {
            return filter.scan(picture);
        }
        var glimpsed = filter.glance(picture, emptyFrames);
        return glimpsed.count() == 0 ? glimpsed : filter.scan(picture);
    }

    /** A phone held still is where it was: its rows alone are less work than the whole picture. */
    private Optional<String> lookWhereSeen(Luma picture, long deadlineNanos) {
        if (seenBottom == 0) {
            return Optional.empty();
        }
        int bottom = Math.min(seenBottom, picture.height());
        var finders = filter.scan(picture, Math.min(seenTop, bottom), bottom);
        if (finders.count() < FINDERS_OF_A_CODE) {
            seenBottom = 0;
            return Optional.empty();
        }
        var found = lookAt(finders, picture, () -> isLate(deadlineNanos));
        if (found.isPresent()) {
            settle(found, picture, finders);
        } else {
            seenBottom = 0;
        }
        return found;
    }

    private Optional<String> lookAt(Finders finders, Luma picture, BooleanSupplier isLate) {
        var likelier = finders.likelier();
        var found = lookAt(finders, likelier, picture, isLate);
        return found.isPresent() ? found : lookAt(finders, likelier.other(), picture, isLate);
    }

    private Optional<String> lookAt(
            Finders finders, Polarity polarity, Luma picture, BooleanSupplier isLate) {
        return finders.count(polarity) < FINDERS_OF_A_CODE
                ? Optional.empty()
                : pass.read(picture, finders, polarity, isLate);
    }

    private void settle(Optional<String> found, Luma picture, Finders finders) {
        isWorthAnotherFrame = found.isEmpty();
        if (found.isEmpty()) {
            hint.say(judge.judge(picture, finders, finders.likelier()));
            return;
        }
        hint.say(QrHint.NONE);
        further.restart();
        rememberRows(picture, finders);
    }

    /** The rows of all finder patterns, and as many again as a hand moves in a frame. */
    private void rememberRows(Luma picture, Finders finders) {
        float top = picture.height();
        float bottom = 0;
        for (int i = 0; i < finders.count(); i++) {
            top = Math.min(top, finders.y[i] - 12 * finders.module[i]);
            bottom = Math.max(bottom, finders.y[i] + 12 * finders.module[i]);
        }
        seenTop = Math.max(0, (int) top);
        seenBottom = Math.min(picture.height(), (int) bottom);
    }

    private boolean isLate(long deadlineNanos) {
        return nanos.getAsLong() >= deadlineNanos;
    }
}
