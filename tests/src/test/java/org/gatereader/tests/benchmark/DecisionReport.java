package org.gatereader.tests.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatereader.daemon.time.Stage;
import org.gatereader.tests.benchmark.SdJwtComparison.Round;

/** What {@code ./gate bench decision} found, as the document that it writes. */
record DecisionReport(List<DaemonRun> runs, SdJwtComparison sdJwt, FirstPresentation first) {
    /** Targets of PERFORMANCE, and what was seen. */
    record Line(String what, double seen, String relation, double target) {
        boolean isReached() {
            return relation.equals("≤") ? seen <= target : seen >= target;
        }

        private String toRow() {
            return row("| %s | %.2f | %s %.1f | %s |", what, seen, relation, target, verdict());
        }

        private String verdict() {
            return isReached() ? "reached" : "**missed**";
        }
    }

    boolean isReached() {
        return lines().stream().allMatch(Line::isReached);
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (DaemonRun run : runs) {
            String name = "whole daemon / bare work, " + run.profile();
            lines.add(new Line(name + ", p50", run.ratio(50), "≤", 1.5));
            lines.add(new Line(name + ", p99", run.ratio(99), "≤", 3));
        }
        lines.add(
                new Line(
                        "authlete + nimbus on the JDK's provider / our whole decision",
                        sdJwt.median(round -> round.onJdk() / round.ours()),
                        "≥",
                        2.5));
        lines.add(
                new Line(
                        "our two signatures / OpenSSL's two",
                        sdJwt.median(round -> round.bothOurs() / round.bothOpenSsl()),
                        "≤",
                        2.5));
        lines.add(
                new Line(
                        "first presentation after READY / steady p50, P1",
                        first.median() / runs.getFirst().micros(Stage.TOTAL, 50),
                        "≤",
                        1.5));
        return lines;
    }

    String toMarkdown() {
        var text = new StringBuilder("# Performance of a decision\n\n");
        text.append("Written by `./gate bench decision`; every figure is from one run on\n");
        text.append(Machine.inWords()).append(".\n");
        text.append("Times are this machine's; what counts are the ratios.\n\n");
        text.append("![percentiles](performance.svg)\n\n## Targets\n\n");
        text.append("| ratio | seen | target | |\n|---|---|---|---|\n");
        lines().forEach(line -> text.append(line.toRow()));
        runs.forEach(run -> addStages(text, run));
        addLibraries(text);
        return text.append(HOW).toString();
    }

    private void addStages(StringBuilder text, DaemonRun run) {
        text.append("\n## ").append(run.profile()).append(": frame to relay, microseconds\n\n");
        text.append("| stage | p50 | p95 | p99 | max |\n|---|---|---|---|---|\n");
        for (Stage stage : Stage.values()) {
            text.append(
                    row(
                            "| %s | %.0f | %.0f | %.0f | %.0f |",
                            stage.name().toLowerCase(Locale.ROOT),
                            run.micros(stage, 50),
                            run.micros(stage, 95),
                            run.micros(stage, 99),
                            run.micros(stage, 100)));
        }
        text.append(
                row(
                        "| bare work | %.0f | %.0f | %.0f | %.0f |",
                        run.bareMicros(50),
                        run.bareMicros(95),
                        run.bareMicros(99),
                        run.bareMicros(100)));
    }

    private void addLibraries(StringBuilder text) {
        text.append("\n## One whole SD-JWT with key binding, microseconds of CPU\n\n");
        text.append("| | median | / ours |\n|---|---|---|\n");
        double ours = sdJwt.median(Round::ours);
        for (var each :
                List.of(
                        new Cost("ours: all checks of P2", ours),
                        new Cost("authlete + nimbus, JDK", sdJwt.median(Round::onJdk)),
                        new Cost(
                                "authlete + nimbus, BouncyCastle",
                                sdJwt.median(Round::onBouncyCastle)),
                        new Cost("our two signatures", sdJwt.median(Round::bothOurs)),
                        new Cost("OpenSSL's two", sdJwt.median(Round::bothOpenSsl)))) {
            text.append(row("| %s | %.0f | %.2f |", each.what, each.micros, each.micros / ours));
        }
    }

    private record Cost(String what, double micros) {}

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }

    private static final String HOW =
            """

            ## How it is measured

            * **The whole daemon** runs with all its threads on simulated hardware: a 720p camera at 240 frames a
              second, a relay whose pulse is 1 ms. Each person has a credential and a code of their own. A time is from
              the frame that first shows the code to the relay's edge; waiting for that frame is not in it. The bare
              work (read the code, verify one signature with a kept key and one with a fresh key, in one thread) is
              done on the same picture while the gate rests.
            * **Libraries** take turns with ours on the same presentations, warmed; CPU time, median of 9 rounds. Ours
              also looks into the status list, asks the policy and keeps the replay guard; theirs do not.
            * **The first presentation** is the median of 20 fresh processes, against the steady p50 above.
            * Not measured here: a real camera's exposure and transfer, a real relay's travel, a small board.
            """;
}
