package org.gatereader.gatectl;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;
import org.gatereader.qr.ReadCode;

/** Looks for codes by the gate's own QR path, in each picture as if it were the first. */
final class Pictures {
    /** A gate has a next frame and gives each 0.1 s; a file is the only one there is. */
    private static final Duration SEARCH_MAX = Duration.ofSeconds(5);

    private final LongSupplier nanos;

    Pictures(LongSupplier nanos) {
        this.nanos = nanos;
    }

    Optional<ReadCode> codeIn(Luma picture) {
        // A reader looks first where the last code was: in files that would mean nothing.
        var reader = new QrReader(nanos);
        return reader.readStill(picture, nanos.getAsLong() + SEARCH_MAX.toNanos());
    }
}
