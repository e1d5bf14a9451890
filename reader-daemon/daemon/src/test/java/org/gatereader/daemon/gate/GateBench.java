package org.gatereader.daemon.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.display.Display;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateAnswer.Outcome;
import org.gatereader.hal.gpio.SimulatedContact;
import org.gatereader.hal.gpio.SimulatedRelay;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.AccessDecision.Denied;
import org.gatereader.verifier.decision.AccessDecision.Granted;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm.Production;

/**
 * The whole gate on simulated hardware, with time in the test's hand: what the tests of this
 * package speak.
 */
final class GateBench implements Display {
    static final Duration PULSE = GateSettings.DEFAULT.pulse();
    static final Duration WALK = GateSettings.DEFAULT.walk().begin();
    static final Duration HELD_OPEN = GateSettings.DEFAULT.walk().heldOpen();
    static final Duration SETTLE = Duration.ofMillis(50);
    static final Duration FIRE_SETTLE = GateSettings.DEFAULT.fire().settle().plusMillis(20);
    static final Duration RESTORED = GateSettings.DEFAULT.fire().restored().plus(FIRE_SETTLE);

    private static final Duration TURN = Duration.ofMillis(10);

    final SimulatedRelay relay = new SimulatedRelay("relay", this::nanos);
    final SimulatedContact fire = SimulatedContact.normallyClosed("fire");
    final SimulatedContact tamper = SimulatedContact.normallyClosed("tamper");
    final SimulatedContact exit = SimulatedContact.normallyOpen("exit");
    final SimulatedContact passage = SimulatedContact.normallyOpen("passage");
    final GateInbox inbox = new GateInbox();
    final List<GateAnswer> answers = new ArrayList<>();
    final List<GateEvent> events = new ArrayList<>();
    final List<Sign> signs = new ArrayList<>();

    /** What happened, in order, across relay, display, answers and events. */
    final List<String> order = new ArrayList<>();

    final List<Long> latencies = new ArrayList<>();
    final GateController gate;

    /** Whether admission fetches answers. */
    boolean isAdmissionListening = true;

    boolean isDisplayClosed;

    private long nanos = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();
    private long ticket;

    private enum Sensor {
        WIRED,
        NONE
    }

    private GateBench(Sensor sensor) {
        var contacts =
                new GateDevices.Contacts(
                        Optional.of(fire),
                        Optional.of(tamper),
                        Optional.of(exit),
                        sensor == Sensor.WIRED ? Optional.of(passage) : Optional.empty());
        var wires = new GateWires(inbox, this::take, this::hear, this::measure);
        gate =
                new GateController(
                        GateSettings.DEFAULT, new GateDevices(relay, contacts), wires, this);
    }

    /** A gate with a passage sensor, which was started and serves. */
    static GateBench gate() {
        return starting().inService();
    }

    /** A gate that follows its own pulse, for want of a sensor. */
    static GateBench gateWithoutSensor() {
        return new GateBench(Sensor.NONE).inService();
    }

    /** A gate before its first turn. */
    static GateBench starting() {
        return new GateBench(Sensor.WIRED);
    }

    GateBench inService() {
        order(new GateOrder.Reopen(OutOfService.STARTING));
        forget();
        return this;
    }

    /** Lets time go by, turn for turn. */
    GateBench after(Duration duration) {
        long until = nanos + duration.toNanos();
        while (nanos - until < 0) {
            turn();
        }
        return this;
    }

    GateBench turn() {
        return turnAfter(TURN);
    }

    /** One turn, and that as late as a busy machine may make it. */
    GateBench turnAfter(Duration delay) {
        nanos += delay.toNanos();
        gate.runOnce(nanos);
        return this;
    }

    /** Admission says yes, and the gate takes its turn. */
    GateBench grant() {
        present(new Granted<>(7));
        return turn();
    }

    /** Admission says no, and the gate takes its turn. */
    GateBench deny(DenyReason reason) {
        present(new Denied<>(reason));
        return turn();
    }

    /** Puts a decision before the gate, which has not taken its turn yet. */
    boolean present(AccessDecision<Production> decision) {
        return inbox.offer(new GateRequest(decision, ++ticket, nanos));
    }

    GateBench order(GateOrder gateOrder) {
        inbox.offer(gateOrder);
        return turn();
    }

    GateBench shut(OutOfService reason) {
        return order(new GateOrder.Close(reason));
    }

    GateBench reopen(OutOfService reason) {
        return order(new GateOrder.Reopen(reason));
    }

    /** Moves a contact and waits until the gate believes it. */
    GateBench actuate(SimulatedContact contact) {
        contact.actuate();
        return after(contact == fire ? FIRE_SETTLE : SETTLE);
    }

    GateBench rest(SimulatedContact contact) {
        contact.rest();
        return after(contact == fire ? FIRE_SETTLE : SETTLE);
    }

    /** Somebody walks through the beam. */
    GateBench walk() {
        return actuate(passage).rest(passage);
    }

    /** Forgets what was recorded until here. */
    GateBench forget() {
        answers.clear();
        events.clear();
        signs.clear();
        order.clear();
        return this;
    }

    GateState state() {
        return gate.status().state();
    }

    Sign sign() {
        return gate.status().alarms().sign();
    }

    List<Kind> eventKinds() {
        return events.stream().map(GateEvent::kind).toList();
    }

    List<Outcome> outcomes() {
        return answers.stream().map(GateAnswer::outcome).toList();
    }

    long nanos() {
        return nanos;
    }

    void assertEvents(Kind... kinds) {
        assertEquals(List.of(kinds), eventKinds());
    }

    void assertDenied(DenyReason reason) {
        assertEquals(List.of(new GateEvent(Kind.DENIED, reason.code())), events);
    }

    @Override
    public void show(Sign sign, long atNanos) {
        signs.add(sign);
        note("sign " + sign);
    }

    @Override
    public void close() {
        isDisplayClosed = true;
    }

    private boolean take(GateAnswer answer) {
        if (isAdmissionListening) {
            answers.add(answer);
            note("answer " + answer.outcome());
        }
        return isAdmissionListening;
    }

    private void hear(GateEvent event) {
        events.add(event);
        note("event " + event.kind());
    }

    private void measure(long capturedAtNanos, long engagedAtNanos) {
        latencies.add(engagedAtNanos - capturedAtNanos);
    }

    private void note(String what) {
        order.add((relay.isContactClosed() ? "engaged: " : "released: ") + what);
    }
}
