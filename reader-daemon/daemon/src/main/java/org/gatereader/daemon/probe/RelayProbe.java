package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.gate.GateLine;
import org.gatereader.daemon.gate.GateLine.Role;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.GateOrder.Inspect;
import org.gatereader.daemon.gate.GateOrder.TechnicianPulse;
import org.gatereader.daemon.gate.GateOrder.TechnicianPulse.Pulse;

/**
 * Turns the relay once, as a technician's pulse, and follows the line until it is released again.
 * Whether it may be turned is the gate's to say: only out of service, with a technician there.
 */
final class RelayProbe implements Probe {
    /** A passage that has begun is not cut short: at most so long is waited for its end. */
    private static final Duration PASSAGE_MAX = Duration.ofSeconds(6);

    private static final Duration PULSE_MAX = Duration.ofSeconds(4);

    private final Part part = new Part(Section.LINES, "relay");
    private final Wires wires;
    private final Duration wait;
    private final Asked<List<GateLine>> lines;
    private final Asked<Pulse> pulse;
    private boolean isBegun;
    private boolean isPulseBegun;
    private boolean isPulseFailed;
    private boolean isLoopSeen;
    private long begunAtNanos;
    private long pulsedAtNanos;

    /**
     * What the probe reaches.
     *
     * @param gate takes the orders; false if one has to be put again
     * @param keptLevel why the relay is not armed on this board
     * @param loopback the input that a wire from the relay closes, if there is one
     */
    record Wires(
            Predicate<GateOrder> gate,
            Supplier<Optional<String>> keptLevel,
            Optional<Role> loopback) {}

    RelayProbe(Wires wires, SelfTest.Attendance attendance) {
        this.wires = wires;
        this.wait = attendance == SelfTest.Attendance.ATTENDED ? PASSAGE_MAX : Duration.ZERO;
        this.lines = new Asked<>(wires.gate(), Inspect::new);
        this.pulse = new Asked<>(wires.gate(), TechnicianPulse::new);
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Duration patience() {
        return wait.plus(PULSE_MAX);
    }

    @Override
    public Optional<Finding> runOnce(long nanos) {
        if (!isBegun) {
            isBegun = true;
            begunAtNanos = nanos;
        }
        return isPulseBegun ? follow(nanos) : turn(nanos);
    }

    private Optional<Finding> turn(long nanos) {
        Optional<List<GateLine>> seen = lines.answer();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        if (wires.keptLevel().get().isPresent()) {
            // Freed lines have a finding of their own, which says what to do.
            return Optional.of(Findings.skip(part, "not turned on a board that keeps its level"));
        }
        Optional<String> problem = line(seen.get(), Role.RELAY).flatMap(GateLine::problem);
        if (problem.isPresent() || isPulseFailed) {
            String said = problem.orElse("relay: could not be turned");
            return Optional.of(Findings.fail(part, said, Remedy.RELAY_FAILED));
        }
        return pulse.answer().flatMap(outcome -> after(outcome, nanos));
    }

    private Optional<Finding> after(Pulse outcome, long nanos) {
        return switch (outcome) {
            case BEGUN -> {
                isPulseBegun = true;
                pulsedAtNanos = nanos;
                lines.again();
                yield Optional.empty();
            }
            case FAILED -> {
                // The gate has let go of the relay, and now says why.
                isPulseFailed = true;
                lines.again();
                yield Optional.empty();
            }
            case NOT_NOW -> {
                pulse.again();
                yield nanos - begunAtNanos < wait.toNanos()
                        ? Optional.empty()
                        : Optional.of(
                                Findings.skip(
                                        part,
                                        "reads released; not turned",
                                        Remedy.RELAY_NOT_PULSED));
            }
        };
    }

    private Optional<Finding> follow(long nanos) {
        Optional<List<GateLine>> seen = lines.answer();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        lines.again();
        GateLine relay = line(seen.get(), Role.RELAY).orElseThrow();
        isLoopSeen |=
                wires.loopback()
                        .flatMap(role -> line(seen.get(), role))
                        .filter(GateLine::isActive)
                        .isPresent();
        if (relay.problem().isPresent()) {
            return relay.problem().map(said -> Findings.fail(part, said, Remedy.RELAY_FAILED));
        }
        return relay.isActive() ? Optional.empty() : Optional.of(released(nanos));
    }

    private Finding released(long nanos) {
        String measured =
                "engaged, released after %d ms, both read back"
                        .formatted(TimeUnit.NANOSECONDS.toMillis(nanos - pulsedAtNanos));
        if (wires.loopback().isEmpty()) {
            return Findings.pass(part, measured);
        }
        return isLoopSeen
                ? Findings.pass(part, measured + ", seen by the loopback wire")
                : Findings.fail(part, measured + ", not on the wire", Remedy.RELAY_NOT_LOOPED);
    }

    private static Optional<GateLine> line(List<GateLine> lines, Role role) {
        return lines.stream().filter(line -> line.role() == role).findFirst();
    }
}
