package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.gatereader.tests.Checkout;

/**
 * The way of a presentation through the whole daemon, from the frame that shows it to the relay's
 * edge, against the bare work; a whole SD-JWT against two libraries; both signatures against
 * OpenSSL; and the first presentation after a start against all later ones.
 */
final class DecisionBenchmark implements Benchmark {
    private static final int PEOPLE = 10_000;
    private static final int WARM_UP = 1_000;
    private static final int STARTS = 20;
    private static final long SEED = 20_261_121;
    private static final String DOCUMENT = "reader-daemon/docs/performance.md";
    private static final String PLOT = "reader-daemon/docs/performance.svg";

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public String summary() {
        return "10000 people of each profile through the whole daemon, against the bare work";
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out) throws Exception {
        int at = arguments.indexOf("--people");
        int people = at < 0 ? PEOPLE : Integer.parseInt(arguments.get(at + 1));
        List<DaemonRun> runs = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            runs.add(letThrough(profile, people));
        }
        var report =
                new DecisionReport(
                        runs, SdJwtComparison.measure(), FirstPresentation.measure(STARTS));
        String text = report.toMarkdown();
        out.print(text);
        if (people == PEOPLE) {
            Files.writeString(Checkout.root().resolve(DOCUMENT), text);
            Files.writeString(Checkout.root().resolve(PLOT), DecisionPlot.draw(report));
            out.println("written to " + DOCUMENT + " and " + PLOT);
        }
        return report.isReached();
    }

    private static DaemonRun letThrough(Profile profile, int people)
            throws IOException, InterruptedException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        try (var gate = new BusyGate()) {
            gate.open();
            return DaemonRun.of(profile, gate, random, new DaemonRun.Size(people, WARM_UP));
        }
    }
}
