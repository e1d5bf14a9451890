package org.gatereader.daemon.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.AnswerReader;
import org.gatereader.daemon.control.wire.AnswerWriter;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlAnswer.Done;
import org.gatereader.daemon.control.wire.ControlAnswer.Refused;
import org.gatereader.daemon.control.wire.ControlAnswer.Status;
import org.gatereader.daemon.control.wire.ControlClient;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlServerTest {
    private static final String STATUS = ControlClient.STATUS_SOCKET;
    private static final String CONTROL = ControlClient.CONTROL_SOCKET;
    private static final long TWO_SECONDS = Duration.ofSeconds(2).toNanos();

    @TempDir Path directory;
    private final List<GateEvent> events = new ArrayList<>();
    private final List<SocketChannel> callers = new ArrayList<>();
    private Supplier<StatusReport> report = Reports::report;
    private ControlServer server;
    private long nanos = Long.MAX_VALUE - 5;

    @BeforeEach
    void listen() throws IOException {
        var settings = new ControlServer.Settings(directory, Optional.empty(), Optional.empty());
        var desk = new ControlDesk(() -> report.get(), new Technician(), events::add);
        server = new ControlServer(settings, desk);
    }

    @AfterEach
    void stop() throws IOException {
        for (var caller : callers) {
            caller.close();
        }
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {STATUS, CONTROL})
    void answersTheStatusOnBothSockets(String socket) throws IOException {
        assertEquals(new Status(Reports.report()), ask(socket, "status\n"));
        assertEquals(List.of(), events);
    }

    @ParameterizedTest
    @CsvSource({
        "maintenance on, 1, begun",
        "maintenance off, 2, ended",
        "self-test, 3, testing",
        "self-test attended, 5, testing while nobody is admitted",
        "import, 4, imported"
    })
    void everyControlVerbIsDoneAndIsAnEvent(String verb, long number, String done)
            throws IOException {
        assertEquals(new Done(done), ask(CONTROL, verb + "\n"));
        assertEquals(List.of(new GateEvent(Kind.CONTROL_VERB, number)), events);
    }

    @Test
    void howASelfTestStandsIsAskedAgainAndAgainAndIsNoEvent() throws IOException {
        assertEquals(new Done("tested"), ask(CONTROL, "self-test report\n"));
        assertEquals(List.of(), events);
        assertInstanceOf(Refused.class, ask(STATUS, "self-test report\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maintenance on\n", "maintenance off\n", "self-test\n", "import\n"})
    void theStatusSocketOnlyReads(String request) throws IOException {
        assertInstanceOf(Refused.class, ask(STATUS, request));
        assertEquals(List.of(), events);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "open\n",
                "STATUS\n",
                " status\n",
                "status\r\n",
                "status \n",
                "maintenance\n",
                "maintenance on",
                "maintenance on\nstatus\n",
                "maintenance on\0\n",
            })
    void refusesWhatIsNotExactlyOneVerbAndDoesNothing(String request) throws IOException {
        var caller = call(CONTROL, request);
        caller.shutdownOutput();
        turn();
        assertInstanceOf(Refused.class, answer(caller));
        assertEquals(List.of(), events);
    }

    @Test
    void repeatsNothingOfWhatItDoesNotUnderstand() throws IOException {
        var refused = assertInstanceOf(Refused.class, ask(CONTROL, "sub=20261234\n"));
        assertFalse(refused.message().contains("20261234"));
    }

    @Test
    void hearsAVerbThatComesByteByByte() throws IOException {
        var caller = call(STATUS, "");
        for (byte each : "status\n".getBytes(StandardCharsets.US_ASCII)) {
            turn();
            caller.write(ByteBuffer.wrap(new byte[] {each}));
        }
        turn();
        assertInstanceOf(Status.class, answer(caller));
    }

    @Test
    void endsACallerThatSaysNothingAfterTwoSeconds() throws IOException {
        var caller = call(STATUS, "stat");
        turn();
        nanos += TWO_SECONDS - 1;
        turn();
        assertTrue(isOpen(caller));
        nanos += 1;
        turn();
        assertFalse(isOpen(caller));
    }

    @Test
    void aSilentCallerCostsTheNextOneNothing() throws IOException {
        call(STATUS, "");
        call(CONTROL, "maint");
        turn();
        assertInstanceOf(Status.class, ask(STATUS, "status\n"));
    }

    @Test
    void aCrowdOfSilentCallersKeepsNobodyOut() throws IOException {
        var first = call(STATUS, "");
        for (int each = 0; each < 40; each++) {
            call(STATUS, "");
        }
        var last = call(STATUS, "status\n");
        turn();
        turn();
        turn();
        assertInstanceOf(Status.class, answer(last));
        assertFalse(isOpen(first));
    }

    @Test
    void refusesARequestOfMoreThan64KiB() throws IOException {
        var within = call(STATUS, "x".repeat(Connection.REQUEST_BYTES_MAX - 1) + "\n");
        turn();
        assertEquals(new Refused("expected a verb that this gate knows"), answer(within));
        var beyond = call(STATUS, "x".repeat(Connection.REQUEST_BYTES_MAX + 1));
        turn();
        assertEquals(new Refused("expected at most 65536 bytes"), answer(beyond));
    }

    @Test
    void survivesACallerThatIsGoneBeforeItsAnswer() throws IOException {
        call(STATUS, "status\n").close();
        turn();
        assertInstanceOf(Status.class, ask(STATUS, "status\n"));
    }

    @Test
    void showsThirtyTwoListsAndCountsTheRest() throws IOException {
        report = () -> Reports.with(Reports.lists(101), List.of());
        var status = assertInstanceOf(Status.class, ask(STATUS, "status\n"));
        assertEquals(32, status.report().trust().serving().lists().size());
    }

    @Test
    void saysSoWhereAnAnswerWouldBeTooLong() throws IOException {
        report = () -> Reports.with(List.of(), List.of("x".repeat(AnswerWriter.BYTES_MAX)));
        assertEquals(new Refused("the answer is too long"), ask(STATUS, "status\n"));
    }

    @Test
    void aBugOfOursTellsNothingOfItsMessage() throws IOException {
        report =
                () -> {
                    throw new IllegalStateException("sub=20261234");
                };
        var refused = assertInstanceOf(Refused.class, ask(STATUS, "status\n"));
        assertFalse(refused.message().contains("20261234"));
        report = Reports::report;
        assertInstanceOf(Status.class, ask(STATUS, "status\n"));
    }

    private ControlAnswer ask(String socket, String request) throws IOException {
        var caller = call(socket, request);
        turn();
        return answer(caller);
    }

    private SocketChannel call(String socket, String request) throws IOException {
        var caller = SocketChannel.open(StandardProtocolFamily.UNIX);
        callers.add(caller);
        caller.connect(UnixDomainSocketAddress.of(directory.resolve(socket)));
        caller.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        caller.configureBlocking(false);
        return caller;
    }

    private void turn() throws IOException {
        server.runOnce(nanos);
    }

    private static ControlAnswer answer(SocketChannel caller) throws IOException {
        var answer = ByteBuffer.allocate(AnswerWriter.BYTES_MAX + 1);
        while (caller.read(answer) > 0) {
            assertTrue(answer.hasRemaining(), "an answer has at most 64 KiB");
        }
        assertFalse(isOpen(caller), "the connection ends after its one answer");
        byte[] line = new byte[answer.flip().remaining()];
        answer.get(line);
        return AnswerReader.read(line);
    }

    private static boolean isOpen(SocketChannel caller) throws IOException {
        return caller.read(ByteBuffer.allocate(1)) == 0;
    }
}
