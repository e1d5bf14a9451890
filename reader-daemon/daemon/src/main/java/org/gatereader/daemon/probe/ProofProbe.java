package org.gatereader.daemon.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.verifier.credential.TrustedTime;

/** Asks until when phones believe that this gate is one of the site's (PROFILE-P1, Tap). */
public final class ProofProbe extends InstantProbe {
    /** A technician hears of it while there is time to renew. */
    public static final Duration WARNED = Duration.ofDays(3);

    private final Supplier<Optional<Instant>> endsAt;
    private final Supplier<TrustedTime> clock;

    /**
     * @param endsAt empty where the gate has no certificate
     */
    ProofProbe(Supplier<Optional<Instant>> endsAt, Supplier<TrustedTime> clock) {
        super(Section.NFC, "gate proof");
        this.endsAt = endsAt;
        this.clock = clock;
    }

    @Override
    Finding judge() {
        return endsAt.get()
                .map(this::judge)
                .orElseGet(() -> Findings.skip(part(), "no certificate", Remedy.PROOF_NONE));
    }

    private Finding judge(Instant end) {
        TrustedTime time = clock.get();
        String measured = "ends at " + end;
        if (!time.isTrusted()) {
            // A wrong clock has a finding of its own.
            return Findings.skip(part(), measured + "; the clock can not tell");
        }
        if (!time.now().isBefore(end)) {
            return Findings.fail(part(), measured, Remedy.PROOF_ENDS);
        }
        return end.isBefore(time.now().plus(WARNED))
                ? Findings.warn(part(), measured, Remedy.PROOF_ENDS)
                : Findings.pass(part(), measured);
    }
}
