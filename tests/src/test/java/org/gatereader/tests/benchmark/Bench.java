package org.gatereader.tests.benchmark;

import java.io.PrintStream;
import java.util.List;

/** The one list of benchmarks, and the program that runs one of them. */
public final class Bench {
    private static final List<Benchmark> BENCHMARKS =
            List.of(
                    new QrBench(),
                    new VerifyBenchmark(),
                    new DecisionBenchmark(),
                    new StartBenchmark(),
                    new RevocationBenchmark());

    private static final int EXIT_MISSED = 1;
    private static final int EXIT_USAGE = 2;

    private Bench() {}

    /** Runs the benchmark that the first argument names; without one, lists them all. */
    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments), System.out));
    }

    private static int run(List<String> arguments, PrintStream out) throws Exception {
        if (arguments.isEmpty()) {
            BENCHMARKS.forEach(one -> out.printf("%-12s %s%n", one.name(), one.summary()));
            return 0;
        }
        for (Benchmark benchmark : BENCHMARKS) {
            if (benchmark.name().equals(arguments.getFirst())) {
                return benchmark.run(arguments.subList(1, arguments.size()), out) ? 0 : EXIT_MISSED;
            }
        }
        out.printf("no benchmark is called %s; ./gate bench lists them%n", arguments.getFirst());
        return EXIT_USAGE;
    }
}
