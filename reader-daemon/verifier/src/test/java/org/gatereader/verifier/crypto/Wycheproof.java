package org.gatereader.verifier.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;

/** One case of a Wycheproof file: its own members, and those of the group it stands in. */
record Wycheproof(JsonObject group, JsonObject test) {
    private static final Path DIRECTORY = Path.of("../../tests/vectors/third-party/wycheproof");

    /** All cases of a file; our own JSON reader reads it. */
    static List<Wycheproof> casesOf(String file) {
        return objects(root(file), "testGroups").stream()
                .flatMap(
                        group ->
                                objects(group, "tests").stream()
                                        .map(test -> new Wycheproof(group, test)))
                .toList();
    }

    /** The number of cases that the file itself states. */
    static long statedCountOf(String file) {
        return number(root(file), "numberOfTests");
    }

    boolean isValid() {
        return text(test, "result").equals("valid");
    }

    byte[] bytes(String member) {
        return HexFormat.of().parseHex(text(test, member));
    }

    long number(String member) {
        return number(test, member);
    }

    long groupNumber(String member) {
        return number(group, member);
    }

    String groupText(String object, String member) {
        return text((JsonObject) group.get(object).orElseThrow(), member);
    }

    @Override
    public String toString() {
        return "tcId " + number("tcId") + ": " + text(test, "comment");
    }

    private static JsonObject root(String file) {
        try {
            byte[] document = Files.readAllBytes(DIRECTORY.resolve(file));
            return switch (JsonReader.read(document, 1 << 20)) {
                case JsonReading.Whole(JsonValue root) -> (JsonObject) root;
                case JsonReading fault -> throw new AssertionError(file + ": " + fault);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<JsonObject> objects(JsonObject parent, String member) {
        return ((JsonValue.Array) parent.get(member).orElseThrow())
                .items().stream().map(JsonObject.class::cast).toList();
    }

    private static String text(JsonObject parent, String member) {
        return ((JsonValue.Text) parent.get(member).orElseThrow()).value();
    }

    private static long number(JsonObject parent, String member) {
        return ((JsonValue.Int) parent.get(member).orElseThrow()).value();
    }
}
