package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.gatereader.tests.Checkout;

/**
 * From the start of the process to READY, its self-test included, and what it occupies while
 * nothing happens, against a JVM that says hello.
 */
final class StartBenchmark implements Benchmark {
    private static final double READY_OF_HELLO_MAX = 12;
    private static final double CACHED_OF_PLAIN_MAX = 0.7;
    private static final double MEMORY_OF_HELLO_MAX = 2.5;

    private static final int ROUNDS = 9;

    /** After its floor nothing is left to warm up, and what the compiler took was given back. */
    private static final Duration UNTIL_IDLE = Duration.ofSeconds(60);

    private static final String HELLO = "hello world";
    private static final String CACHED = ", cached";

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
        measured.forEach((name, _) -> print(name, out));
        return judge(out);
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

    private void print(String name, PrintStream out) {
        out.printf(
                "%-20s %6.0f ms  %5.1fx hello   %4.0f MiB  %4.2fx hello%n",
                name,
                Median.of(of(name).millis()),
                readyRatio(name, HELLO),
                Median.of(of(name).mib()),
                memoryRatio(name));
    }

    private boolean judge(PrintStream out) {
        String served = "package" + CACHED;
        boolean isQuick =
                holds("READY, of hello", readyRatio(served, HELLO), READY_OF_HELLO_MAX, out);
        boolean isCacheOfUse =
                holds("READY, of uncached", cachedRatio(served), CACHED_OF_PLAIN_MAX, out);
        boolean isSmall = holds("memory, of hello", memoryRatio(served), MEMORY_OF_HELLO_MAX, out);
        return isQuick && isCacheOfUse && isSmall;
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

    private static boolean holds(String what, double ratio, double max, PrintStream out) {
        boolean isHeld = ratio <= max;
        out.printf("%-20s %5.2f, at most %.1f: %s%n", what, ratio, max, isHeld ? "held" : "MISSED");
        return isHeld;
    }
}
