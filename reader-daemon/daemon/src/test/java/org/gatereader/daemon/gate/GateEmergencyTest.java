package org.gatereader.daemon.gate;

import static org.gatereader.daemon.gate.GateBench.RESTORED;
import static org.gatereader.daemon.gate.GateBench.gate;
import static org.gatereader.daemon.gate.GateBench.starting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateAnswer.Outcome;
import org.gatereader.hal.gpio.SimulatedRelay.Fault;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;

/** Fire: the barrier opens by its own input; the gate gets out of the way and shows it. */
class GateEmergencyTest {
    @Test
    void showsTheWayOutWhenTheFireLoopOpens() {
        var gate = gate();
        gate.actuate(gate.fire);
        assertEquals(GateState.EMERGENCY_OPEN, gate.state());
        assertEquals(List.of(Sign.WAY_OUT), gate.signs);
        gate.assertEvents(Kind.EMERGENCY_OPENED);
    }

    @Test
    void releasesTheRelayInTheMiddleOfAPulse() {
        var gate = gate().grant();
        gate.actuate(gate.fire);
        assertFalse(gate.relay.isContactClosed());
        assertEquals(Sign.WAY_OUT, gate.sign());
    }

    @Test
    void neverEngagesTheRelay() {
        var gate = gate().shut(OutOfService.MAINTENANCE);
        gate.actuate(gate.fire).actuate(gate.exit).grant();
        gate.order(new GateOrder.TechnicianPulse());
        assertEquals(0, gate.relay.edgeCount());
    }

    @Test
    void givesBackAGrant() {
        var gate = gate();
        gate.actuate(gate.fire).forget().grant();
        assertEquals(List.of(Outcome.GIVEN_BACK), gate.outcomes());
        gate.assertDenied(DenyReason.EMERGENCY_OPEN);
    }

    @Test
    void writesADenialAndShowsNone() {
        var gate = gate();
        gate.actuate(gate.fire).forget().deny(DenyReason.REVOKED);
        assertEquals(List.of(), gate.signs);
        gate.assertDenied(DenyReason.REVOKED);
    }

    @Test
    void showsNoDenialInTheTurnInWhichTheFireIsBelieved() {
        var gate = gate();
        gate.fire.actuate();
        gate.after(Duration.ofMillis(90)).deny(DenyReason.REVOKED);
        assertEquals(GateState.EMERGENCY_OPEN, gate.state());
        assertEquals(List.of(Sign.WAY_OUT), gate.signs);
    }

    @Test
    void takesABouncingContactForNoFire() {
        var gate = gate();
        gate.fire.actuate();
        gate.after(Duration.ofMillis(90));
        gate.fire.rest();
        gate.after(Duration.ofSeconds(1));
        assertEquals(GateState.LOCKED, gate.state());
    }

    @Test
    void believesAContactThatStaysOpen() {
        var gate = gate();
        gate.fire.actuate();
        gate.after(Duration.ofMillis(110));
        assertEquals(GateState.EMERGENCY_OPEN, gate.state());
    }

    @Test
    void isOpenFromItsFirstTurnIfItStartsInAFire() {
        var gate = starting();
        gate.fire.actuate();
        gate.turn();
        assertEquals(GateState.EMERGENCY_OPEN, gate.state());
    }

    @Test
    void locksAgainWhenTheContactWasRestoredForLongEnough() {
        var gate = gate();
        gate.actuate(gate.fire);
        gate.fire.rest();
        gate.after(Duration.ofSeconds(10).minusMillis(10));
        assertEquals(GateState.EMERGENCY_OPEN, gate.state());
        gate.after(Duration.ofMillis(20));
        assertEquals(GateState.LOCKED, gate.state());
        assertEquals(Sign.READY, gate.sign());
        gate.assertEvents(Kind.EMERGENCY_OPENED, Kind.EMERGENCY_ENDED);
    }

    @Test
    void countsFromTheLastBounceOfTheRestoredContact() {
        var gate = gate();
        gate.actuate(gate.fire).rest(gate.fire).after(Duration.ofSeconds(8));
        gate.fire.actuate();
        gate.turn();
        gate.fire.rest();
        gate.after(Duration.ofSeconds(8));
        assertEquals(GateState.EMERGENCY_OPEN, gate.state());
        gate.after(Duration.ofSeconds(2));
        assertEquals(GateState.LOCKED, gate.state());
    }

    @Test
    void countsFromABounceThatNoLookSaw() {
        var gate = gate();
        gate.actuate(gate.fire).rest(gate.fire).after(Duration.ofSeconds(8));
        gate.fire.twitch(gate.nanos());
        gate.after(Duration.ofSeconds(8));
        assertEquals(GateState.EMERGENCY_OPEN, gate.state());
        gate.after(Duration.ofSeconds(2).plusMillis(10));
        assertEquals(GateState.LOCKED, gate.state());
    }

    @Test
    void staysOpenWhileTheContactCanNotBeRead() {
        var gate = gate();
        gate.actuate(gate.fire);
        gate.fire.rest();
        gate.fire.fail();
        gate.after(Duration.ofMinutes(5));
        assertEquals(GateState.EMERGENCY_OPEN, gate.state());
        assertEquals(Sign.WAY_OUT, gate.sign());
    }

    @Test
    void locksWithoutEndingAnythingThatWasGoingOnBefore() {
        var gate = gate().grant();
        gate.actuate(gate.fire).rest(gate.fire).after(RESTORED);
        assertEquals(GateState.LOCKED, gate.state());
        gate.assertEvents(Kind.GRANTED, Kind.EMERGENCY_OPENED, Kind.EMERGENCY_ENDED);
    }

    @Test
    void countsPeopleWhoLeaveInAFireAsNoForcedPassage() {
        var gate = gate();
        gate.actuate(gate.fire).forget().walk();
        gate.assertEvents();
    }

    @Test
    void showsTheWayOutAlsoWhenTheRelayDoesNotLetGo() {
        var gate = gate().grant();
        gate.relay.suffer(Fault.RELEASE);
        gate.actuate(gate.fire);
        assertFalse(gate.relay.isContactClosed());
        assertEquals(Sign.WAY_OUT, gate.sign());
    }
}
