package org.gatereader.verifier.encoding;

import java.util.HexFormat;
import java.util.stream.Collectors;

/** Writes items in diagnostic notation (RFC 8949, section 8), so that a test can name them. */
final class CborNotation {
    private CborNotation() {}

    static String of(CborValue value) {
        return switch (value) {
            case CborValue.Int number -> number.bigValue().toString();
            case CborValue.Bytes bytes ->
                    "h'" + HexFormat.of().formatHex(bytes.toByteArray()) + "'";
            case CborValue.Text text -> quoted(text.value());
            case CborValue.Array array ->
                    array.items().stream()
                            .map(CborNotation::of)
                            .collect(Collectors.joining(",", "[", "]"));
            case CborMap map ->
                    map.entries().stream()
                            .map(entry -> of(entry.key()) + ":" + of(entry.value()))
                            .collect(Collectors.joining(",", "{", "}"));
            case CborValue.Tag tag ->
                    Long.toUnsignedString(tag.number()) + "(" + of(tag.content()) + ")";
            case CborValue.Bool bool -> String.valueOf(bool.value());
            case CborValue.Null _ -> "null";
            case CborValue.Simple simple ->
                    simple.number() == 23 ? "undefined" : "simple(" + simple.number() + ")";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
