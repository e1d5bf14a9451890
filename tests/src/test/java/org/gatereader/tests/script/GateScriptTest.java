package org.gatereader.tests.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatereader.tests.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer meets first: {@code ./gate}, started from somewhere else. */
class GateScriptTest {
    private static final int EX_USAGE = 64;

    @TempDir private Path elsewhere;

    private record Answer(int exit, List<String> output) {}

    @Test
    void aloneItSaysHowItIsUsed() throws Exception {
        var answer = gate();
        assertEquals(0, answer.exit());
        assertTrue(answer.output().getFirst().startsWith("usage: ./gate"));
        assertEquals(answer, gate("--help"));
    }

    @Test
    void refusesToPackageForAnUnknownMachine() throws Exception {
        var answer = gate("package", "vax");
        assertEquals(EX_USAGE, answer.exit());
        assertEquals(oneLine("expected amd64 or arm64, got 'vax'"), answer.output());
    }

    @Test
    void refusesAnUnknownVerbInOneLine() throws Exception {
        var answer = gate("open");
        assertEquals(EX_USAGE, answer.exit());
        assertEquals(oneLine("unknown verb 'open'; ./gate --help lists them"), answer.output());
    }

    private static List<String> oneLine(String text) {
        return List.of("gate: " + text);
    }

    private Answer gate(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Checkout.root().resolve("gate").toString());
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .directory(elsewhere.toFile())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return new Answer(process.exitValue(), output.lines().toList());
    }
}
