package org.gatereader.daemon.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.gate.GateLine;
import org.gatereader.daemon.gate.GateLine.Role;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.GateOrder.Inspect;
import org.gatereader.daemon.gate.GateOrder.TechnicianPulse;
import org.gatereader.daemon.gate.GateOrder.TechnicianPulse.Pulse;
import org.gatereader.daemon.probe.SelfTest.Attendance;
import org.junit.jupiter.api.Test;

/** The relay's probe before a gate that answers as the test says. */
class RelayProbeTest {
    private static final Duration TURN = Duration.ofMillis(10);

    private Pulse pulse = Pulse.BEGUN;
    private Optional<String> problem = Optional.empty();
    private Optional<String> keptLevel = Optional.empty();
    private boolean isLoopClosed = true;
    private int inspections;
    private int pulses;

    @Test
    void passesWhereTheLoopbackWireSeesTheRelayMove() {
        Finding found = run(Attendance.ATTENDED, Optional.of(Role.TAMPER));
        assertEquals(State.PASS, found.state());
        assertEquals(
                "engaged, released after 40 ms, both read back, seen by the loopback wire",
                found.measured());
    }

    @Test
    void failsWhereTheLineMovesAndTheLoopbackWireSeesNothing() {
        isLoopClosed = false;
        Finding found = run(Attendance.ATTENDED, Optional.of(Role.TAMPER));
        assertEquals(State.FAIL, found.state());
        assertEquals(Remedy.RELAY_NOT_LOOPED.words(), found.advice());
    }

    @Test
    void doesNotTurnARelayThatIsKnownToBeBroken() {
        problem = Optional.of("relay: the line can not be taken");
        assertEquals("relay: the line can not be taken", run().measured());
        assertEquals(0, pulses);
    }

    /** That it is not armed is the finding of freed lines, which says what to do. */
    @Test
    void leavesARelayAloneOnABoardThatKeepsItsLevel() {
        keptLevel = Optional.of("a freed line keeps its level");
        problem = keptLevel;
        assertEquals(State.SKIP, run().state());
        assertEquals(0, pulses);
    }

    @Test
    void failsWhereThePulseFailedEvenIfTheRelayWasMendedSince() {
        pulse = Pulse.FAILED;
        assertEquals("relay: could not be turned", run().measured());
    }

    @Test
    void asksOnceWhereNobodyAttendsAndSkips() {
        pulse = Pulse.NOT_NOW;
        assertEquals(State.SKIP, run(Attendance.ALONE, Optional.empty()).state());
        assertEquals(1, pulses);
    }

    @Test
    void waitsForTheEndOfAPassageWhereSomebodyAttends() {
        pulse = Pulse.NOT_NOW;
        var probe = new RelayProbe(wires(Optional.empty()), Attendance.ATTENDED);
        for (long nanos = 0; nanos < Duration.ofSeconds(5).toNanos(); nanos += TURN.toNanos()) {
            assertEquals(Optional.empty(), probe.runOnce(nanos));
        }
        pulse = Pulse.BEGUN;
        assertEquals(State.PASS, run(probe, Duration.ofSeconds(5).toNanos()).state());
    }

    private Finding run() {
        return run(Attendance.ATTENDED, Optional.empty());
    }

    private Finding run(Attendance attendance, Optional<Role> loopback) {
        return run(new RelayProbe(wires(loopback), attendance), 0);
    }

    private RelayProbe.Wires wires(Optional<Role> loopback) {
        return new RelayProbe.Wires(this::take, () -> keptLevel, loopback);
    }

    private static Finding run(RelayProbe probe, long begin) {
        Optional<Finding> found = Optional.empty();
        for (long nanos = begin; found.isEmpty(); nanos += TURN.toNanos()) {
            found = probe.runOnce(nanos);
        }
        return found.orElseThrow();
    }

    private boolean take(GateOrder order) {
        switch (order) {
            case TechnicianPulse(var told) -> {
                pulses++;
                inspections = 0;
                told.accept(pulse);
            }
            case Inspect(var told) -> told.accept(lines());
            default -> throw new AssertionError(order);
        }
        return true;
    }

    /** Engaged for three turns after a pulse. */
    private List<GateLine> lines() {
        inspections++;
        boolean isEngaged = pulses > 0 && inspections <= 3;
        return List.of(
                new GateLine(Role.RELAY, isEngaged, problem),
                new GateLine(Role.TAMPER, isEngaged && isLoopClosed, Optional.empty()));
    }
}
