package org.gatereader.daemon.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** tinylog is configured once for a process, so each of these starts its own. */
class LoggingTest {
    private static final String MODULE = "org.gatereader.daemon";

    @Test
    void librariesPassFromWarnOnEvenIfEverythingIsAskedFor() throws Exception {
        var run = run("trace");
        assertEquals(List.of("library warn", "library error"), said(run, "library"));
        assertEquals(5, said(run, "our").size());
    }

    @Test
    void ourOwnCodePassesFromTheConfiguredLevelOn() throws Exception {
        var run = run("warn");
        assertEquals(2, said(run, "our").size());
        assertEquals(2, said(run, "library").size());
    }

    @Test
    void refusesToStartOnAnyTinylogProperty() throws Exception {
        for (var property : List.of("tinylog.level=trace", "tinylog.writer.file=/tmp/x")) {
            var run = run("info", "-D" + property);
            assertEquals(1, run.exit);
            var why = ": expected no tinylog.* property";
            assertTrue(run.lines.getFirst().endsWith(why), run.lines.toString());
        }
    }

    @Test
    void anExceptionLeavesItsPlaceAndNotItsMessage() throws Exception {
        var error = said(run("error"), "our error").getFirst();
        assertTrue(error.contains("[java.lang.IllegalStateException at "), error);
        assertFalse(error.contains("20261234"), error);
    }

    @Test
    void nothingBeginsALineOfItsOwn() throws Exception {
        var warning = said(run("warn"), "our warn").getFirst();
        assertEquals("our warn\\u000Aand more", warning);
    }

    /** What became of it is told by a line of ours: "the board is". */
    @Test
    void whoGuessesTheBoardIsNotHeard() throws Exception {
        assertEquals(List.of(), said(run("trace"), "guess"));
    }

    private record Run(int exit, List<String> lines) {}

    /** What follows the class name, of the lines that hold the word. */
    private static List<String> said(Run run, String word) {
        assertEquals(0, run.exit, run.lines.toString());
        return run.lines.stream()
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .filter(message -> message.startsWith(word))
                .toList();
    }

    /** On the module path, as the product runs. */
    private static Run run(String level, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("--module-path", modulePath()));
        command.addAll(List.of("--patch-module", MODULE + "=" + Path.of("target/test-classes")));
        command.addAll(List.of(options));
        command.addAll(List.of("--module", MODULE + "/" + PlantedMain.class.getName(), level));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output.lines().toList());
    }

    private static String modulePath() {
        String ofThisProcess = System.getProperty("jdk.module.path");
        assertTrue(ofThisProcess != null, "the tests run on the module path");
        return ofThisProcess;
    }
}
