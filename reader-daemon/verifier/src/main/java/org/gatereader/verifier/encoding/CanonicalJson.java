package org.gatereader.verifier.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;

/**
 * Writes a JSON value in the one form that is signed: OLPC's canonical JSON, which TUF names in
 * section 4.1. Members are sorted by the code points of their names, nothing stands between tokens,
 * only {@code "} and {@code \} are escaped, and there are no fractions.
 *
 * <p>What {@link JsonReader} bounded in depth and size, this writes without a bound of its own.
 */
public final class CanonicalJson {
    // UTF-8 sorts as code points do, which the UTF-16 of a String does not.
    private static final Comparator<JsonObject.Member> BY_NAME =
            (one, other) ->
                    Arrays.compareUnsigned(
                            one.name().getBytes(UTF_8), other.name().getBytes(UTF_8));

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /** The value's canonical bytes; empty if it holds a number that is not a whole one. */
    public static Optional<byte[]> of(JsonValue value) {
        var writer = new CanonicalJson();
        return writer.write(value)
                ? Optional.of(writer.text.toString().getBytes(UTF_8))
                : Optional.empty();
    }

    private boolean write(JsonValue value) {
        return switch (value) {
            case JsonObject object -> object(object);
            case JsonValue.Array array -> array(array);
            case JsonValue.Text string -> text(string.value());
            case JsonValue.Int number -> word(Long.toString(number.value()));
            case JsonValue.Bool bool -> word(bool.value() ? "true" : "false");
            case JsonValue.Null _ -> word("null");
            case JsonValue.Decimal _ -> false;
        };
    }

    private boolean object(JsonObject object) {
        text.append('{');
        Iterator<JsonObject.Member> members = object.members().stream().sorted(BY_NAME).iterator();
        while (members.hasNext()) {
            JsonObject.Member member = members.next();
            text(member.name());
            text.append(':');
            if (!write(member.value())) {
                return false;
            }
            if (members.hasNext()) {
                text.append(',');
            }
        }
        return word("}");
    }

    private boolean array(JsonValue.Array array) {
        text.append('[');
        Iterator<JsonValue> items = array.items().iterator();
        while (items.hasNext()) {
            if (!write(items.next())) {
                return false;
            }
            if (items.hasNext()) {
                text.append(',');
            }
        }
        return word("]");
    }

    private boolean text(String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
        return word("\"" + escaped + "\"");
    }

    private boolean word(String word) {
        text.append(word);
        return true;
    }
}
