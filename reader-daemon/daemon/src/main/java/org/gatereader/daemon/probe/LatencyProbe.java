package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.Locale;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.time.Stage;
import org.gatereader.daemon.time.StageTimes;

/** Compares what people waited at this gate with its promise (DESIGN, Latency budget). */
final class LatencyProbe extends InstantProbe {
    /** From the last needed frame to the relay's edge, on the slowest board that is supported. */
    private static final Duration P50_MAX = Duration.ofMillis(60);

    private static final Duration P99_MAX = Duration.ofMillis(150);
    private static final double NANOS_PER_MS = 1e6;

    private final StageTimes times;

    LatencyProbe(StageTimes times) {
        super(Section.JUDGEMENT, "latency");
        this.times = times;
    }

    @Override
    Finding judge() {
        long count = times.count(Stage.TOTAL);
        if (count == 0) {
            return Findings.skip(part(), "nobody has passed since the start");
        }
        long p50 = times.nanosAt(Stage.TOTAL, 50);
        long p99 = times.nanosAt(Stage.TOTAL, 99);
        String measured =
                String.format(
                        Locale.ROOT,
                        "code to relay p50 %.0f ms, p99 %.0f ms, of %d",
                        p50 / NANOS_PER_MS,
                        p99 / NANOS_PER_MS,
                        count);
        return p50 <= P50_MAX.toNanos() && p99 <= P99_MAX.toNanos()
                ? Findings.pass(part(), measured)
                : Findings.warn(part(), measured, Remedy.LATENCY_HIGH);
    }
}
