package org.gatereader.daemon.gate;

import static org.gatereader.daemon.gate.GateBench.PULSE;
import static org.gatereader.daemon.gate.GateBench.WALK;
import static org.gatereader.daemon.gate.GateBench.gate;
import static org.gatereader.daemon.gate.GateBench.starting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateAnswer.Outcome;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.gpio.SimulatedRelay.Fault;
import org.gatereader.verifier.decision.AccessDecision.Granted;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices that break, and the gate that stays safe and comes back. */
class GateFaultTest {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource(names = {"ENGAGE", "READ_BACK", "STUCK"})
    void givesBackAGrantThatTheRelayCanNotCarryOut(Fault fault) {
        var gate = gate();
        gate.relay.suffer(fault);
        gate.grant();
        assertEquals(List.of(Outcome.GIVEN_BACK), gate.outcomes());
        assertEquals(GateState.FAULT, gate.state());
        assertEquals(Sign.OUT_OF_SERVICE, gate.sign());
        assertFalse(gate.relay.isContactClosed());
        assertEquals(
                new GateEvent(Kind.DENIED, DenyReason.GATE_FAULT.code()), gate.events.getLast());
    }

    @Test
    void letsGoOfARelayThatDoesNotObeyTheRelease() {
        var gate = gate().grant();
        gate.relay.suffer(Fault.RELEASE);
        gate.after(PULSE);
        assertFalse(gate.relay.isContactClosed());
        assertEquals(GateState.FAULT, gate.state());
    }

    @Test
    void noticesARelayThatCanNotBeReadWhileNobodyIsThere() {
        var gate = gate();
        gate.relay.suffer(Fault.READ_BACK);
        gate.turn();
        assertEquals(GateState.FAULT, gate.state());
        gate.assertEvents(Kind.RELAY_FAILED);
    }

    @Test
    void comesBackByItselfAndTellsItOnce() {
        var gate = gate();
        gate.relay.suffer(Fault.READ_BACK);
        gate.relay.suffer(Fault.OPEN);
        gate.after(Duration.ofMinutes(1));
        gate.relay.mend();
        gate.after(LONGEST_PAUSE);
        assertEquals(GateState.LOCKED, gate.state());
        assertEquals(Sign.READY, gate.sign());
        gate.assertEvents(Kind.RELAY_FAILED, Kind.RELAY_RECOVERED);
    }

    @Test
    void doesNotComeBackWithAWeldedContact() {
        var gate = gate().grant();
        gate.relay.suffer(Fault.STUCK);
        gate.after(WALK.plus(LONGEST_PAUSE));
        assertEquals(GateState.FAULT, gate.state());
        gate.relay.mend();
        gate.after(LONGEST_PAUSE);
        assertFalse(gate.relay.isContactClosed());
        assertEquals(GateState.LOCKED, gate.state());
    }

    @Test
    void givesBackGrantsWhileItIsBroken() {
        var gate = gate();
        gate.relay.suffer(Fault.OPEN);
        gate.relay.suffer(Fault.READ_BACK);
        gate.turn().forget().grant();
        assertEquals(List.of(Outcome.GIVEN_BACK), gate.outcomes());
        gate.assertDenied(DenyReason.GATE_FAULT);
    }

    @Test
    void saysWhichDeviceIsBrokenToTheTechnician() {
        var gate = gate();
        gate.relay.suffer(Fault.READ_BACK);
        gate.tamper.fail();
        gate.turn();
        assertEquals(
                List.of("relay: could not be read back", "tamper: can not be read"),
                gate.gate.status().problems());
    }

    @Test
    void startsBrokenIfTheRelayCanNotBeOpened() {
        var gate = starting();
        gate.relay.suffer(Fault.OPEN);
        gate.turn();
        assertEquals(GateState.FAULT, gate.state());
        assertEquals(Sign.OUT_OF_SERVICE, gate.sign());
    }

    @Test
    void admitsNobodyIntoABuildingWhoseFireContactItCanNotRead() {
        var gate = gate();
        gate.fire.fail();
        gate.turn().forget().grant();
        assertEquals(GateState.FAULT, gate.state());
        gate.assertDenied(DenyReason.GATE_FAULT);
        gate.fire.mend();
        gate.after(LONGEST_PAUSE);
        assertEquals(GateState.LOCKED, gate.state());
    }

    @Test
    void namesTheContactThatFailedByItsNumber() {
        var gate = gate();
        gate.passage.fail();
        gate.turn();
        assertEquals(List.of(new GateEvent(Kind.INPUT_FAILED, 4)), gate.events);
    }

    @Test
    void servesWithoutItsSensorAsIfThereWereNone() {
        var gate = gate();
        gate.passage.fail();
        gate.turn().grant().after(PULSE);
        assertEquals(GateState.LOCKED, gate.state());
    }

    @Test
    void waitsForNobodyWhenTheSensorFailsDuringAPassage() {
        var gate = gate().grant();
        gate.actuate(gate.passage);
        gate.passage.fail();
        gate.after(PULSE);
        assertEquals(GateState.LOCKED, gate.state());
    }

    @Test
    void endsTheHeldOpenAlarmWhenTheSensorFails() {
        var gate = gate();
        gate.actuate(gate.passage).after(GateBench.HELD_OPEN).forget();
        gate.passage.fail();
        gate.turn();
        gate.assertEvents(Kind.INPUT_FAILED, Kind.HELD_OPEN_ENDED);
    }

    @Test
    void takesAButtonThatIsFoundPressedForNoPress() {
        var gate = gate();
        gate.exit.fail();
        gate.turn();
        gate.exit.actuate();
        gate.exit.mend();
        gate.after(LONGEST_PAUSE);
        assertEquals(0, gate.relay.edgeCount());
    }

    @Test
    void releasesTheRelayOnTheWayOutAndGivesBackWhatItHadNotAnswered() {
        var gate = gate().grant();
        gate.present(new Granted<>(7));
        gate.gate.close();
        assertFalse(gate.relay.isContactClosed());
        assertEquals(List.of(Outcome.ENGAGED, Outcome.GIVEN_BACK), gate.outcomes());
    }

    @Test
    void releasesBeforeItLetsGoForSomeBoardsKeepTheLevel() {
        var gate = gate().grant();
        gate.relay.suffer(Fault.KEPT_LEVEL);
        gate.relay.suffer(Fault.READ_BACK);
        gate.turn();
        assertFalse(gate.relay.isContactClosed());
    }

    @Test
    void releasesOnTheWayOutAlsoOnABoardThatKeepsTheLevel() {
        var gate = gate().grant();
        gate.relay.suffer(Fault.KEPT_LEVEL);
        gate.gate.close();
        assertFalse(gate.relay.isContactClosed());
    }

    @Test
    void closesEveryDeviceOnTheWayOut() {
        var gate = gate();
        gate.gate.close();
        assertThrows(DeviceException.class, gate.fire::isClosed);
        assertThrows(DeviceException.class, gate.tamper::isClosed);
        assertThrows(DeviceException.class, gate.exit::isClosed);
        assertThrows(DeviceException.class, gate.passage::isClosed);
        assertTrue(gate.isDisplayClosed);
    }

    @Test
    void letsGoOnTheWayOutEvenWhenTheRelayDoesNotObey() {
        var gate = gate().grant();
        gate.relay.suffer(Fault.RELEASE);
        gate.gate.close();
        assertFalse(gate.relay.isContactClosed());
    }
}
