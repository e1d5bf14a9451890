package org.gatereader.daemon.gate;

import static org.gatereader.daemon.gate.GateBench.PULSE;
import static org.gatereader.daemon.gate.GateBench.gate;
import static org.gatereader.daemon.gate.GateBench.starting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateAnswer.Outcome;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starting, without trust, and with a technician at the barrier: nobody is admitted. */
class GateOutOfServiceTest {
    @Test
    void startsOutOfServiceAndSaysThatItStarts() {
        var gate = starting().turn();
        assertEquals(GateState.OUT_OF_SERVICE, gate.state());
        assertEquals(Sign.STARTING, gate.sign());
    }

    @ParameterizedTest
    @EnumSource(OutOfService.class)
    void admitsNobodyForWhateverReason(OutOfService reason) {
        var gate = gate().shut(reason).forget().grant();
        assertEquals(List.of(Outcome.GIVEN_BACK), gate.outcomes());
        assertEquals(0, gate.relay.edgeCount());
        gate.assertDenied(DenyReason.OUT_OF_SERVICE);
    }

    @Test
    void servesAgainWhenTheLastReasonIsGone() {
        var gate = gate().shut(OutOfService.NO_TRUST).shut(OutOfService.MAINTENANCE);
        gate.reopen(OutOfService.NO_TRUST);
        assertEquals(Set.of(OutOfService.MAINTENANCE), gate.gate.status().reasons());
        gate.reopen(OutOfService.MAINTENANCE);
        assertEquals(GateState.LOCKED, gate.state());
        assertEquals(Sign.READY, gate.sign());
    }

    @Test
    void tellsMaintenanceOnceAtItsBeginningAndOnceAtItsEnd() {
        var gate = gate().shut(OutOfService.MAINTENANCE).shut(OutOfService.MAINTENANCE);
        gate.assertEvents(Kind.MAINTENANCE_BEGUN);
        gate.forget().reopen(OutOfService.MAINTENANCE);
        gate.assertEvents(Kind.MAINTENANCE_ENDED);
        gate.forget().reopen(OutOfService.MAINTENANCE);
        gate.assertEvents();
    }

    @Test
    void saysOutOfServiceAgainToWhoeverPresentsWhateverThatWas() {
        var gate = gate().shut(OutOfService.NO_TRUST).forget().deny(DenyReason.MALFORMED);
        assertEquals(List.of(Sign.OUT_OF_SERVICE), gate.signs);
    }

    @Test
    void doesNotCutShortAPassageThatHasBegun() {
        var gate = gate().grant().shut(OutOfService.MAINTENANCE);
        assertEquals(GateState.OUT_OF_SERVICE, gate.state());
        assertEquals(Sign.PASS, gate.sign());
        assertTrue(gate.relay.isContactClosed());
        gate.walk();
        assertEquals(Sign.OUT_OF_SERVICE, gate.sign());
        gate.assertEvents(Kind.GRANTED, Kind.MAINTENANCE_BEGUN, Kind.PASSED);
    }

    @Test
    void turnsTheRelayForATechnicianWithAnEventOfItsOwn() {
        var gate = gate().shut(OutOfService.MAINTENANCE).forget();
        gate.order(new GateOrder.TechnicianPulse());
        assertTrue(gate.relay.isContactClosed());
        gate.after(PULSE);
        assertFalse(gate.relay.isContactClosed());
        gate.assertEvents(Kind.TECHNICIAN_PULSE);
    }

    @Test
    void turnsTheRelayForNoTechnicianWhoDoesNotAttend() {
        var gate = gate().order(new GateOrder.TechnicianPulse());
        gate.shut(OutOfService.NO_TRUST).order(new GateOrder.TechnicianPulse());
        assertEquals(0, gate.relay.edgeCount());
        gate.assertEvents();
    }

    @Test
    void dropsATechniciansPulseOnTopOfAnother() {
        var gate = gate().shut(OutOfService.SELF_TEST);
        gate.order(new GateOrder.TechnicianPulse()).order(new GateOrder.TechnicianPulse());
        gate.assertEvents(Kind.TECHNICIAN_PULSE);
    }

    @Test
    void isNotLockedBeforeATechniciansPulseIsOver() {
        var gate = gate().shut(OutOfService.MAINTENANCE);
        gate.order(new GateOrder.TechnicianPulse()).reopen(OutOfService.MAINTENANCE);
        assertEquals(GateState.UNLOCKED, gate.state());
        gate.after(PULSE);
        assertEquals(GateState.LOCKED, gate.state());
    }

    @Test
    void letsPeopleOutWithoutTrust() {
        var gate = gate().shut(OutOfService.NO_TRUST);
        gate.actuate(gate.exit);
        assertTrue(gate.relay.isContactClosed());
        gate.assertEvents(Kind.EXIT_REQUESTED);
    }

    @Test
    void doesNotMoveABarrierInWhichATechnicianWorks() {
        var gate = gate().shut(OutOfService.MAINTENANCE).forget();
        gate.actuate(gate.exit).walk();
        assertEquals(0, gate.relay.edgeCount());
        gate.assertEvents();
    }

    @Test
    void forgetsAButtonThatWasPressedDuringMaintenance() {
        var gate = gate().shut(OutOfService.MAINTENANCE);
        gate.actuate(gate.exit).reopen(OutOfService.MAINTENANCE).after(PULSE);
        assertEquals(0, gate.relay.edgeCount());
    }
}
