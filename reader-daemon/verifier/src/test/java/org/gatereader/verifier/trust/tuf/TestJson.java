package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Maps, lists, texts, numbers and flags as JSON: signer and judge share no code. */
final class TestJson {
    private TestJson() {}

    /** As it is signed; names here are ASCII, which every order sorts alike. */
    static byte[] canonical(Object value) {
        return text(value, "").getBytes(UTF_8);
    }

    /** As it is published: in another order and with blanks. */
    static byte[] published(Object value) {
        return text(value, " ").getBytes(UTF_8);
    }

    private static String text(Object value, String blank) {
        return switch (value) {
            case Map<?, ?> map -> object(map, blank);
            case List<?> list ->
                    list.stream()
                            .map(item -> text(item, blank))
                            .collect(Collectors.joining("," + blank, "[", "]"));
            case String string ->
                    "\""
                            + string.replace("\\", "\\\\")
                                    .replace("\"", "\\\"")
                                    .replace("\n", newline(blank))
                            + "\"";
            default -> value.toString();
        };
    }

    /** Canonical JSON leaves control characters as they are; JSON itself does not allow them. */
    private static String newline(String blank) {
        return blank.isEmpty() ? "\n" : "\\n";
    }

    private static String object(Map<?, ?> map, String blank) {
        Map<?, ?> ordered = blank.isEmpty() ? new TreeMap<>(map) : map;
        return ordered.entrySet().stream()
                .map(
                        member ->
                                text(member.getKey(), blank)
                                        + ":"
                                        + blank
                                        + text(member.getValue(), blank))
                .collect(Collectors.joining("," + blank, "{", "}"));
    }
}
