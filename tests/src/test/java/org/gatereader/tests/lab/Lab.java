package org.gatereader.tests.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The real daemon with its real drivers on virtual devices: runs inside the machine that {@code
 * tests/lab/vm} boots, does one thing after the other to the gate, and prints one table.
 */
public final class Lab {
    private static final Path DIRECTORY = Path.of("/run/lab");

    /** Short enough to be typed again. */
    private static final int SEEDS = 1_000_000;

    /** A pulse, ended by a turn of the gate that an emulated processor makes late. */
    private static final Duration HIGH_MAX = LabConfiguration.PULSE.plusSeconds(2);

    private final LabTime time = new LabTime(System::nanoTime, Instant::now);
    private final ScenarioTable table = new ScenarioTable();
    private final PrintStream out;

    private Lab(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the lab.
     *
     * @param arguments the directory of the daemon's modules; the directory into which {@link
     *     Training} wrote; how many kills; the seed of their moments, drawn where it is left out
     */
    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[2]);
        long seed =
                arguments.length > 3
                        ? Long.parseLong(arguments[3])
                        : new SecureRandom().nextInt(SEEDS);
        var lab = new Lab(System.out);
        var program =
                new GateProcess.Program(
                        Path.of(arguments[0]),
                        "-XX:AOTCache=" + Path.of(arguments[1]).resolve(Training.CACHE));
        lab.run(program, new KillRun(seed, kills), kills + " kills, seed " + seed);
        lab.table.print(System.out);
        System.exit(lab.table.isAllPassed() ? 0 : 1);
    }

    private void run(GateProcess.Program program, KillRun kills, String killing) throws Exception {
        try (var bench = new LabBench(time, devices(), program, DIRECTORY)) {
            var witness =
                    new LineWitness(
                            time,
                            bench.chip(),
                            Wiring.RELAY.offset(),
                            DIRECTORY.resolve("out/levels"));
            for (Scenario scenario : Scenarios.all()) {
                play(scenario, bench);
            }
            play(new Scenario(killing, "line low after each", kills::play), bench);
            play(
                    new Scenario(
                            "relay line, whole run",
                            "no edge without a grant",
                            all -> judge(all, witness)),
                    bench);
        }
    }

    private void play(Scenario scenario, LabBench bench) {
        long began = time.now();
        String got;
        boolean isPassed = true;
        try {
            got = scenario.play().on(bench);
        } catch (LabFinding finding) {
            got = String.valueOf(finding.getMessage());
            isPassed = false;
        } catch (Exception failure) {
            got = failure.toString();
            isPassed = false;
        }
        var took = Duration.ofNanos(time.now() - began);
        out.println("lab: " + scenario.name() + ": " + got);
        table.add(new ScenarioTable.Row(scenario.name(), scenario.expected(), got, took, isPassed));
    }

    private static String judge(LabBench bench, LineWitness witness)
            throws IOException, InterruptedException, LabFinding {
        var account = witness.end();
        var levels = account.levels();
        var objections =
                new EdgeJudge(bench.grants(), bench.killNanos(), HIGH_MAX)
                        .objections(account.calls(), levels);
        if (!objections.isEmpty()) {
            throw new LabFinding(String.join("; ", objections));
        }
        return "%d calls, %d edges, %d grants; %d samples, %.0f a second, longest gap %.1f ms"
                .formatted(
                        account.calls().size(),
                        levels.changes().size() - 1,
                        bench.grants().size(),
                        levels.samples(),
                        levels.samples() * 1e9 / levels.nanos(),
                        levels.longestGapNanos() / 1e6);
    }

    private static LabBench.Devices devices() throws IOException {
        Map<String, String> told = new HashMap<>();
        List<String> lines = Files.readAllLines(DIRECTORY.resolve("devices"));
        lines.stream().map(line -> line.split("=", 2)).forEach(at -> told.put(at[0], at[1]));
        return new LabBench.Devices(
                Path.of(told.getOrDefault("GPIO_LINES", "")),
                told.getOrDefault("CAMERA", ""),
                told.getOrDefault("CAMERA_FEED", ""),
                new CardService.Places(
                        Path.of(told.getOrDefault("NFC_USB_SLOT", "")),
                        Path.of(told.getOrDefault("NFC_USB_PORT", "")),
                        Long.parseLong(told.getOrDefault("PCSCD_PID", "0"))));
    }
}
