package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gatereader.daemon.time.Stage;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.hal.camera.Picture;

/**
 * The first person after a start: a fresh process each time, which shows its sign "ready" and lets
 * one in.
 *
 * @param micros from the frame to the relay's edge, one for each start
 */
record FirstPresentation(List<Double> micros) {
    private static final int FORGED_BEFORE = 60;

    /** Nobody stands before a gate in the moment in which it opens. */
    private static final Duration STEPS_UP = Duration.ofSeconds(1);

    /** Starts so many processes, one after the other. */
    static FirstPresentation measure(int starts) throws IOException, InterruptedException {
        List<Double> micros = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            micros.add(start());
        }
        return new FirstPresentation(micros);
    }

    double median() {
        return Median.of(micros);
    }

    /** A process of its own: prints the microseconds of its first presentation. */
    public static void main(String[] arguments) throws Exception {
        try (var gate = new BusyGate()) {
            warmUpTheForge(gate);
            gate.open();
            GreyPicture seen = Profile.seen(Profile.P1.present(gate.now(), new Random(1)));
            var picture = new Picture(seen.luma(), seen.width(), seen.height(), seen.width());
            LockSupport.parkNanos(STEPS_UP.toNanos());
            System.out.println(gate.admit(picture).getOrDefault(Stage.TOTAL, 0L) / 1e3);
        }
    }

    /** What draws the code must not compete with what reads it. */
    private static void warmUpTheForge(BusyGate gate) {
        for (int seed = 0; seed < FORGED_BEFORE; seed++) {
            Profile.seen(Profile.P1.present(gate.now(), new Random(seed)));
        }
    }

    private static double start() throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                FirstPresentation.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("a fresh start let nobody in");
        }
        return Double.parseDouble(printed.lines().toList().getLast());
    }
}
