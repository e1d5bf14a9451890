package org.gatereader.daemon.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatereader.daemon.control.wire.ControlAnswer.Done;
import org.gatereader.daemon.control.wire.ControlAnswer.Status;
import org.gatereader.daemon.control.wire.ControlClient;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The socket files: who may connect, and whose place may be taken. */
class ControlSocketsTest {
    private static final List<String> SOCKETS =
            List.of(ControlClient.STATUS_SOCKET, ControlClient.CONTROL_SOCKET);

    @TempDir Path directory;

    @Test
    void onlyOwnerAndGroupMayConnect() throws IOException {
        try (var _ = open(Optional.empty())) {
            for (var socket : SOCKETS) {
                var modes = Files.getPosixFilePermissions(directory.resolve(socket));
                assertEquals("rw-rw----", PosixFilePermissions.toString(modes));
            }
        }
    }

    @Test
    void givesTheSocketsToTheConfiguredGroup() throws IOException {
        var own = Files.readAttributes(directory, PosixFileAttributes.class).group();
        try (var _ = open(Optional.of(own.getName()))) {
            var socket = directory.resolve(ControlClient.CONTROL_SOCKET);
            assertEquals(own, Files.readAttributes(socket, PosixFileAttributes.class).group());
        }
    }

    @Test
    void aSocketThatCanNotHaveItsGroupIsNeverThere() throws IOException {
        var refused = assertThrows(IOException.class, () -> open(Optional.of("no-such-group")));
        assertTrue(refused.toString().contains("no-such-group"), refused.toString());
        assertEquals(List.of("gate-reader.lock"), names());
    }

    @Test
    void leavesNothingBehindButItsLock() throws IOException {
        open(Optional.empty()).close();
        assertEquals(List.of("gate-reader.lock"), names());
    }

    @Test
    void takesThePlaceOfASocketThatNobodyListensAt() throws IOException {
        for (var socket : SOCKETS) {
            bind(socket).close();
        }
        try (var _ = open(Optional.empty())) {
            assertEquals(3, names().size());
        }
    }

    @Test
    void doesNotTakeThePlaceOfASocketThatSomebodyListensAt() throws IOException {
        try (var _ = bind(ControlClient.CONTROL_SOCKET)) {
            var refused = assertThrows(IOException.class, () -> open(Optional.empty()));
            assertTrue(refused.toString().endsWith("another process listens"));
        }
    }

    @Test
    void doesNotTakeThePlaceOfAFile() throws IOException {
        var file = Files.writeString(directory.resolve(ControlClient.STATUS_SOCKET), "kept");
        assertThrows(IOException.class, () -> open(Optional.empty()));
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void twoGateReadersDoNotShareADirectory() throws IOException {
        try (var first = open(Optional.empty())) {
            assertThrows(IOException.class, () -> open(Optional.empty()));
            first.runOnce(0);
            assertEquals(3, names().size());
        }
    }

    @Test
    void refusesADirectoryInWhichOthersCouldPutTheirOwnSocket() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThrows(IOException.class, () -> open(Optional.empty()));
        assertEquals(List.of(), names());
    }

    @Test
    void clearsWhatAKilledProcessLeftInTheAnteroom() throws IOException {
        Files.createDirectory(directory.resolve(".bind"));
        bind(".bind/" + ControlClient.STATUS_SOCKET).close();
        try (var _ = open(Optional.empty())) {
            assertEquals(3, names().size());
        }
    }

    @Test
    void theClientIsAnsweredByARunningServer() throws Exception {
        try (var server = open(Optional.empty())) {
            var isStopping = new AtomicBoolean();
            var control = Thread.ofPlatform().start(() -> serve(server, isStopping));
            var status = client(ControlClient.STATUS_SOCKET, Duration.ofSeconds(60));
            assertEquals(new Status(Reports.report()), status.ask(ControlVerb.STATUS));
            var admin = client(ControlClient.CONTROL_SOCKET, Duration.ofSeconds(60));
            assertEquals(new Done("begun"), admin.ask(ControlVerb.MAINTENANCE_ON));
            isStopping.set(true);
            control.join();
        }
    }

    @Test
    void theClientGivesUpOnAGateThatIsSilent() throws IOException {
        try (var _ = bind(ControlClient.STATUS_SOCKET)) {
            var client = client(ControlClient.STATUS_SOCKET, Duration.ofMillis(1));
            var silent = assertThrows(IOException.class, () -> client.ask(ControlVerb.STATUS));
            assertTrue(silent.toString().contains("no answer within"));
        }
    }

    @Test
    void theClientSaysWhereNobodyListens() {
        var client = client(ControlClient.STATUS_SOCKET, Duration.ofSeconds(1));
        assertThrows(IOException.class, () -> client.ask(ControlVerb.STATUS));
    }

    private ControlClient client(String socket, Duration patience) {
        return new ControlClient(directory, socket, patience);
    }

    private ControlServer open(Optional<String> group) throws IOException {
        var settings = new ControlServer.Settings(directory, group, group);
        return new ControlServer(
                settings, new ControlDesk(Reports::report, new Technician(), _ -> {}));
    }

    private ServerSocketChannel bind(String name) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(directory.resolve(name)));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void serve(ControlServer server, AtomicBoolean isStopping) {
        try {
            while (!isStopping.get()) {
                server.await(Duration.ofMillis(10));
                server.runOnce(0);
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
