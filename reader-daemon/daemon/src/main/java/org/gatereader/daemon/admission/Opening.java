package org.gatereader.daemon.admission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.daemon.time.Ratchet;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.trust.TrustSnapshot;

/**
 * From started to open. With a trusted clock and a snapshot the floor F is set, and until the time
 * has passed it the gate says "starting", for every code that people hold up would be refused. A
 * clock that is not trusted holds up nobody whose lane demands a challenge.
 */
final class Opening {
    private final ReplayGuard guard;
    private final AdmissionWires wires;
    private boolean hasFloor;
    private boolean isOpen;

    Opening(ReplayGuard guard, AdmissionWires wires) {
        this.guard = guard;
        this.wires = wires;
    }

    void runOnce(GateClock clock) {
        TrustSnapshot<?> trust = wires.trust().get();
        if (trust == null || (hasFloor && isOpen)) {
            return;
        }
        TrustedTime time = clock.time();
        if (!hasFloor && time.isTrusted()) {
            guard.ready(time, latest(trust.newestSignedTime(), clock));
            hasFloor = true;
        }
        boolean isServing =
                hasFloor
                        ? isPast(time.now())
                        : !time.isTrusted() && trust.policy().hasChallengeLane();
        if (!isOpen && isServing) {
            open();
        }
    }

    private void open() {
        if (wires.gate().inbox().offer(new GateOrder.Reopen(OutOfService.STARTING))) {
            wires.events().accept(GateEvent.of(GateEvent.Kind.READY));
            isOpen = true;
        }
    }

    private static Instant latest(Instant signed, GateClock clock) {
        Instant ratchet = clock.standing().ratchet().map(Ratchet::at).orElse(Instant.MIN);
        return ratchet.isAfter(signed) ? ratchet : signed;
    }

    /** A code signed now is dated with the second that has begun: that one must lie past F. */
    private boolean isPast(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).isAfter(guard.floor());
    }
}
