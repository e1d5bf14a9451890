package org.gatereader.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.demo.cases.CodeMaker;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.Scene;

/**
 * Walks all cases through the real daemon: picture → simulated camera → QR → verifier → relay. Each
 * scene is a gate of its own.
 */
final class DemoScript {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A gate without trust never begins to serve; any other does after 6.5 s at the latest. */
    private static final int SECONDS_TO_THE_FLOOR_MAX = 10;

    private final PrintStream out;
    private final RandomGenerator random;
    private final ScriptTable table = new ScriptTable();
    private int failures;

    DemoScript(PrintStream out, RandomGenerator random) {
        this.out = out;
        this.random = random;
    }

    /**
     * Plays everything.
     *
     * @param directory for the gates' files
     * @return how many cases were answered otherwise than expected
     */
    int run(Path directory) throws IOException, InterruptedException {
        out.println(table.head());
        for (Scene scene : Scene.values()) {
            List<DemoCase> cases = DemoCases.of(scene);
            Path files = Files.createDirectories(directory.resolve(scene.label()));
            play(scene, cases, files);
        }
        int all = DemoCases.all().size();
        out.printf("%d of %d cases were answered as expected.%n", all - failures, all);
        return failures;
    }

    private void play(Scene scene, List<DemoCase> cases, Path files)
            throws IOException, InterruptedException {
        try (var gate = new DemoGate(scene, files, List.of())) {
            gate.start();
            var pace = Pace.hurried(gate.clock());
            awaitFloor(gate, pace);
            var player = new CasePlayer(gate, pace, CodeMaker.with(random));
            for (DemoCase demoCase : cases) {
                play(demoCase, player);
            }
        }
    }

    private static void awaitFloor(DemoGate gate, Pace pace) {
        for (int second = 0; second < SECONDS_TO_THE_FLOOR_MAX && isStarting(gate); second++) {
            pace.pass(SECOND);
        }
    }

    private static boolean isStarting(DemoGate gate) {
        return gate.status().reasons().contains(OutOfService.STARTING);
    }

    private void play(DemoCase demoCase, CasePlayer player)
            throws InterruptedException, IOException {
        Outcome outcome = player.play(demoCase);
        if (!outcome.got().equals(demoCase.expected())) {
            failures++;
        }
        out.println(table.row(demoCase, outcome));
        if (demoCase.scene() == Scene.DAY && !player.settle()) {
            out.println("the gate does not serve again after this case");
            failures++;
        }
    }
}
