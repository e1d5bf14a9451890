package org.gatereader.tests.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.gatereader.demo.cases.DemoCase;

/** The demo page's buttons, and its event stream as a browser reads it; all of it is kept. */
final class PageStream implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;
    private final BufferedReader lines;
    private final StringBuilder heard = new StringBuilder();

    private PageStream(URI page) throws IOException, InterruptedException {
        this.page = page;
        var request = HttpRequest.newBuilder(page.resolve("events")).build();
        var body = http.send(request, BodyHandlers.ofInputStream()).body();
        lines = new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    static PageStream of(URI page) throws IOException, InterruptedException {
        return new PageStream(page);
    }

    void press(DemoCase demoCase) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(page.resolve("case/" + demoCase.name()))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 204) {
            throw new IOException("the button of " + demoCase.name() + " answered " + status);
        }
    }

    /** Reads on until so many events of this topic were told. */
    void await(String topic, int times) throws IOException {
        int seen = 0;
        while (seen < times) {
            String line = lines.readLine();
            if (line == null) {
                throw new EOFException("the stream ended before the next " + topic);
            }
            heard.append(line).append('\n');
            seen += line.equals("event: " + topic) ? 1 : 0;
        }
    }

    /** Everything read so far. */
    String heard() {
        return heard.toString();
    }

    @Override
    public void close() throws IOException {
        lines.close();
        http.shutdownNow();
    }
}
