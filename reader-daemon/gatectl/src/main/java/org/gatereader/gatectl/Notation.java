package org.gatereader.gatectl;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonValue;

/**
 * CBOR and JSON for people: the diagnostic notation of RFC 8949, section 8, and JSON itself,
 * bounded and harmless to a terminal.
 */
final class Notation {
    /** No claim that P1 knows is longer; of others the beginning is enough. */
    private static final int TEXT_LENGTH_MAX = 256;

    private static final int BYTES_MAX = 64;

    private Notation() {}

    /** Any item; its depth and the number of its items were bounded when it was read. */
    static String of(CborValue item) {
        return switch (item) {
            case CborValue.Int number -> number.bigValue().toString();
            case CborValue.Text text -> Printable.quoted(text.value(), TEXT_LENGTH_MAX);
            case CborValue.Bytes bytes -> hex(bytes.toByteArray());
            case CborValue.Array array ->
                    array.items().stream()
                            .map(Notation::of)
                            .collect(Collectors.joining(", ", "[", "]"));
            case CborMap map ->
                    map.entries().stream()
                            .map(entry -> of(entry.key()) + ": " + of(entry.value()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case CborValue.Tag tag ->
                    Long.toUnsignedString(tag.number()) + "(" + of(tag.content()) + ")";
            case CborValue.Bool truth -> String.valueOf(truth.value());
            case CborValue.Null _ -> "null";
            case CborValue.Simple simple -> "simple(" + simple.number() + ")";
        };
    }

    /** What stands behind seconds since 1970: {@code " (instant)"}. */
    static String instant(long seconds) {
        try {
            return " (" + Instant.ofEpochSecond(seconds) + ")";
        } catch (DateTimeException _) {
            return " (beyond any calendar)";
        }
    }

    /** Any JSON value, as JSON. */
    static String of(JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> Printable.quoted(text.value(), TEXT_LENGTH_MAX);
            case JsonValue.Int number -> String.valueOf(number.value());
            case JsonValue.Decimal number -> number.digits();
            case JsonValue.Bool truth -> String.valueOf(truth.value());
            case JsonValue.Null _ -> "null";
            case JsonValue.Array array ->
                    array.items().stream()
                            .map(Notation::of)
                            .collect(Collectors.joining(", ", "[", "]"));
            case JsonObject object ->
                    object.members().stream()
                            .map(
                                    member ->
                                            Printable.quoted(member.name(), TEXT_LENGTH_MAX)
                                                    + ": "
                                                    + of(member.value()))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String hex(byte[] bytes) {
        int shown = Math.min(bytes.length, BYTES_MAX);
        String digits = HexFormat.of().formatHex(bytes, 0, shown);
        return "h'" + digits + (shown < bytes.length ? "…' (" + bytes.length + " bytes)" : "'");
    }
}
