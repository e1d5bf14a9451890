package org.gatereader.daemon.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.probe.SelfTest.Attendance;
import org.gatereader.verifier.decision.GateEvent;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    private final List<Probe> parts = new ArrayList<>();
    private final List<GateOrder> orders = new ArrayList<>();
    private final List<String> letGo = new ArrayList<>();
    private final List<GateEvent> events = new ArrayList<>();
    private boolean isGateListening = true;
    private long nanos;
    private final SelfTest test =
            new SelfTest(new SelfTest.Wires(_ -> parts, this::take, events::add));

    @Test
    void tellsOfEachPartInItsOrderAndThenThatItIsOver() {
        parts.add(probe("camera", () -> found("camera", State.PASS)));
        parts.add(probe("relay", () -> found("relay", State.FAIL)));
        begin(Attendance.ALONE);
        step();
        assertEquals("relay", report().progress().testing());
        step(2);
        assertTrue(report().isOver());
        assertEquals(List.of("camera", "relay"), names(report()));
        assertEquals(List.of(new GateEvent(GateEvent.Kind.SELF_TEST_RUN, 1)), events);
    }

    @Test
    void refusesASecondTestUntilTheFirstIsOverAndThenBeginsAnew() {
        parts.add(probe("camera", () -> found("camera", State.PASS)));
        begin(Attendance.ALONE);
        assertFalse(test.begin(Attendance.ALONE));
        step(2);
        assertTrue(test.begin(Attendance.ALONE));
        assertFalse(report().isOver());
        assertEquals(List.of(), report().findings());
        step(2);
        assertEquals(List.of("camera"), names(report()));
    }

    @Test
    void callsAPartBrokenThatDoesNotAnswerWithinItsPatience() {
        parts.add(probe("camera", Optional::empty));
        begin(Attendance.ALONE);
        step();
        pass(Duration.ofMillis(999));
        assertFalse(report().isOver());
        pass(Duration.ofMillis(1));
        step();
        assertEquals("no answer in 1000 ms", report().findings().getFirst().measured());
        assertEquals(State.FAIL, report().findings().getFirst().state());
    }

    @Test
    void isOverJustBelowAMinuteAndCallsNothingGoodThatItDidNotReach() {
        for (int part = 0; part < 70; part++) {
            parts.add(probe("part " + part, Optional::empty));
        }
        begin(Attendance.ALONE);
        step();
        while (!report().isOver()) {
            pass(Duration.ofMillis(10));
        }
        assertTrue(report().progress().took().toSeconds() < 59);
        assertEquals(70, report().findings().size());
        assertEquals(State.WARN, report().findings().getLast().state());
        assertEquals(0, report().of(State.PASS).count());
    }

    @Test
    void letsGoOfEveryPartOnceHoweverItsTestEnded() {
        parts.add(probe("answers", () -> found("answers", State.PASS)));
        parts.add(probe("is silent", Optional::empty));
        parts.add(
                probe(
                        "has a bug",
                        () -> {
                            throw new IllegalStateException();
                        }));
        parts.add(probe("is not reached", () -> found("is not reached", State.PASS)));
        begin(Attendance.ALONE);
        step(2);
        pass(Duration.ofSeconds(1));
        step();
        pass(SelfTest.WHOLE_MAX);
        assertEquals(names(report()), letGo);
        step();
        assertTrue(report().isOver());
        assertEquals(4, letGo.size());
    }

    @Test
    void callsAPartBrokenWhoseTestHasABugAndGoesOn() {
        parts.add(
                probe(
                        "camera",
                        () -> {
                            throw new IllegalStateException("a text that may hold anything");
                        }));
        parts.add(probe("relay", () -> found("relay", State.PASS)));
        begin(Attendance.ALONE);
        step(3);
        var camera = report().findings().getFirst();
        assertEquals(State.FAIL, camera.state());
        assertEquals("java.lang.IllegalStateException", camera.measured());
        assertEquals(List.of("camera", "relay"), names(report()));
    }

    @Test
    void leavesTheGateInServiceWhereNobodyAttends() {
        parts.add(probe("camera", () -> found("camera", State.PASS)));
        begin(Attendance.ALONE);
        step(3);
        assertEquals(List.of(), orders);
    }

    @Test
    void closesTheGateBeforeTheFirstPartWhereSomebodyAttendsAndReopensItAtTheEnd() {
        parts.add(
                probe(
                        "relay",
                        () -> {
                            orders.add(new GateOrder.TechnicianPulse(_ -> {}));
                            return found("relay", State.PASS);
                        }));
        begin(Attendance.ATTENDED);
        isGateListening = false;
        step(3);
        assertEquals(List.of(), names(report()));
        isGateListening = true;
        step(2);
        isGateListening = false;
        step(3);
        assertFalse(report().isOver());
        isGateListening = true;
        step();
        assertTrue(report().isOver());
        assertEquals(3, orders.size());
        assertEquals(new GateOrder.Close(OutOfService.SELF_TEST), orders.getFirst());
        assertEquals(new GateOrder.Reopen(OutOfService.SELF_TEST), orders.getLast());
    }

    @Test
    void everyAdviceIsWrittenInBothLanguages() {
        for (Remedy remedy : Remedy.values()) {
            var words = remedy.words();
            assertTrue(words.korean().matches("(?s).*[가-힣].*"), remedy.name());
            assertFalse(words.english().matches("(?s).*[가-힣].*"), remedy.name());
        }
        var all = Arrays.stream(Remedy.values()).map(Remedy::words).distinct();
        assertEquals(Remedy.values().length, all.count());
    }

    private boolean take(GateOrder order) {
        return isGateListening && orders.add(order);
    }

    private void begin(Attendance attendance) {
        assertTrue(test.begin(attendance));
    }

    private SelfTestReport report() {
        return test.report().orElseThrow();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        step();
    }

    private void step() {
        test.runOnce(nanos);
    }

    private void step(int times) {
        for (int i = 0; i < times; i++) {
            step();
        }
    }

    private static List<String> names(SelfTestReport report) {
        return report.findings().stream().map(finding -> finding.part().name()).toList();
    }

    private static Optional<Finding> found(String name, State state) {
        var part = new Part(Section.LINES, name);
        return Optional.of(new Finding(part, state, "seen", Remedy.NO_ANSWER.words()));
    }

    private Probe probe(String name, Supplier<Optional<Finding>> step) {
        return new Probe() {
            @Override
            public Part part() {
                return new Part(Section.LINES, name);
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Optional<Finding> runOnce(long nanos) {
                return step.get();
            }

            @Override
            public void letGo() {
                letGo.add(name);
            }
        };
    }
}
