package org.gatereader.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatereader.verifier.encoding.JsonFault;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;

/** The project's test vectors that are JSON, read by our own reader. */
public final class Vectors {
    private static final Path DIRECTORY = Path.of("../../tests/vectors");
    private static final int BYTES_MAX = 1 << 20;

    private Vectors() {}

    /** Reads a file by its path below {@code tests/vectors}. */
    public static JsonObject read(String file) {
        try {
            byte[] document = Files.readAllBytes(DIRECTORY.resolve(file));
            return switch (JsonReader.read(document, BYTES_MAX)) {
                case JsonReading.Whole(JsonValue root) -> (JsonObject) root;
                case JsonFault fault -> throw new AssertionError(file + ": " + fault);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The object at a path of member names. */
    public static JsonObject object(JsonObject parent, String... path) {
        JsonObject object = parent;
        for (String name : path) {
            object = (JsonObject) object.get(name).orElseThrow();
        }
        return object;
    }

    public static List<JsonObject> objects(JsonObject parent, String member) {
        return ((JsonValue.Array) parent.get(member).orElseThrow())
                .items().stream().map(JsonObject.class::cast).toList();
    }

    public static String text(JsonObject parent, String member) {
        return ((JsonValue.Text) parent.get(member).orElseThrow()).value();
    }

    public static long number(JsonObject parent, String member) {
        return ((JsonValue.Int) parent.get(member).orElseThrow()).value();
    }
}
