package org.gatereader.qr;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads at most one QR code from one picture; keeps its buffers, so one reader serves one thread.
 *
 * <p>A picture in which nothing looks like two finder patterns is put away after the row filter,
 * with nothing allocated: that is what the camera sees most of the day.
 */
public final class QrReader {
    // The least code has 21 modules a side; a module under one pixel can not be seen.
    private static final int SIDE_MIN = 21;
    // Dirt or a thumb may spoil one of three for the filter; the pass behind it looks closer.
    private static final int FINDERS_MIN = 2;

    private final LongSupplier nanos;
    private final FinderScan filter = new FinderScan();
    private final BinaryPass pass = new BinaryPass();

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
            return look(picture, deadlineNanos);
        } catch (RuntimeException e) {
            // ZXing's parts index past their arrays on some hostile pictures; the next frame
            // counts.
            return Optional.empty();
        }
    }

    private Optional<String> look(Luma picture, long deadlineNanos) {
        filter.scan(picture);
        var found = lookFor(Polarity.DARK_ON_LIGHT, picture, deadlineNanos);
        return found.isPresent() ? found : lookFor(Polarity.LIGHT_ON_DARK, picture, deadlineNanos);
    }

    private Optional<String> lookFor(Polarity polarity, Luma picture, long deadlineNanos) {
        if (filter.count(polarity) < FINDERS_MIN || isLate(deadlineNanos)) {
            return Optional.empty();
        }
        return pass.read(picture, polarity, () -> isLate(deadlineNanos));
    }

    private boolean isLate(long deadlineNanos) {
        return nanos.getAsLong() >= deadlineNanos;
    }
}
