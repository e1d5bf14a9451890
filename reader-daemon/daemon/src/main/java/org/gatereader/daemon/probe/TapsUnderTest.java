package org.gatereader.daemon.probe;

import java.time.Instant;
import java.util.Optional;
import org.gatereader.daemon.intake.NfcExamination;
import org.jspecify.annotations.Nullable;

/** What a self-test may ask of the taps of a gate that has an NFC reader. */
public interface TapsUnderTest {
    /** Has the reader's thread ask it for a test too; null ends that. */
    void examine(@Nullable NfcExamination examination);

    /** What the reader last said was wrong with it. */
    Optional<String> readerProblem();

    /** When the certificate ends by which phones know this gate; empty where it has none. */
    Optional<Instant> proofEndsAt();
}
