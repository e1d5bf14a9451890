package org.gatereader.tests.fuzz;

import com.upokecenter.cbor.CBORObject;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;

/**
 * One notation for the values of two readers; the entries of a map are sorted, as one sorts them.
 */
final class CborNotation {
    private CborNotation() {}

    static String of(CborValue value) {
        return switch (value) {
            case CborValue.Int number -> number.bigValue().toString();
            case CborValue.Bytes bytes -> bytes(bytes.toByteArray());
            case CborValue.Text text -> text(text.value());
            case CborValue.Array array -> array(array.items().stream().map(CborNotation::of));
            case CborMap map ->
                    map(
                            map.entries().stream()
                                    .map(entry -> of(entry.key()) + ":" + of(entry.value())));
            case CborValue.Tag tag ->
                    Long.toUnsignedString(tag.number()) + "(" + of(tag.content()) + ")";
            case CborValue.Bool bool -> "simple(" + (bool.value() ? 21 : 20) + ")";
            case CborValue.Null _ -> "simple(22)";
            case CborValue.Simple simple -> "simple(" + simple.number() + ")";
        };
    }

    static String of(CBORObject value) {
        if (value.isTagged()) {
            return value.getMostOuterTag() + "(" + of(value.UntagOne()) + ")";
        }
        return switch (value.getType()) {
            case Integer -> value.AsEIntegerValue().toString();
            case ByteString -> bytes(value.GetByteString());
            case TextString -> text(value.AsString());
            case Array -> array(value.getValues().stream().map(CborNotation::of));
            case Map ->
                    map(
                            value.getEntries().stream()
                                    .map(entry -> of(entry.getKey()) + ":" + of(entry.getValue())));
            case Boolean, SimpleValue -> "simple(" + value.getSimpleValue() + ")";
            default -> "not in our subset: " + value.getType();
        };
    }

    private static String bytes(byte[] content) {
        return "h'" + HexFormat.of().formatHex(content) + "'";
    }

    private static String text(String content) {
        return '"' + content + '"';
    }

    private static String array(Stream<String> items) {
        return items.collect(Collectors.joining(",", "[", "]"));
    }

    private static String map(Stream<String> entries) {
        return entries.sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
