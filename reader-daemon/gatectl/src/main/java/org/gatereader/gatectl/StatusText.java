package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gatereader.daemon.control.wire.ClockReport;
import org.gatereader.daemon.control.wire.DeviceStatus;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.verifier.verdict.DenyReason;

/** How a gate stands, for a person who stands before it. */
final class StatusText {
    private static final double MICROS_PER_MS = 1000;

    /** Expired, revoked and suspended are counted together: who was which is nobody's business. */
    private static final int NOT_CURRENT = 400;

    private final PrintWriter out;

    StatusText(PrintWriter out) {
        this.out = out;
    }

    void print(StatusReport report) {
        gate(report.reader().gateId(), report.gate());
        reader(report.reader());
        trust(report.trust());
        figures(report.figures());
        stages(report.figures().stages());
    }

    private void gate(String gateId, StatusReport.Gate gate) {
        line("%s: %s, the sign says %s", gateId, gate.state(), gate.sign());
        if (!gate.reasons().isEmpty()) {
            line("  nobody is admitted: %s", String.join(", ", gate.reasons()));
        }
        gate.hardware().problems().forEach(problem -> line("  problem: %s", problem));
        heading("devices                          last sign  failures   reopened    resets");
        gate.hardware().devices().forEach(this::device);
    }

    private void device(DeviceStatus device) {
        DeviceStatus.Counters counters = device.counters();
        line(
                "  %-12s %-10s %s %12s %9d %10d %9d",
                device.name(),
                device.state().english(),
                device.state().korean(),
                device.sinceSign().map(since -> since.toMillis() + " ms").orElse("never"),
                counters.failures(),
                counters.reopenings(),
                counters.resets());
    }

    private void reader(StatusReport.Reader reader) {
        ClockReport clock = reader.clock();
        ClockReport.Belief belief = clock.belief();
        heading("reader");
        line("  version      %s, up %s", reader.version(), rounded(clock.uptime()));
        line("  crypto       %s", reader.cryptoModule());
        line(
                "  clock        %s ± %d ms, %s",
                belief.word(), belief.uncertainty().toMillis(), belief.condition());
        clock.memory().ifPresent(this::memory);
    }

    private void memory(ClockReport.Memory memory) {
        line("               not before %s", memory.ratchet());
        line("               a reset names %s", memory.resetNonce());
        memory.problem().ifPresent(problem -> line("               problem: %s", problem));
    }

    private void trust(TrustReport trust) {
        heading("trust");
        line("  issuer keys  %d", trust.serving().issuerKeys());
        line("  source       %s", trust.source().word());
        for (TrustReport.StatusList list : trust.serving().lists()) {
            line("  status list  %s", list.uri());
            line(
                    "               %s, %s old, issued %s, %d entries, canary %s",
                    list.age().step(),
                    rounded(list.age().old()),
                    list.age().issuedAt(),
                    list.entries(),
                    list.canary() == TrustReport.Canary.NONE ? "none" : list.canary().word());
        }
    }

    private void figures(StatusReport.Figures figures) {
        heading("counted since the start");
        line("  %8d  granted", figures.granted());
        figures.denied().forEach((code, count) -> line("  %8d  denied %s", count, reason(code)));
        line("  %8d  payloads dropped", figures.drops().payloads());
        line("  %8d  decisions dropped", figures.drops().decisions());
        line("  %8d  events dropped", figures.drops().events());
    }

    private static String reason(int code) {
        if (code == NOT_CURRENT) {
            return code + " (expired, revoked or suspended)";
        }
        return Arrays.stream(DenyReason.values())
                .filter(reason -> reason.code() == code)
                .findFirst()
                .map(reason -> code + " " + reason.name())
                .orElse(String.valueOf(code));
    }

    private void stages(List<StatusReport.Stage> all) {
        List<StatusReport.Stage> stages = all.stream().filter(stage -> stage.count() > 0).toList();
        if (stages.isEmpty()) {
            return;
        }
        heading("milliseconds      count       p50       p95       p99       max");
        for (StatusReport.Stage stage : stages) {
            StatusReport.Percentiles micros = stage.micros();
            line(
                    "  %-12s %8d %9.2f %9.2f %9.2f %9.2f",
                    stage.name().toLowerCase(Locale.ROOT),
                    stage.count(),
                    micros.p50() / MICROS_PER_MS,
                    micros.p95() / MICROS_PER_MS,
                    micros.p99() / MICROS_PER_MS,
                    micros.max() / MICROS_PER_MS);
        }
    }

    /** The two largest units: as much as one wants to know. */
    static String rounded(Duration duration) {
        if (duration.isNegative()) {
            return "-" + rounded(duration.negated());
        }
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }

    private void heading(String title) {
        out.println();
        out.println(title);
    }

    private void line(String format, Object... values) {
        out.println(Printable.of(String.format(Locale.ROOT, format, values)));
    }
}
