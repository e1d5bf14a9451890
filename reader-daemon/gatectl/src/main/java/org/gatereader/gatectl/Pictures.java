package org.gatereader.gatectl;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;

/** Looks for a code by the gate's own QR path. */
final class Pictures {
    /** A gate has a next frame and gives each 0.1 s; a file is the only one there is. */
    static final Duration SEARCH_MAX = Duration.ofSeconds(5);

    private final QrReader reader;
    private final LongSupplier nanos;

    Pictures(QrReader reader, LongSupplier nanos) {
        this.reader = reader;
        this.nanos = nanos;
    }

    Optional<String> textIn(Luma picture) {
        return reader.read(picture, nanos.getAsLong() + SEARCH_MAX.toNanos());
    }
}
