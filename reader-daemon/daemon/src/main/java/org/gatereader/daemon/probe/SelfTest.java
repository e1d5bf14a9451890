package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gatereader.daemon.control.wire.GreyPicture;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Progress;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.verifier.decision.GateEvent;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Tests the parts of the gate one after the other, on behalf of a technician, and names the broken
 * one. One thread steps it; begun and asked from any. Only one test runs at a time, and it ends: a
 * part that does not answer within its patience counts as broken.
 */
public final class SelfTest {
    /** Whether somebody entitled stands at the barrier and keeps it free. */
    public enum Attendance {
        /** The gate serves on. */
        ALONE,
        /** Nobody is admitted while the test runs. */
        ATTENDED
    }

    /**
     * What the test reaches.
     *
     * @param parts what is to be tested, anew for each test
     * @param gate puts an order before the gate; false if it has to be put again
     * @param events told when a test is over, with the number of parts that do not work
     */
    public record Wires(
            Function<Attendance, List<Probe>> parts,
            Predicate<GateOrder> gate,
            Consumer<GateEvent> events) {}

    /** As often as the gate answers. */
    private static final Duration STEP = Duration.ofMillis(10);

    /** The whole test: what hangs by then is named, and what was not reached is not called good. */
    static final Duration WHOLE_MAX = Duration.ofSeconds(55);

    private static final Duration IDLE = Duration.ofMillis(200);

    private final Wires wires;
    private final AtomicReference<@Nullable Attendance> asked = new AtomicReference<>();
    private volatile @Nullable SelfTestReport report;
    private final Deque<Probe> waiting = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<GreyPicture> picture = Optional.empty();
    private boolean isBegun;
    private boolean isGateClosed;
    private long begunAtNanos;
    private long partBegunAtNanos;

    public SelfTest(Wires wires) {
        this.wires = wires;
    }

    /** Has a test begin soon; false while one runs. */
    public boolean begin(Attendance attendance) {
        if (!asked.compareAndSet(null, attendance)) {
            return false;
        }
        // At once, so that nobody takes the report before for this test's.
        report =
                new SelfTestReport(
                        new Progress("start", Duration.ZERO), List.of(), Optional.empty());
        return true;
    }

    /** Whether a test was asked for that has not ended. */
    public boolean isRunning() {
        return asked.get() != null;
    }

    /** How the test stands that was begun last; empty where none was. */
    public Optional<SelfTestReport> report() {
        return Optional.ofNullable(report);
    }

    /**
     * One step of the test that runs.
     *
     * @return in how many nanoseconds the next step is due
     */
    public long runOnce(long nanos) {
        Attendance attendance = asked.get();
        if (attendance == null) {
            return IDLE.toNanos();
        }
        if (!isBegun) {
            beginNow(attendance, nanos);
        }
        if (attendance == Attendance.ATTENDED && !isGateClosed) {
            isGateClosed = wires.gate().test(new GateOrder.Close(OutOfService.SELF_TEST));
        } else if (!waiting.isEmpty()) {
            test(waiting.getFirst(), nanos);
        } else if (!isGateClosed || reopen()) {
            end(nanos);
        }
        return STEP.toNanos();
    }

    private void beginNow(Attendance attendance, long nanos) {
        isBegun = true;
        begunAtNanos = nanos;
        partBegunAtNanos = nanos;
        findings.clear();
        picture = Optional.empty();
        waiting.addAll(wires.parts().apply(attendance));
    }

    private void test(Probe probe, long nanos) {
        Optional<Finding> found =
                nanos - begunAtNanos < WHOLE_MAX.toNanos() ? step(probe, nanos) : late(probe);
        if (found.isEmpty() && nanos - partBegunAtNanos >= probe.patience().toNanos()) {
            String measured = "no answer in " + probe.patience().toMillis() + " ms";
            found = Optional.of(Findings.fail(probe.part(), measured, Remedy.NO_ANSWER));
        }
        found.ifPresent(
                finding -> {
                    findings.add(finding);
                    picture = picture.or(probe::picture);
                    probe.letGo();
                    waiting.removeFirst();
                    partBegunAtNanos = nanos;
                });
        tell(waiting.isEmpty() ? "end" : waiting.getFirst().part().name(), nanos);
    }

    private static Optional<Finding> late(Probe probe) {
        String why = "not tested in " + WHOLE_MAX.toSeconds() + " s";
        return Optional.of(Findings.warn(probe.part(), why, Remedy.NO_TIME));
    }

    /** A bug of a test's must not end a gate that works. */
    private static Optional<Finding> step(Probe probe, long nanos) {
        try {
            return probe.runOnce(nanos);
        } catch (RuntimeException bug) {
            String kind = bug.getClass().getName();
            Logger.error("self-test: {} failed with {}", probe.part().name(), kind);
            return Optional.of(Findings.fail(probe.part(), kind, Remedy.OWN_FAULT));
        }
    }

    private boolean reopen() {
        isGateClosed = !wires.gate().test(new GateOrder.Reopen(OutOfService.SELF_TEST));
        return !isGateClosed;
    }

    private void end(long nanos) {
        long broken = findings.stream().filter(found -> found.state() == State.FAIL).count();
        wires.events().accept(new GateEvent(GateEvent.Kind.SELF_TEST_RUN, broken));
        tell("", nanos);
        isBegun = false;
        asked.set(null);
    }

    private void tell(String testing, long nanos) {
        var progress = new Progress(testing, Duration.ofNanos(nanos - begunAtNanos));
        report = new SelfTestReport(progress, findings, picture);
    }
}
