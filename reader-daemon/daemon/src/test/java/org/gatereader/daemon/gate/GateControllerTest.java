package org.gatereader.daemon.gate;

import static org.gatereader.daemon.gate.GateBench.HELD_OPEN;
import static org.gatereader.daemon.gate.GateBench.PULSE;
import static org.gatereader.daemon.gate.GateBench.SETTLE;
import static org.gatereader.daemon.gate.GateBench.WALK;
import static org.gatereader.daemon.gate.GateBench.gate;
import static org.gatereader.daemon.gate.GateBench.gateWithoutSensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateAnswer.Outcome;
import org.gatereader.hal.gpio.SimulatedRelay.Edge;
import org.gatereader.verifier.decision.AccessDecision.Denied;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;

/** One person after another, on a gate where nothing is broken. */
class GateControllerTest {
    @Test
    void drivesTheRelayFirstThenTellsThePersonThenTheJournal() {
        var gate = gate().grant();
        assertEquals(
                List.of("engaged: sign PASS", "engaged: answer ENGAGED", "engaged: event GRANTED"),
                gate.order);
    }

    @Test
    void writesThePassClassAndNothingElse() {
        var gate = gate().grant();
        assertEquals(List.of(new GateEvent(Kind.GRANTED, 7)), gate.events);
    }

    @Test
    void measuresFromTheLastNeededFrameToTheEdge() {
        var gate = gate().grant();
        assertEquals(List.of(Duration.ofMillis(10).toNanos()), gate.latencies);
    }

    @Test
    void releasesTheRelayAtTheEndOfThePulse() {
        var gate = gate().grant().after(PULSE);
        List<Edge> edges = gate.relay.edges();
        assertEquals(2, edges.size());
        assertEquals(PULSE.toNanos(), edges.get(1).atNanos() - edges.get(0).atNanos());
    }

    @Test
    void isDueWhenThePulseEnds() {
        var gate = gate().grant().after(PULSE.minusMillis(10));
        long due = gate.gate.runOnce(gate.nanos() + Duration.ofMillis(4).toNanos());
        assertEquals(gate.nanos() + Duration.ofMillis(10).toNanos(), due);
    }

    @Test
    void followsAPersonThrough() {
        var gate = gate().grant();
        assertEquals(GateState.UNLOCKED, gate.state());
        gate.actuate(gate.passage);
        assertEquals(GateState.PASSING, gate.state());
        gate.rest(gate.passage);
        assertEquals(GateState.LOCKED, gate.state());
        gate.assertEvents(Kind.GRANTED, Kind.PASSED);
    }

    @Test
    void locksAtOnceBehindAQuickWalker() {
        var gate = gate().grant().walk();
        assertFalse(gate.relay.isContactClosed());
    }

    @Test
    void saysSoWhenNobodyWalksAfterAGrant() {
        var gate = gate().grant().after(WALK.minusMillis(10));
        assertEquals(GateState.UNLOCKED, gate.state());
        gate.turn();
        assertEquals(GateState.LOCKED, gate.state());
        gate.assertEvents(Kind.GRANTED, Kind.NOT_OPENED_AFTER_GRANT);
    }

    @Test
    void locksWithThePulseWhereThereIsNoSensor() {
        var gate = gateWithoutSensor().grant().after(PULSE.minusMillis(10));
        assertEquals(GateState.UNLOCKED, gate.state());
        gate.turn();
        assertEquals(GateState.LOCKED, gate.state());
        gate.assertEvents(Kind.GRANTED);
    }

    @Test
    void givesBackAGrantThatComesWhileTheGateIsUnlocked() {
        var gate = gate().grant().forget().grant();
        assertEquals(List.of(Outcome.GIVEN_BACK), gate.outcomes());
        gate.assertDenied(DenyReason.GATE_BUSY);
    }

    @Test
    void admitsTheNextPersonAsSoonAsTheFirstIsThrough() {
        var gate = gate().grant().walk().after(PulsedRelay.GAP).forget().grant();
        assertEquals(List.of(Outcome.ENGAGED), gate.outcomes());
    }

    @Test
    void keepsTwoPulsesApartSoThatTheTurnstileCountsTwo() {
        var gate = gateWithoutSensor().grant().after(PULSE).grant().after(PulsedRelay.GAP).grant();
        assertEquals(
                List.of(Outcome.ENGAGED, Outcome.GIVEN_BACK, Outcome.ENGAGED), gate.outcomes());
        List<Edge> edges = gate.relay.edges();
        assertTrue(edges.get(2).atNanos() - edges.get(1).atNanos() >= PulsedRelay.GAP.toNanos());
    }

