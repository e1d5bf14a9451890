package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateLine;
import org.gatereader.daemon.gate.GateLine.Role;
import org.gatereader.daemon.gate.GateOrder;

/**
 * Shows a technician who attends every sign that has a sound, one after the other, and asks the
 * gate whether the line of each lamp and of the buzzer followed. Whether they shine and sound only
 * a person can tell.
 */
final class IndicatorProbe implements Probe {
    /** Four tones of 200 ms, and a pause to tell them from the next. */
    private static final Duration SIGN = Duration.ofMillis(1200);

    private static final List<Sign> SIGNS =
            List.of(Sign.PASS, Sign.TRY_AGAIN, Sign.SEE_STAFF, Sign.OUT_OF_SERVICE);

    private final Part part = new Part(Section.LINES, "indicator");
    private final Predicate<GateOrder> gate;
    private final Deque<Sign> waiting = new ArrayDeque<>();
    private final int shown;
    private final Asked<List<GateLine>> lines;
    private boolean isShowing;
    private long shownAtNanos;

    IndicatorProbe(Predicate<GateOrder> gate, SelfTest.Attendance attendance) {
        this.gate = gate;
        this.lines = new Asked<>(gate, GateOrder.Inspect::new);
        if (attendance == SelfTest.Attendance.ATTENDED) {
            waiting.addAll(SIGNS);
        }
        this.shown = waiting.size();
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Duration patience() {
        return SIGN.multipliedBy(shown + 1L);
    }

    @Override
    public Optional<Finding> runOnce(long nanos) {
        if (isShowing && nanos - shownAtNanos < SIGN.toNanos()) {
            return Optional.empty();
        }
        if (!waiting.isEmpty()) {
            isShowing = true;
            shownAtNanos = nanos;
            if (gate.test(new GateOrder.TechnicianSign(waiting.getFirst()))) {
                waiting.removeFirst();
            }
            return Optional.empty();
        }
        return lines.answer()
                .flatMap(all -> all.stream().filter(it -> it.role() == Role.INDICATOR).findFirst())
                .map(this::judge);
    }

    private Finding judge(GateLine line) {
        if (line.problem().isPresent()) {
            return Findings.fail(part, line.problem().get(), Remedy.INDICATOR_FAILED);
        }
        return Findings.pass(
                part,
                shown == 0
                        ? "followed its last orders; no sign shown"
                        : shown + " signs shown, every line followed");
    }
}
