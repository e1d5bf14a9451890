package org.gatereader.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * After every case of the demo has gone through a daemon that logs at TRACE, nothing that was in a
 * presentation is in any file, on standard output, in the log, in an answer of a socket or in the
 * event stream of the demo's page.
 */
class NothingLeaksTest {
    private static final List<String> GIVEN =
            List.of("/trust/", "/office/", "/inbox/", "/trust-state/");

    private static @TempDir Path directory;
    private static Path outputs;
    private static Path log;
    private static List<byte[]> presentations;

    @BeforeAll
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    static void letEverybodyPass() throws Exception {
        outputs = Files.createDirectory(directory.resolve("outputs"));
        log = directory.resolve("printed.txt");
        Path presented = directory.resolve("presented.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Passages.class.getName(),
                                outputs.toString(),
                                presented.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertEquals(0, process.waitFor(), () -> read(log));
        presentations =
                Files.readAllLines(presented).stream().map(HexFormat.of()::parseHex).toList();
    }

    @Test
    void nothingOfAnyPresentationIsLeftAnywhere() throws IOException {
        Collection<Disguises> identities = Identities.in(presentations);
        List<Path> places = places();
        List<String> leaks = new ArrayList<>();
        for (Path place : places) {
            byte[] content = Files.readAllBytes(place);
            identities.stream()
                    .filter(identity -> identity.areIn(content))
                    .forEach(identity -> leaks.add(place.getFileName() + ": " + identity.name()));
        }
        System.out.printf(
                "privacy: %d presentations, %d identities, %d outputs searched, %d leaks%n",
                presentations.size(), identities.size(), places.size(), leaks.size());
        assertEquals(List.of(), leaks);
    }

    @Test
    void thereWasSomethingToFindAndSomewhereToLook() throws IOException {
        assertTrue(presentations.size() > 40);
        List<String> names = places().stream().map(path -> path.getFileName().toString()).toList();
        for (String expected :
                List.of(
                        "journal.ring",
                        "page.events",
                        "status.sock.status.answer",
                        "control.sock.self-test report.answer")) {
            assertTrue(names.contains(expected), () -> expected + " in " + names);
        }
    }

    /**
     * Every file that the daemon wrote, and what it printed; whom it trusts was given to it, and is
     * kept as it was signed.
     */
    private static List<Path> places() throws IOException {
        try (Stream<Path> files = Files.walk(outputs)) {
            return Stream.concat(
                            files.filter(Files::isRegularFile)
                                    .filter(
                                            file ->
                                                    GIVEN.stream()
                                                            .noneMatch(file.toString()::contains)),
                            Stream.of(log))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
