package org.gatereader.demo.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.gatereader.daemon.page.LoopbackSite;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.page.PageEvents.Topic;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.JsonMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page's server, asked in plain HTTP as any client might. */
class DemoPageTest {
    private static final byte[] PHONE = new GreyPicture(new byte[1], 1, 1).toPng();

    private final PageEvents events = new PageEvents();
    private final BlockingQueue<DemoCase> played = new LinkedBlockingQueue<>();
    private final BlockingQueue<Scene> stood = new LinkedBlockingQueue<>();
    private final List<String> losses = new CopyOnWriteArrayList<>();
    private LoopbackSite page;

    @BeforeEach
    void start() throws IOException {
        page = LoopbackSite.start(0, new DemoPage(events, new Recorder())::answer);
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @Test
    void servesItsOwnFilesAndNoOthers() throws IOException {
        for (String path :
                List.of("/", "/page.css", "/gate.css", "/page.js", "/base.css", "/icon.svg")) {
            assertTrue(ask("GET", path).startsWith("HTTP/1.1 200"), path);
        }
        assertTrue(ask("GET", "/../demo-keys.txt").startsWith("HTTP/1.1 404"));
        assertTrue(ask("GET", "/module-info.class").startsWith("HTTP/1.1 404"));
    }

    @Test
    void allowsNothingFromElsewhereToRun() throws IOException {
        assertTrue(ask("GET", "/").contains("script-src 'self'"));
        String html = new String(DemoPage.content("index.html"), UTF_8);
        assertFalse(html.replace("http://www.w3.org/", "").contains("://"));
    }

    @Test
    void listsTheCasesForTheButtons() throws IOException {
        String model = ask("GET", "/model");
        assertTrue(model.contains("\"name\":\"valid\""));
        assertTrue(model.contains("\"408\":\"REVOKED\""));
    }

    @Test
    void playsTheCaseOfAButton() throws Exception {
        assertTrue(ask("POST", "/case/revoked").startsWith("HTTP/1.1 204"));
        assertEquals("revoked", played.take().name());
        assertTrue(ask("POST", "/case/none-such").startsWith("HTTP/1.1 404"));
        assertTrue(ask("DELETE", "/case/revoked").startsWith("HTTP/1.1 405"));
        assertTrue(played.isEmpty());
    }

    @Test
    void changesThePassThatThePhoneCarries() throws Exception {
        assertTrue(ask("POST", "/pass/p2").startsWith("HTTP/1.1 204"));
        assertEquals("p2-valid", played.take().name());
        assertTrue(ask("POST", "/pass/p3").startsWith("HTTP/1.1 404"));
    }

    @Test
    void drawsTheChallengeWhereTheGateDemandsOne() throws Exception {
        assertTrue(ask("GET", "/challenge.png").startsWith("HTTP/1.1 404"));
        assertTrue(ask("POST", "/gate/challenge").startsWith("HTTP/1.1 204"));
        assertEquals(Scene.CHALLENGE, stood.peek());
        assertTrue(ask("GET", "/challenge.png").startsWith("HTTP/1.1 200"));
    }

    @Test
    void drawsThePhonesScreenFromItsOwnAddress() throws Exception {
        try (var picture = page.address().resolve("/phone.png").toURL().openStream()) {
            assertArrayEquals(PHONE, picture.readAllBytes());
        }
    }

    @Test
    void refusesAPageOfAnotherSiteAndABorrowedName() throws IOException {
        assertTrue(
                ask("POST", "/case/valid", "Origin: http://evil.example")
                        .startsWith("HTTP/1.1 403"));
        assertTrue(exchange("GET", "/model", "Host: evil.example").startsWith("HTTP/1.1 403"));
        assertTrue(played.isEmpty());
    }

    @Test
    void tellsTheOfficeThatThePhoneWasLostAndThatItWasFound() throws IOException {
        assertTrue(ask("POST", "/phone/lost").startsWith("HTTP/1.1 204"));
        assertTrue(ask("POST", "/phone/found").startsWith("HTTP/1.1 204"));
        assertEquals(List.of("lost", "found"), losses);
    }

    @Test
    void streamsEventsFromTheNewestOn() throws IOException {
        events.publish(Topic.CLOCK, new JsonMap().put("time", "09:00"));
        try (var body = page.address().resolve("/events").toURL().openStream();
                var lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            assertEquals("event: clock", lines.readLine());
            assertEquals("data: {\"time\":\"09:00\"}", lines.readLine());
        }
    }

    private final class Recorder implements DemoControls {
        @Override
        public void play(DemoCase demoCase) {
            played.add(demoCase);
        }

        @Override
        public void carry(DemoCase usual) {
            played.add(usual);
        }

        @Override
        public void stand(Scene scene) {
            stood.add(scene);
        }

        @Override
        public void reportLost() {
            losses.add("lost");
        }

        @Override
        public void reportFound() {
            losses.add("found");
        }

        @Override
        public Optional<byte[]> challengePicture() {
            return stood.contains(Scene.CHALLENGE) ? Optional.of(PHONE.clone()) : Optional.empty();
        }

        @Override
        public byte[] phonePicture() {
            return PHONE.clone();
        }

        @Override
        public byte[] cameraPicture() {
            return PHONE.clone();
        }
    }

    private String ask(String method, String path, String... headers) throws IOException {
        String host = "Host: " + page.address().getAuthority();
        String more = List.of(headers).stream().collect(Collectors.joining("\r\n"));
        return exchange(method, path, more.isEmpty() ? host : host + "\r\n" + more);
    }

    private String exchange(String method, String path, String headers) throws IOException {
        URI address = page.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            String request =
                    "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                            .formatted(method, path, headers);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
