package org.gatereader.tests.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.awt.Rectangle;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium with one tab, driven over its DevTools protocol: enough to load a page, to
 * ask it questions in JavaScript, and to hear what it complains about.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final String LISTENING = "DevTools listening on ws://";

    /** A quarter of a second each. */
    private static final int LOOKS_MAX = 120;

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final JsonFactory JSON = new JsonFactory();

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Inbox inbox = new Inbox();
    private final List<String> complaints = new ArrayList<>();
    private final WebSocket tab;
    private int calls;

    private Chromium(Process process, URI tabAddress) {
        this.process = process;
        this.tab = http.newWebSocketBuilder().buildAsync(tabAddress, inbox).join();
    }

    /**
     * Starts a browser of its own.
     *
     * @param profile an empty directory
     * @throws IOException if this machine has none
     */
    static Chromium start(Path profile) throws IOException {
        Process process =
                new ProcessBuilder(
                                executable().orElseThrow(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--autoplay-policy=no-user-gesture-required",
                                "--disable-audio-output",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var browser = new Chromium(process, tab(authority(process)));
        browser.call("Runtime.enable", "{}");
        browser.call("Log.enable", "{}");
        browser.call("Page.enable", "{}");
        return browser;
    }

    /** Goes there, and waits until the page stands. */
    void open(URI address) throws IOException {
        call("Page.navigate", "{\"url\":\"" + address + "\"}");
        await("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    void resize(int width, int height) throws IOException {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":false}"
                        .formatted(width, height));
    }

    /** The page's theme, {@code light} or {@code dark}. */
    void theme(String scheme) throws IOException {
        prefer("prefers-color-scheme", scheme);
    }

    /** What the person prefers, by one media feature; every other is as without a preference. */
    void prefer(String feature, String value) throws IOException {
        call(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"%s\",\"value\":\"%s\"}]}".formatted(feature, value));
    }

    /** What this rectangle of the page looks like, in pixels of the page, as a PNG. */
    byte[] picture(Rectangle of) throws IOException {
        String answer =
                call(
                        "Page.captureScreenshot",
                        """
                        {"captureBeyondViewport":true,\
                        "clip":{"x":%d,"y":%d,"width":%d,"height":%d,"scale":1}}"""
                                .formatted(of.x, of.y, of.width, of.height));
        return Base64.getDecoder().decode(member(answer, "data").orElseThrow());
    }

    /** The value of an expression, as text; a promise is waited for. */
    String evaluate(String expression) throws IOException {
        String script = "(async () => String(await (%s)))()".formatted(expression);
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(script));
        String answer =
                call(
                        "Runtime.evaluate",
                        "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":\"%s\"}"
                                .formatted(quoted));
        if (answer.contains("\"exceptionDetails\"")) {
            throw new LeftException("the page could not say " + expression + ": " + answer);
        }
        return member(answer, "value").orElse("");
    }

    /** The expression that holds once a part of the page contains this text. */
    static String says(String selector, String part) {
        return "document.querySelector('%s').textContent.includes('%s')".formatted(selector, part);
    }

    /** Waits until the expression holds, on whatever page stands by then. */
    void await(String condition) throws IOException {
        for (int look = 0; look < LOOKS_MAX; look++) {
            if (holdsSoon(condition)) {
                return;
            }
        }
        throw new IOException(
                "in vain: " + condition + "; the page: " + evaluate("document.body?.innerText"));
    }

    /** Looks for a quarter of a second; false too where the page was left meanwhile. */
    private boolean holdsSoon(String condition) throws IOException {
        String loop =
                "new Promise(done => { const until = Date.now() + 250; const holds = () => { try {"
                        + " return %s; } catch { return false; } }; const look = () => holds() ?"
                        + " done(true) : Date.now() > until ? done(false) : setTimeout(look, 25);"
                        + " look(); })";
        try {
            return evaluate(loop.formatted(condition)).equals("true");
        } catch (LeftException left) {
            return false;
        }
    }

    /** The page could not say, or was left before it could. */
    private static final class LeftException extends IOException {
        private static final long serialVersionUID = 1L;

        LeftException(String problem) {
            super(problem);
        }
    }

    /** Errors on the page's console, and scripts that failed, since the start. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        tab.abort();
        http.close();
        process.destroy();
    }

    private String call(String method, String parameters) throws IOException {
        int id = ++calls;
        tab.sendText(
                        "{\"id\":%d,\"method\":\"%s\",\"params\":%s}"
                                .formatted(id, method, parameters),
                        true)
                .join();
        try {
            for (String message = inbox.next(); message != null; message = inbox.next()) {
                if (member(message, "id").filter(Integer.toString(id)::equals).isPresent()) {
                    return message;
                }
                keepComplaint(message);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("Chromium did not answer " + method);
    }

    private void keepComplaint(String message) {
        boolean isComplaint =
                message.contains("\"Runtime.exceptionThrown\"")
                        || (message.contains("\"Log.entryAdded\"")
                                && message.contains("\"level\":\"error\""));
        if (isComplaint) {
            complaints.add(message);
        }
    }

    /** Whether this machine has one; {@code ./gate test} installs it where it may. */
    static boolean isHere() {
        return executable().isPresent();
    }

    private static Optional<String> executable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString);
    }

    private static String authority(Process process) throws IOException {
        // Kept open: a browser whose standard error is gone dies of writing to it.
        var errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(LISTENING)) {
                return URI.create(line.substring(line.indexOf("ws://"))).getAuthority();
            }
        }
        throw new IOException("Chromium did not start");
    }

    private static URI tab(String authority) throws IOException {
        try (var list = URI.create("http://" + authority + "/json/list").toURL().openStream()) {
            return member(new String(list.readAllBytes(), UTF_8), "webSocketDebuggerUrl")
                    .map(URI::create)
                    .orElseThrow(() -> new IOException("Chromium opened no tab"));
        }
    }

    /** The first member of this name, at whatever depth, if it is a scalar. */
    private static Optional<String> member(String json, String name) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals(name)) {
                    parser.nextToken();
                    return Optional.ofNullable(parser.getValueAsString());
                }
            }
        }
        return Optional.empty();
    }

    /** Messages of the browser, put together where it sent them in pieces. */
    private static final class Inbox implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder pieces = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence piece, boolean isLast) {
            pieces.append(piece);
            if (isLast) {
                messages.add(pieces.toString());
                pieces.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Nullable String next() throws InterruptedException {
            return messages.poll(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
