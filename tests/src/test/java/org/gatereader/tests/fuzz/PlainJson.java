package org.gatereader.tests.fuzz;

import java.util.stream.Collectors;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonValue;

/** Writes what the JSON reader read, without white space and with the fewest escapes. */
public final class PlainJson {
    private PlainJson() {}

    public static String of(JsonValue value) {
        return switch (value) {
            case JsonObject object ->
                    object.members().stream()
                            .map(member -> quoted(member.name()) + ":" + of(member.value()))
                            .collect(Collectors.joining(",", "{", "}"));
            case JsonValue.Array array ->
                    array.items().stream()
                            .map(PlainJson::of)
                            .collect(Collectors.joining(",", "[", "]"));
            case JsonValue.Text text -> quoted(text.value());
            case JsonValue.Int number -> Long.toString(number.value());
            case JsonValue.Decimal number -> number.digits();
            case JsonValue.Bool bool -> Boolean.toString(bool.value());
            case JsonValue.Null _ -> "null";
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
