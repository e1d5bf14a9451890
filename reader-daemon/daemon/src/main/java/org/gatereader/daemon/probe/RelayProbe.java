package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
    private final Optional<Role> loopback;
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
     * @param loopback the input that a wire from the relay closes, if there is one
     */
    RelayProbe(Predicate<GateOrder> gate, SelfTest.Attendance attendance, Optional<Role> loopback) {
        this.loopback = loopback;
        this.wait = attendance == SelfTest.Attendance.ATTENDED ? PASSAGE_MAX : Duration.ZERO;
        this.lines = new Asked<>(gate, Inspect::new);
        this.pulse = new Asked<>(gate, TechnicianPulse::new);
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
                loopback.flatMap(role -> line(seen.get(), role))
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
        if (loopback.isEmpty()) {
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
