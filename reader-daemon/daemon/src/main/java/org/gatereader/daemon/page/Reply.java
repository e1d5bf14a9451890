package org.gatereader.daemon.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** What a page answers a browser. */
public sealed interface Reply {
    /** There is no such page. */
    Reply NOT_FOUND = text(404, "no such page\n");

    /** Done; there is nothing to show. */
    Whole DONE = new Whole(204, "text/plain", new byte[0]);

    /**
     * A body, whole.
     *
     * @param type its media type; text is UTF-8
     */
    // Written once and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(int status, String type, byte[] body) implements Reply {}

    /**
     * A page that is whole in itself, to print and to keep: its style and its pictures lie in it,
     * and it runs and fetches nothing.
     *
     * @param html UTF-8
     */
    // Written once and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Document(byte[] html) implements Reply {}

    /** Events until the page goes or falls behind. */
    record Events(EventStreams streams) implements Reply {}

    /**
     * Done, and this browser is known by a name from now on, as long as it is open.
     *
     * @param name letters and digits that nobody guesses
     */
    record Session(String name) implements Reply {}

    static Reply text(int status, String text) {
        return new Whole(status, "text/plain", text.getBytes(UTF_8));
    }

    static Reply json(String text) {
        return new Whole(200, "application/json", text.getBytes(UTF_8));
    }

    static Reply png(byte[] picture) {
        return new Whole(200, "image/png", picture);
    }

    /**
     * A file that came with this program.
     *
     * @param owner beside whose class it lies
     * @param name a name of the program's own, never one that a browser sent
     */
    static Reply file(Class<?> owner, String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return file(name, file.readAllBytes());
        }
    }

    /** A file of this name and content. */
    static Reply file(String name, byte[] content) {
        return new Whole(200, typeOf(name), content);
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html";
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("a file of no known type: " + name);
        };
    }
}
