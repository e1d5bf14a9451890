package org.gatereader.tests.gatectl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes into a gate's inbox by gatectl import, and what does not. */
class ImportTest {
    /** More than the 100 characters of a plain tar header's name. */
    private static final String LONG = "targets/" + "a".repeat(64) + "/" + "b".repeat(64);

    @TempDir Path directory;
    private Path inbox;

    @BeforeEach
    void makeADirectory() {
        inbox = directory.resolve("inbox");
    }

    @Test
    void aDirectoryIsCopiedAndTheGateIsAsked() throws Exception {
        var answer = importing(repository("usb"));
        assertEquals(0, answer.exitCode(), answer.err());
        assertEquals("timestamp 4 -> 5\n", answer.out());
        assertEquals(contents(), inInbox());
    }

    @Test
    void aRepositoryDeeperOnAStickIsFoundAndTheRestIsPassedOver() throws Exception {
        repository("usb/REPO/public");
        Files.writeString(directory.resolve("usb/holiday.jpg"), "a picture");
        assertEquals(0, importing(directory.resolve("usb")).exitCode());
        assertEquals(contents(), inInbox());
    }

    /** Read in part it could have no timestamp, or not all that the timestamp leads to. */
    @Test
    void aStickWithMoreFilesThanAreLookedThroughIsRefusedByName() throws Exception {
        repository("usb/REPO/public");
        Path pictures = Files.createDirectory(directory.resolve("usb/pictures"));
        for (int each = 0; each < 8192; each++) {
            Files.createFile(pictures.resolve(each + ".jpg"));
        }
        var refused = importing(directory.resolve("usb"));
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("expected at most 8192 files"), refused.err());
        assertEquals(0, importing(directory.resolve("usb/REPO")).exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu", "ustar", "pax"})
    void aTarArchiveOfEveryFormIsCopied(String format) throws Exception {
        repository("usb");
        Path tar = directory.resolve("x.tar");
        shell("tar", "--format=" + format, "-cf", tar, "-C", directory.resolve("usb"), ".");
        assertEquals(0, importing(tar).exitCode());
        assertEquals(contents(), inInbox());
    }

    @Test
    void aPackedTarArchiveIsToldByItsContent() throws Exception {
        repository("usb");
        Path tar = directory.resolve("any-name");
        shell("tar", "-czf", tar, "-C", directory, "usb");
        assertEquals(0, importing(tar).exitCode());
        assertEquals(contents(), inInbox());
    }

    @Test
    void aZipArchiveIsCopied() throws Exception {
        assertEquals(0, importing(zip(contents())).exitCode());
        assertEquals(contents(), inInbox());
    }

    @Test
    void whatTheGateTookReplacesWhatLayThere() throws Exception {
        Files.createDirectories(inbox.resolve("metadata"));
        Files.writeString(inbox.resolve("metadata/3.snapshot.json"), "old");
        importing(repository("usb"));
        assertEquals(contents(), inInbox());
    }

    @Test
    void aPathThatLeadsOutRefusesTheWholeArchive() throws Exception {
        var files = contents();
        files.put("targets/../../../x", "out");
        assertRefused(zip(files));
        assertFalse(Files.exists(directory.resolve("x")));
    }

    @Test
    void aLinkInAnArchiveRefusesTheWhole() throws Exception {
        Path usb = repository("usb");
        Files.createSymbolicLink(usb.resolve("targets/link"), Path.of("issuers.json"));
        Path tar = directory.resolve("x.tar");
        shell("tar", "-cf", tar, "-C", usb, ".");
        assertRefused(tar);
    }

    @Test
    void aLinkOnAStickIsNotFollowed() throws Exception {
        Path usb = repository("usb");
        Path secret = Files.writeString(directory.resolve("secret"), "secret");
        Files.createSymbolicLink(usb.resolve("metadata/9.root.json"), secret);
        assertEquals(0, importing(usb).exitCode());
        assertEquals(contents(), inInbox());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar.gz"})
    void aBombIsRefusedBeforeItsEnd(String kind) throws Exception {
        Path usb = repository("usb");
        Path zeros = usb.resolve("targets/zeros");
        shell("truncate", "-s", "300M", zeros);
        Path bomb = directory.resolve("bomb");
        if (kind.equals("zip")) {
            bomb = zip(contents(), zeros);
        } else {
            shell("tar", "-czf", bomb, "-C", usb, ".");
        }
        assertTrue(Files.size(bomb) < 1 << 20);
        assertRefused(bomb);
    }

    @Test
    void aTornArchiveIsRefused() throws Exception {
        repository("usb");
        Path tar = directory.resolve("x.tar");
        shell("tar", "-cf", tar, "-C", directory, "usb");
        byte[] whole = Files.readAllBytes(tar);
        Files.write(tar, java.util.Arrays.copyOf(whole, 1500));
        assertRefused(tar);
    }

    @Test
    void whatHoldsNoRepositoryOrTwoIsRefused() throws Exception {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertRefused(empty);
        repository("two/a");
        repository("two/b");
        assertRefused(directory.resolve("two"));
        assertRefused(Files.writeString(directory.resolve("text"), "no archive at all"));
    }

    @Test
    void withoutADaemonItIsCopiedForLater() throws Exception {
        var answer =
                Gatectl.ofTechnician()
                        .run("import", repository("usb"), "--inbox", inbox, "--sockets", directory);
        assertEquals(69, answer.exitCode());
        assertEquals(contents(), inInbox());
    }

    private void assertRefused(Path path) throws Exception {
        var answer = importing(path);
        assertEquals(1, answer.exitCode(), answer.err());
        assertFalse(answer.err().isBlank());
        assertEquals(Map.of(), inInbox());
    }

    private Answer importing(Path path) throws Exception {
        return RunningGate.ask(
                directory.resolve("run"),
                RunningGate.inService(),
                "import",
                path,
                "--inbox",
                inbox,
                "--sockets",
                directory.resolve("run"));
    }

    private static Map<String, String> contents() {
        return new TreeMap<>(
                Map.of(
                        "metadata/timestamp.json",
                        "timestamp",
                        "metadata/1.root.json",
                        "root",
                        "metadata/site%2Fa.json",
                        "role",
                        "targets/issuers.json",
                        "issuers",
                        LONG,
                        "list"));
    }

    private Path repository(String name) throws IOException {
        for (var file : contents().entrySet()) {
            Path path = directory.resolve(name).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return directory.resolve(name);
    }

    private Map<String, String> inInbox() throws IOException {
        Map<String, String> found = new TreeMap<>();
        if (!Files.exists(inbox)) {
            return found;
        }
        try (var all = Files.walk(inbox)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.put(inbox.relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }

    private Path zip(Map<String, String> files, Path... more) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("repo/" + file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
            for (Path file : more) {
                zip.putNextEntry(new ZipEntry("elsewhere/" + file.getFileName()));
                Files.copy(file, zip);
            }
        }
        return Files.write(directory.resolve("x.zip"), bytes.toByteArray());
    }

    private static void shell(Object... words) throws Exception {
        var command = List.of(words).stream().map(String::valueOf).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), String.join(" ", command));
    }
}
