package org.gatereader.gatectl.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.page.Reply;
import org.gatereader.daemon.page.Request;
import org.gatereader.gatectl.inbox.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatePagesTest {
    private @TempDir Path uploads;
    private final List<ControlVerb> asked = new ArrayList<>();
    private final List<String> brought = new ArrayList<>();
    private final Doorkeeper doorkeeper = new Doorkeeper(new SecureRandom(), 0);
    private GatePages pages;
    private String session;

    @BeforeEach
    void enter() throws IOException {
        pages = new GatePages(new GateWatch(new Recorder()), doorkeeper, uploads, () -> 0);
        var reply = answer("POST", "/session", "", bytes(doorkeeper.token()));
        session = assertInstanceOf(Reply.Session.class, reply).name();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /events",
        "GET,  /camera",
        "GET,  /self-test.html",
        "POST, /maintenance/on",
        "POST, /maintenance/off",
        "POST, /self-test",
        "POST, /self-test/attended",
        "POST, /import",
        "POST, /technician",
        "GET,  /no-such-page"
    })
    void nobodyWithoutASessionIsToldOrDoesAnything(String method, String path) throws IOException {
        assertEquals(403, status(answer(method, path, "", bytes("x"))));
        assertEquals(403, status(answer(method, path, doorkeeper.token(), bytes("x"))));
        assertTrue(asked.isEmpty());
        assertTrue(brought.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/technician", "/admin", "/gate.js", "/base.css", "/icon.svg"})
    void filesAreAnybodysForTheyHoldNothing(String path) throws IOException {
        assertEquals(200, status(answer("GET", path, "", bytes(""))));
    }

    @ParameterizedTest
    @CsvSource({
        "/maintenance/on,     MAINTENANCE_ON",
        "/maintenance/off,    MAINTENANCE_OFF",
        "/self-test,          SELF_TEST",
        "/self-test/attended, SELF_TEST_ATTENDED"
    })
    void aButtonIsOneVerbOfTheSocket(String path, ControlVerb verb) throws IOException {
        assertEquals(200, status(answer("POST", path, session, bytes(""))));
        assertEquals(List.of(verb), asked);
    }

    @Test
    void aFileIsKeptOnlyWhileItIsLookedAt() throws IOException {
        assertEquals(200, status(answer("POST", "/import", session, bytes(""))));
        assertEquals(List.of("a bundle"), brought);
        try (var left = Files.list(uploads)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aFileWithoutEndIsRefusedAndNotKept() throws IOException {
        var reply = answer("POST", "/import", session, new Endless());
        assertTrue(text(reply).contains("expected at most 256 MiB"), () -> text(reply));
        assertTrue(brought.isEmpty());
        try (var left = Files.list(uploads)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whatHasNoAddressIsNotThere() throws IOException {
        assertEquals(404, status(answer("GET", "/../enter.html", session, bytes(""))));
        assertEquals(404, status(answer("POST", "/maintenance", session, bytes(""))));
    }

    private Reply answer(String method, String path, String who, InputStream body)
            throws IOException {
        return pages.answer(new Request(method, path, who, body));
    }

    private static int status(Reply reply) {
        return assertInstanceOf(Reply.Whole.class, reply).status();
    }

    private static String text(Reply reply) {
        return new String(assertInstanceOf(Reply.Whole.class, reply).body(), UTF_8);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return length;
        }
    }

    private final class Recorder implements Gate {
        @Override
        public ControlAnswer ask(ControlVerb verb) {
            asked.add(verb);
            return new ControlAnswer.Done("done");
        }

        @Override
        public ControlAnswer bring(Bundle bundle) {
            brought.add("a bundle");
            return new ControlAnswer.Done("taken");
        }

        @Override
        public String printable(ControlAnswer.Tested tested) {
            return "";
        }
    }
}
