package org.gatereader.daemon.journal;

import java.util.Arrays;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Timing;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.TapFault;

/**
 * The list of numbers that may stand beside a kind. An event's number comes from elsewhere, and one
 * of them, the pass class, from the credential itself: an issuer that put a staff number there
 * would have made the journal a list of visitors.
 */
final class RecordedNumber {
    /** A site has a handful of kinds of pass; a number above is kept as {@link #OTHER_CLASS}. */
    static final long PASS_CLASS_MAX = 999;

    static final long OTHER_CLASS = 1000;

    private static final long COUNT_MAX = 1_000_000_000;

    private RecordedNumber() {}

    static long of(GateEvent event) {
        return switch (event.kind()) {
            case GRANTED ->
                    event.number() < 0 || event.number() > PASS_CLASS_MAX
                            ? OTHER_CLASS
                            : event.number();
            case DENIED -> denied(event.number());
            case TAP_FAILED -> tapFault(event.number());
            default ->
                    event.kind().timing() == Timing.PERSON
                            ? 0
                            : Math.clamp(event.number(), 0, COUNT_MAX);
        };
    }

    private static long tapFault(long code) {
        return Arrays.stream(TapFault.values())
                .mapToLong(TapFault::code)
                .filter(known -> known == code)
                .findFirst()
                .orElse(0);
    }

    private static long denied(long code) {
        return Arrays.stream(DenyReason.values())
                .filter(reason -> reason.code() == code)
                .mapToLong(DenyReason::recordedCode)
                .findFirst()
                .orElse(0);
    }
}
