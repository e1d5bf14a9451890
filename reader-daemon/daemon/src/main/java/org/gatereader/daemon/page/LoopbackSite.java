package org.gatereader.daemon.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP server for browsers of this machine. It answers a request only if its Host is this very
 * address and its Origin, where there is one, is this very site: a page of elsewhere can neither
 * press a button here nor read under a borrowed name.
 */
public final class LoopbackSite implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Each open page holds one for its stream; the rest answer single questions. */
    private static final int THREADS_MAX = EventStreams.STREAMS_MAX + 4;

    /** Who comes when all are busy waits; so many, the next is turned away. */
    private static final int WAITING_MAX = 32;

    private static final String SESSION = "gate-session=";

    private static final long HEARTBEAT_MILLIS = 15_000;

    /** Nothing from elsewhere, nothing inline: what runs on a page came with this program. */
    private static final String SITE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    /** For a page that carries its style and pictures in itself, and does nothing. */
    private static final String DOCUMENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Pages pages;

    /** What is on the site. */
    @FunctionalInterface
    public interface Pages {
        /** Answers one request; called from several threads at once. */
        Reply answer(Request request) throws IOException;
    }

    private LoopbackSite(HttpServer server, Pages pages) {
        this.server = server;
        this.pages = pages;
        this.threads =
                new ThreadPoolExecutor(
                        THREADS_MAX,
                        THREADS_MAX,
                        1,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(WAITING_MAX),
                        Thread.ofPlatform().daemon().name("pages-", 0).factory());
    }

    /**
     * Serves from now on.
     *
     * @param port 0 takes a free one
     */
    public static LoopbackSite start(int port, Pages pages) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
        var site = new LoopbackSite(HttpServer.create(address, 0), pages);
        site.server.setExecutor(site.threads);
        site.server.createContext("/", site::answer);
        site.server.start();
        return site;
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
            String method = exchange.getRequestMethod();
            if (!isFromHere(exchange)) {
                send(exchange, Reply.text(403, "this page is for this machine\n"));
            } else if (method.equals("GET") || method.equals("POST")) {
                send(exchange, pages.answer(request(exchange)));
            } else {
                send(exchange, Reply.text(405, "GET or POST\n"));
            }
        }
    }

    private static Request request(HttpExchange exchange) {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                session(exchange),
                exchange.getRequestBody());
    }

    private static String session(HttpExchange exchange) {
        String cookies = exchange.getRequestHeaders().getFirst("Cookie");
        return Arrays.stream(Objects.requireNonNullElse(cookies, "").split("; *", -1))
                .filter(cookie -> cookie.startsWith(SESSION))
                .map(cookie -> cookie.substring(SESSION.length()))
                .findFirst()
                .orElse("");
    }

    private boolean isFromHere(HttpExchange exchange) {
        int port = server.getAddress().getPort();
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        boolean isOurHost =
                ("127.0.0.1:" + port).equals(host) || ("localhost:" + port).equals(host);
        return isOurHost && (origin == null || origin.equals("http://" + host));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Whole whole -> send(exchange, whole, SITE_POLICY);
            case Reply.Document(byte[] html) ->
                    send(exchange, new Reply.Whole(200, "text/html", html), DOCUMENT_POLICY);
            case Reply.Session(String name) -> {
                exchange.getResponseHeaders()
                        .set("Set-Cookie", SESSION + name + "; Path=/; HttpOnly; SameSite=Strict");
                send(exchange, Reply.DONE);
            }
            case Reply.Events(EventStreams streams) -> {
                Optional<EventStreams.Stream> opened = streams.open();
                if (opened.isPresent()) {
                    stream(exchange, opened.get());
                } else {
                    send(exchange, Reply.text(503, "too many pages are open\n"));
                }
            }
        }
    }

    private static void send(HttpExchange exchange, Reply.Whole reply, String policy)
            throws IOException {
        addHeaders(exchange, reply.type(), policy);
        int length = reply.body().length;
        exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(reply.body());
    }

    private static void stream(HttpExchange exchange, EventStreams.Stream stream)
            throws IOException {
        try (stream) {
            addHeaders(exchange, "text/event-stream", SITE_POLICY);
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            // The server keeps the header until something follows; a page is to know that it is
            // heard.
            body.flush();
            while (!stream.isCutOff()) {
                // A comment now and then finds out that a page has gone.
                body.write(stream.next(HEARTBEAT_MILLIS).orElse(":\n\n").getBytes(UTF_8));
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void addHeaders(HttpExchange exchange, String type, String policy) {
        String content = type.startsWith("text/") ? type + "; charset=utf-8" : type;
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", content);
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
    }
}
