package org.gatereader.demo.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.gatereader.demo.DemoThreads;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.Scene;

/** The page's server: loopback only, a handful of addresses, nothing it did not write itself. */
public final class DemoPage implements AutoCloseable {
    private static final String CASE = "/case/";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Each open page holds one for its stream; the rest answer single questions. */
    private static final int THREADS_MAX = 2 * PageEvents.STREAMS_MAX;

    private static final long HEARTBEAT_MILLIS = 15_000;

    /** Nothing from elsewhere, nothing inline: what runs on this page came with it. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = DemoThreads.forRequests("page", THREADS_MAX);
    private final PageEvents events;
    private final DemoControls controls;

    private DemoPage(HttpServer server, PageEvents events, DemoControls controls) {
        this.server = server;
        this.events = events;
        this.controls = controls;
    }

    /**
     * Serves the page from now on.
     *
     * @param port 0 takes a free one
     */
    public static DemoPage start(int port, PageEvents events, DemoControls controls)
            throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
        var page = new DemoPage(HttpServer.create(address, 0), events, controls);
        page.server.setExecutor(page.threads);
        page.server.createContext("/", page::answer);
        page.server.start();
        return page;
    }

    /** Where a browser finds it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isFromHere(exchange)) {
                send(exchange, 403, "text/plain", bytes("this page is for this machine\n"));
            } else if (exchange.getRequestMethod().equals("GET")) {
                get(exchange, exchange.getRequestURI().getPath());
            } else if (exchange.getRequestMethod().equals("POST")) {
                post(exchange, exchange.getRequestURI().getPath());
            } else {
                send(exchange, 405, "text/plain", bytes("GET or POST\n"));
            }
        }
    }

    /** A page of another site can neither press a button here nor read under a borrowed name. */
    private boolean isFromHere(HttpExchange exchange) {
        String authority = address().getAuthority();
        String local = "localhost:" + server.getAddress().getPort();
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        boolean isOurHost = authority.equals(host) || local.equals(host);
        return isOurHost && (origin == null || origin.equals("http://" + host));
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/events" -> stream(exchange);
            case "/model" -> sendText(exchange, "application/json", PageModel.whole().toLine());
            case "/phone.png" -> send(exchange, 200, "image/png", controls.phonePicture());
            case "/challenge.png" -> sendChallenge(exchange);
            case "/camera.png" -> send(exchange, 200, "image/png", controls.cameraPicture());
            default -> sendFile(exchange, path);
        }
    }

    private void sendChallenge(HttpExchange exchange) throws IOException {
        Optional<byte[]> picture = controls.challengePicture();
        if (picture.isPresent()) {
            send(exchange, 200, "image/png", picture.get());
        } else {
            send(exchange, 404, "text/plain", bytes("no challenge is shown\n"));
        }
    }

    private void post(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/pass/p1" -> controls.carry(DemoCases.named("valid"));
            case "/pass/p2" -> controls.carry(DemoCases.named("p2-valid"));
            case "/phone/lost" -> controls.reportLost();
            case "/phone/found" -> controls.reportFound();
            case "/gate/one-way" -> controls.stand(Scene.DAY);
            case "/gate/challenge" -> controls.stand(Scene.CHALLENGE);
            default -> {
                if (!play(path)) {
                    send(exchange, 404, "text/plain", bytes("no such case\n"));
                    return;
                }
            }
        }
        addHeaders(exchange, "text/plain");
        exchange.sendResponseHeaders(204, -1);
    }

    /** Plays the case of this address; false if there is none. */
    private boolean play(String path) {
        Optional<DemoCase> demoCase =
                DemoCases.of(Scene.DAY).stream()
                        .filter(each -> path.equals(CASE + each.name()))
                        .findFirst();
        demoCase.ifPresent(controls::play);
        return demoCase.isPresent();
    }

    private void sendFile(HttpExchange exchange, String path) throws IOException {
        Map.Entry<String, String> file = PageFiles.at(path);
        if (file == null) {
            send(exchange, 404, "text/plain", bytes("no such page\n"));
            return;
        }
        send(exchange, 200, file.getValue(), PageFiles.read(file.getKey()));
    }

    /** Server-sent events (HTML standard, section 9.2) until the page goes or falls behind. */
    private void stream(HttpExchange exchange) throws IOException {
        var opened = events.subscribe();
        if (opened.isEmpty()) {
            send(exchange, 503, "text/plain", bytes("too many pages are open\n"));
            return;
        }
        try (var subscription = opened.get()) {
            addHeaders(exchange, "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            while (!subscription.isCutOff()) {
                // A comment now and then finds out that a page has gone.
                String message = subscription.next(HEARTBEAT_MILLIS).orElse(":\n\n");
                body.write(bytes(message));
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sendText(HttpExchange exchange, String type, String text)
            throws IOException {
        send(exchange, 200, type, bytes(text));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        addHeaders(exchange, type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void addHeaders(HttpExchange exchange, String type) {
        String content = type.startsWith("text/") ? type + "; charset=utf-8" : type;
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", content);
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", CONTENT_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