    @Test
    void showsADenialAndStaysLocked() {
        var gate = gate().deny(DenyReason.REVOKED);
        assertEquals(Sign.SEE_STAFF, gate.sign());
        assertEquals(0, gate.relay.edgeCount());
        gate.assertDenied(DenyReason.REVOKED);
    }

    @Test
    void leavesThePersonWhoIsWalkingWithPassWhenTheNextOneIsDenied() {
        var gate = gate().grant().forget().deny(DenyReason.REVOKED).after(PULSE.dividedBy(2));
        assertEquals(List.of(), gate.signs);
        assertTrue(gate.relay.isContactClosed());
        gate.assertDenied(DenyReason.REVOKED);
    }

    @Test
    void tellsTheDeniedPersonAsSoonAsTheOtherIsThrough() {
        var gate = gate().grant().forget().deny(DenyReason.MALFORMED).walk();
        assertEquals(List.of(Sign.TRY_AGAIN), gate.signs);
    }

    @Test
    void reportsWhoWalksWithNobodyLetIn() {
        var gate = gate();
        gate.actuate(gate.passage).assertEvents(Kind.FORCED_PASSAGE);
    }

    @Test
    void doesNotCountAFlickerOfTheBeamAsAPassage() {
        var gate = gate();
        gate.passage.actuate();
        gate.after(Duration.ofMillis(20));
        gate.passage.rest();
        gate.after(SETTLE).assertEvents();
    }

    @Test
    void reportsABarrierThatIsHeldOpenAndServesNobodyMeanwhile() {
        var gate = gate().grant();
        gate.actuate(gate.passage).after(HELD_OPEN);
        gate.assertEvents(Kind.GRANTED, Kind.HELD_OPEN);
        assertEquals(Sign.OUT_OF_SERVICE, gate.sign());
        gate.rest(gate.passage);
        gate.assertEvents(Kind.GRANTED, Kind.HELD_OPEN, Kind.PASSED, Kind.HELD_OPEN_ENDED);
        assertEquals(Sign.READY, gate.sign());
    }

    @Test
    void countsNothingAsHeldOpenBeforeItsTime() {
        var gate = gate().grant();
        gate.actuate(gate.passage).after(HELD_OPEN.minus(SETTLE));
        gate.assertEvents(Kind.GRANTED);
    }

    @Test
    void opensForTheExitButtonWithAnEventOfItsOwnAndTheSamePulse() {
        var gate = gate();
        gate.actuate(gate.exit).after(PULSE);
        List<Edge> edges = gate.relay.edges();
        assertEquals(PULSE.toNanos(), edges.get(1).atNanos() - edges.get(0).atNanos());
        gate.assertEvents(Kind.EXIT_REQUESTED);
    }

    @Test
    void showsNoPassToTheOtherSideWhenSomebodyLeaves() {
        var gate = gate();
        gate.actuate(gate.exit);
        assertEquals(List.of(), gate.signs);
    }

    @Test
    void opensOnceForAButtonThatIsStuck() {
        var gate = gate();
        gate.actuate(gate.exit).after(Duration.ofMinutes(1));
        assertEquals(2, gate.relay.edgeCount());
    }

    @Test
    void reportsTamperAndItsEnd() {
        var gate = gate();
        gate.actuate(gate.tamper).rest(gate.tamper);
        gate.assertEvents(Kind.TAMPERED, Kind.TAMPER_ENDED);
    }

    @Test
    void looksAtTheFireContactAgainBeforeItTakesMoreThanFourDecisions() {
        var gate = gate();
        for (int decision = 0; decision < 5; decision++) {
            gate.present(new Denied<>(DenyReason.MALFORMED));
        }
        assertEquals(4, gate.turn().events.size());
        assertEquals(5, gate.turn().events.size());
    }

    @Test
    void answersEveryGrantOnceAlsoWhenAdmissionIsSlowToListen() {
        var gate = gate();
        gate.isAdmissionListening = false;
        gate.grant().grant().grant();
        assertEquals(List.of(), gate.answers);
        gate.isAdmissionListening = true;
        gate.turn();
        assertEquals(
                List.of(Outcome.ENGAGED, Outcome.GIVEN_BACK, Outcome.GIVEN_BACK), gate.outcomes());
    }
}
