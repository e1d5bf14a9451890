package org.gatereader.verifier.trust.tuf;

import java.time.Instant;
import java.util.Optional;

/**
 * What a metadata file that a gate holds says of itself, for a report: it was verified when it was
 * taken, and is not verified again here.
 *
 * @param version counts up with each publication
 * @param expires from this instant on no update is taken that would need it
 */
public record HeldRole(long version, Instant expires) {
    /** Reads one; empty where the file is torn. */
    public static Optional<HeldRole> read(byte[] file) {
        try {
            Fields signed = SignedFile.read(file, TrustedMetadata.TARGETS_BYTES_MAX).signed();
            Header header = Header.read(signed, signed.text("_type"));
            return Optional.of(new HeldRole(header.version(), header.expires()));
        } catch (TufException _) {
            return Optional.empty();
        }
    }
}
