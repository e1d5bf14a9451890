package org.gatereader.daemon.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.gatereader.daemon.display.Sign;
import org.gatereader.hal.gpio.SimulatedContact;
import org.gatereader.hal.gpio.SimulatedRelay.Edge;
import org.gatereader.hal.gpio.SimulatedRelay.Fault;
import org.gatereader.verifier.decision.AccessDecision.Denied;
import org.gatereader.verifier.decision.AccessDecision.Granted;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, in whatever order: a hundred thousand turns from each of four seeds. */
class GateRandomWalkTest {
    private static final int TURNS = 100_000;

    /** What may engage the relay, and what is told when it failed while doing so. */
    private static final Set<Kind> EXPLANATIONS =
            EnumSet.of(Kind.GRANTED, Kind.EXIT_REQUESTED, Kind.TECHNICIAN_PULSE, Kind.RELAY_FAILED);

    @ParameterizedTest
    @ValueSource(longs = {1, 20_250_607, 77, -5})
    void staysSafeWhateverHappens(long seed) {
        var walk = new Walk(seed);
        for (int turn = 0; turn < TURNS; turn++) {
            walk.turn();
        }
        walk.assertEveryGrantWasAnswered();
        walk.assertMuchHappened();
    }

    /** One walk: the world does something, the gate takes its turn, and everything is checked. */
    private static final class Walk {
        private final GateBench gate = GateBench.gate();
        private final NavigableMap<Integer, Runnable> world = new TreeMap<>();
        private final SplittableRandom random;
        private final String seed;
        private final Set<Long> ticketsAnswered = new HashSet<>();
        private final Set<GateState> statesSeen = EnumSet.noneOf(GateState.class);
        private final Set<Kind> kindsSeen = EnumSet.noneOf(Kind.class);
        private long grants;
        private long edgesSeen;
        private long releasedAtNanos;
        private long engagedAtNanos;

        Walk(long seed) {
            this.random = new SplittableRandom(seed);
            this.seed = "seed " + seed;
            this.releasedAtNanos = gate.nanos() - Duration.ofSeconds(1).toNanos();
            // In most turns nothing happens: a passage takes hundreds of them, a fire thousands.
            often(150, this::grant);
            often(50, () -> gate.present(new Denied<>(DenyReason.REVOKED)));
            often(40, gate.passage::actuate);
            often(25, gate.passage::rest);
            often(35, () -> anyOf(gate.exit, gate.tamper).actuate());
            often(50, () -> anyOf(gate.exit, gate.tamper).rest());
            often(40, () -> gate.inbox.offer(new GateOrder.TechnicianPulse()));
            often(6, () -> gate.inbox.offer(new GateOrder.Close(anyReason())));
            often(44, () -> gate.inbox.offer(new GateOrder.Reopen(anyReason())));
            often(1, gate.fire::actuate);
            often(38, gate.fire::rest);
            often(5, this::fail);
            often(42, this::mendEverything);
            often(3, () -> gate.isAdmissionListening = false);
            often(67, () -> gate.isAdmissionListening = true);
        }

        void turn() {
            gate.forget();
            happen();
            Duration delay = Duration.ofMillis(random.nextInt(50) == 0 ? 700 : 10);
            gate.turnAfter(delay);
            statesSeen.add(gate.state());
            kindsSeen.addAll(gate.eventKinds());
            checkEdges();
            checkContact(delay);
            checkAnswers();
            checkSign();
        }

        void assertEveryGrantWasAnswered() {
            gate.isAdmissionListening = true;
            gate.forget().after(Duration.ofSeconds(1));
            checkAnswers();
            assertEquals(grants, ticketsAnswered.size(), seed);
        }

        void assertMuchHappened() {
            assertEquals(EnumSet.allOf(GateState.class), statesSeen, seed);
            assertTrue(kindsSeen.size() >= 19, seed + ": saw only " + kindsSeen);
            assertTrue(edgesSeen > 300, seed + ": only " + edgesSeen + " edges");
        }

        private void happen() {
            var next = world.higherEntry(random.nextInt(10_000));
            if (next != null) {
                next.getValue().run();
            }
        }

        /** So many times in ten thousand turns. */
        private void often(int times, Runnable happening) {
            int before = world.isEmpty() ? 0 : world.lastKey();
            world.put(before + times, happening);
        }

        private OutOfService anyReason() {
            return anyOf(OutOfService.values());
        }

        private void fail() {
            if (random.nextBoolean()) {
                gate.relay.suffer(anyOf(Fault.ENGAGE, Fault.RELEASE, Fault.READ_BACK, Fault.OPEN));
            } else {
                anyOf(gate.fire, gate.passage, gate.exit, gate.tamper).fail();
            }
        }

        private void grant() {
            grants += gate.present(new Granted<>(1)) ? 1 : 0;
        }

        private void mendEverything() {
            gate.relay.mend();
            for (SimulatedContact contact :
                    List.of(gate.fire, gate.tamper, gate.exit, gate.passage)) {
                contact.mend();
            }
        }

        private void checkEdges() {
            long fresh = gate.relay.edgeCount() - edgesSeen;
            List<Edge> edges = gate.relay.edges();
            for (Edge edge : edges.subList(edges.size() - (int) fresh, edges.size())) {
                if (edge.isEngaged()) {
                    engagedAtNanos = edge.atNanos();
                    checkEngaging();
                } else {
                    releasedAtNanos = edge.atNanos();
                }
            }
            edgesSeen += fresh;
        }

        private void checkEngaging() {
            assertTrue(
                    gate.eventKinds().stream().anyMatch(EXPLANATIONS::contains),
                    () -> seed + ": an edge that nobody explains, " + gate.eventKinds());
            assertTrue(
                    engagedAtNanos - releasedAtNanos >= PulsedRelay.GAP.toNanos(),
                    () -> seed + ": two pulses that run together");
        }

        private void checkContact(Duration delay) {
            boolean mustBeReleased =
                    switch (gate.state()) {
                        case LOCKED, EMERGENCY_OPEN -> true;
                        case FAULT -> gate.fire.isActuated() || !isRelayBelievedEngaged();
                        case UNLOCKED, PASSING, OUT_OF_SERVICE -> false;
                    };
            if (mustBeReleased) {
                assertFalse(gate.relay.isContactClosed(), () -> seed + ": in " + gate.state());
            }
            if (gate.relay.isContactClosed()) {
                long engagedNanos = gate.nanos() - engagedAtNanos;
                long most = GateBench.PULSE.plus(delay).toNanos();
                assertTrue(engagedNanos < most, () -> seed + ": engaged for too long");
            }
        }

        private boolean isRelayBelievedEngaged() {
            return gate.gate.status().problems().stream().noneMatch(p -> p.startsWith("relay"));
        }

        private void checkAnswers() {
            for (GateAnswer answer : gate.answers) {
                assertTrue(ticketsAnswered.add(answer.ticket()), () -> seed + ": answered twice");
            }
            assertTrue(ticketsAnswered.size() <= grants, () -> seed + ": an answer to nobody");
        }

        private void checkSign() {
            boolean isEmergency = gate.state() == GateState.EMERGENCY_OPEN;
            assertEquals(isEmergency, gate.sign() == Sign.WAY_OUT, () -> seed + ": the way out");
            boolean isAdmitted = gate.eventKinds().contains(Kind.GRANTED);
            assertEquals(isAdmitted, gate.signs.contains(Sign.PASS), () -> seed + ": pass");
        }

        @SafeVarargs
        private <T> T anyOf(T... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
