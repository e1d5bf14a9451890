package org.gatereader.daemon.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;

class EventCountersTest {
    private final EventCounters counters = new EventCounters();

    @Test
    void countsRefusalsByTheirNumber() {
        deny(DenyReason.ISSUER_UNKNOWN);
        deny(DenyReason.ISSUER_UNKNOWN);
        deny(DenyReason.GATE_BUSY);
        assertEquals(Map.of(301, 2L, 601, 1L), counters.denied());
        assertEquals(0, counters.granted());
    }

    @Test
    void showsExpiredRevokedAndSuspendedOnlyAsTheirClass() {
        deny(DenyReason.EXPIRED);
        deny(DenyReason.REVOKED);
        deny(DenyReason.SUSPENDED);
        assertEquals(Map.of(400, 3L), counters.denied());
    }

    @Test
    void countsGrantsAndNotTheirClasses() {
        counters.accept(new GateEvent(Kind.GRANTED, 7));
        counters.accept(new GateEvent(Kind.GRANTED, 3));
        counters.accept(GateEvent.of(Kind.PASSED));
        assertEquals(2, counters.granted());
        assertEquals(Map.of(), counters.denied());
    }

    private void deny(DenyReason reason) {
        counters.accept(new GateEvent(Kind.DENIED, reason.code()));
    }
}
