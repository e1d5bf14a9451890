package org.gatereader.daemon.admission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.trust.TrustSnapshot;

/**
 * From started to open: with a trusted clock and a snapshot the floor F is set, and until the time
 * has passed it the gate says "starting", for every code that people hold up would be refused.
 */
final class Opening {
    private final ReplayGuard guard;
    private final AdmissionWires wires;
    private State state = State.WAITING_FOR_CLOCK_AND_TRUST;

    private enum State {
        WAITING_FOR_CLOCK_AND_TRUST,
        WAITING_FOR_FLOOR,
        OPEN
    }

    Opening(ReplayGuard guard, AdmissionWires wires) {
        this.guard = guard;
        this.wires = wires;
    }

    void runOnce(TrustedTime time) {
        TrustSnapshot<?> trust = wires.trust().get();
        if (state == State.WAITING_FOR_CLOCK_AND_TRUST && time.isTrusted() && trust != null) {
            guard.ready(time, trust.newestSignedTime());
            state = State.WAITING_FOR_FLOOR;
        }
        if (state == State.WAITING_FOR_FLOOR && isPast(time.now())) {
            boolean isHeard =
                    wires.gate().inbox().offer(new GateOrder.Reopen(OutOfService.STARTING));
            if (isHeard) {
                wires.events().accept(GateEvent.of(GateEvent.Kind.READY));
                state = State.OPEN;
            }
        }
    }

    /** A code signed now is dated with the second that has begun: that one must lie past F. */
    private boolean isPast(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).isAfter(guard.floor());
    }
}
