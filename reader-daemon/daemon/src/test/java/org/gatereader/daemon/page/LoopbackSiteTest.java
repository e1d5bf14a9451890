package org.gatereader.daemon.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.gatereader.daemon.display.Sign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real server, asked by hand: a browser would not send what these do. */
class LoopbackSiteTest {
    private final DisplayPage page = new DisplayPage();
    private final LoopbackSite site;
    private final List<Socket> sockets = new ArrayList<>();

    LoopbackSiteTest() throws IOException {
        site = LoopbackSite.start(0, page::answer);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:@,    -,                   200",
        "localhost:@,    -,                   200",
        "127.0.0.1:@,    http://127.0.0.1:@,  200",
        "127.0.0.1:@,    http://evil.example, 403", // a page of elsewhere presses a button
        "127.0.0.1:@,    null,                403", // so does one in a sandbox
        "127.0.0.1:@,    http://localhost:@,  403",
        "evil.example:@, -,                   403", // a name that was made to point here
        "127.0.0.1,      -,                   403",
        "127.0.0.1:1,    -,                   403"
    })
    void answersOnlyAPageOfThisVerySite(String host, String origin, int status) throws IOException {
        String port = Integer.toString(site.address().getPort());
        String request = "GET /display HTTP/1.1\r\nHost: " + host.replace("@", port) + "\r\n";
        if (!origin.equals("-")) {
            request += "Origin: " + origin.replace("@", port) + "\r\n";
        }
        assertEquals(status, statusOf(request));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /display,               200",
        "GET,    /display.css,           200",
        "GET,    /,                      404",
        "GET,    /../DisplayPage.class,  404",
        "GET,    /display.html,          404",
        "POST,   /display,               405",
        "DELETE, /display,               405"
    })
    void hasWhatItListsAndNothingElse(String method, String path, int status) throws IOException {
        assertEquals(status, statusOf(method + " " + path + " HTTP/1.1\r\n" + host()));
    }

    @Test
    void turnsAwayOneStreamTooManyAndServesTheOthersOn() throws IOException {
        String request = "GET /display/events HTTP/1.1\r\n" + host();
        for (int stream = 0; stream < EventStreams.STREAMS_MAX; stream++) {
            assertEquals(200, statusOf(request));
        }
        assertEquals(503, statusOf(request));
        page.show(Sign.READY, 0);
        assertTrue(line(sockets.getFirst(), "data: ").contains("\"READY\""));
    }

    @Test
    void tellsAPageThatComesLaterWhatStands() throws IOException {
        page.show(Sign.PASS, 0);
        page.show(Sign.READY, 0);
        statusOf("GET /display/events HTTP/1.1\r\n" + host());
        assertTrue(line(sockets.getFirst(), "data: ").contains("\"READY\""));
    }

    private String host() {
        return "Host: 127.0.0.1:" + site.address().getPort() + "\r\n";
    }

    private int statusOf(String head) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), site.address().getPort());
        sockets.add(socket);
        socket.getOutputStream().write((head + "\r\n").getBytes(UTF_8));
        return Integer.parseInt(line(socket, "HTTP/1.1 ").split(" ", 3)[1]);
    }

    /** The next line that begins so, byte by byte: what follows is for the next question. */
    private static String line(Socket socket, String beginning) throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0;
                next = socket.getInputStream().read()) {
            if (next != '\n') {
                line.append((char) next);
            } else if (line.toString().startsWith(beginning)) {
                return line.toString().strip();
            } else {
                line.setLength(0);
            }
        }
        throw new IOException("no line began with " + beginning);
    }
}
