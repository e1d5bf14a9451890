package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.gatereader.tests.Checkout;

/**
 * From the start of the process to READY, its self-test included, and what it occupies while
 * nothing happens, against a JVM that says hello.
 */
final class StartBenchmark implements Benchmark {
    private static final double READY_MAX = 12;
    private static final double CACHED_MAX = 0.7;
    private static final double MEMORY_MAX = 2.5;

    private static final int ROUNDS = 21;

    /** After its floor nothing is left to warm up, and what the compiler took was given back. */
    private static final Duration UNTIL_IDLE = Duration.ofSeconds(60);

    private static final String DOCUMENT = "reader-daemon/docs/start-benchmark.md";

    private static final String HELLO = "hello world";
    private static final String CACHED = ", cached";

    private static final String HOW =
            """

            ## How it is measured

            * **Start to READY** is from the start of the process until its page answers, which it does
              once its self-checks have passed; people are let in after its floor, some seconds later.
              *hello world* prints a line and ends. Twenty-one rounds, each variant once a round; the
              ratio is the median of the rounds' own.
            * **Variants**: the package's start script with its jlink runtime, and the same jars from a
              class path on the JDK; each with the cache of a training run (`-XX:AOTMode=on`, so that one
              that can not be used fails) and without any (`off`).
            * **Memory** is what is resident a minute after the start, of one process each; hello world's
              at its line.
            """;

    /** Milliseconds until it was up, one a round, and MiB while idle. */
    private record Measured(List<Double> millis, List<Double> mib) {
        Measured() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Map<String, Measured> measured = new LinkedHashMap<>();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String summary() {
        return "process start to READY, and idle memory, against a hello-world JVM";
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out) throws Exception {
        Path root = packageRoot();
        Path scratch = Files.createTempDirectory("gate-start");
        var variants =
                List.of(
                        StartVariant.classPath("class path", root, scratch.resolve("class-path")),
                        StartVariant.packaged("package", root, scratch.resolve("package")));
        for (StartVariant variant : variants) {
            variant.train();
        }
        for (int round = 0; round < ROUNDS; round++) {
            hello();
            for (StartVariant variant : variants) {
                ready(variant.name(), variant.plain(), variant.port());
                ready(variant.name() + CACHED, variant.cached(), variant.port());
            }
        }
        for (StartVariant variant : variants) {
            idle(variant.name(), variant.plain());
            idle(variant.name() + CACHED, variant.cached());
        }
        List<Target> targets = targets();
        String document = document(targets);
        Files.writeString(Checkout.root().resolve(DOCUMENT), document);
        out.print(document);
        return targets.stream().allMatch(Target::isReached);
    }

    private static Path packageRoot() throws IOException {
        boolean isArm = System.getProperty("os.arch").equals("aarch64");
        Path packages = Checkout.root().resolve("target/package");
        Path root = packages.resolve(isArm ? "arm64" : "amd64").resolve("root");
        if (!Files.exists(root)) {
            throw new IOException(root + ": not there; run ./gate package");
        }
        return root;
    }

    private void hello() throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Checkout.root().resolve("tests/target/test-classes").toString(),
                        HelloWorld.class.getName());
        try (var process = StartedProcess.of(command)) {
            of(HELLO).millis().add(process.untilFirstLine());
            of(HELLO).mib().add(process.residentMib());
        }
    }

    private void ready(String name, StartedProcess started, int port) throws IOException {
        try (started) {
            of(name).millis().add(started.untilAnswered(port));
        }
    }

    private void idle(String name, StartedProcess started) throws IOException {
        try (started) {
            LockSupport.parkNanos(UNTIL_IDLE.toNanos());
            of(name).mib().add(started.residentMib());
        }
    }

    private Measured of(String name) {
        return measured.computeIfAbsent(name, _ -> new Measured());
    }

    private record Target(String what, double seen, double most) {
        boolean isReached() {
            return seen <= most;
        }

        String toRow() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f | ≤ %s | %s |%n",
                    what,
                    seen,
                    most,
                    isReached() ? "reached" : "**missed**");
        }
    }

    private List<Target> targets() {
        String served = "package" + CACHED;
        return List.of(
                new Target("start to READY / hello world", readyRatio(served, HELLO), READY_MAX),
                new Target("the same / without the cache", cachedRatio(served), CACHED_MAX),
                new Target("idle memory / hello world", memoryRatio(served), MEMORY_MAX));
    }

    private String document(List<Target> targets) {
        var text = new StringBuilder("# Performance of a start\n\n");
        text.append("Written by `./gate bench start`; every figure is from one run on\n");
        text.append(Machine.inWords()).append(".\n");
        text.append("Times are this machine's; what counts are the ratios.\n\n");
        text.append("| package, cached | seen | target | |\n|---|---|---|---|\n");
        targets.forEach(target -> text.append(target.toRow()));
        text.append("\n| | ms to READY | / hello | MiB idle | / hello |\n|---|---|---|---|---|\n");
        measured.keySet().forEach(name -> text.append(row(name)));
        return text.append(HOW).toString();
    }

    private String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.0f | %.2f |%n",
                name,
                Median.of(of(name).millis()),
                readyRatio(name, HELLO),
                Median.of(of(name).mib()),
                memoryRatio(name));
    }

    private double cachedRatio(String served) {
        return readyRatio(served, served.replace(CACHED, ""));
    }

    /** The median of what was measured in one round of both. */
    private double readyRatio(String name, String peer) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(of(name).millis().get(round) / of(peer).millis().get(round));
        }
        return Median.of(ratios);
    }

    private double memoryRatio(String name) {
        return Median.of(of(name).mib()) / Median.of(of(HELLO).mib());
    }
}
