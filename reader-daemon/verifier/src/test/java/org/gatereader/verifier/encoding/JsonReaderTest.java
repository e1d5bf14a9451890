package org.gatereader.verifier.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8259, narrowed as RFC 7493 says. */
class JsonReaderTest {
    private static final int BYTES_MAX = 100_000;

    @Test
    void readsEveryKindOfValueAndWhereItStands() {
        var root =
                (JsonObject)
                        read(
                                """
                                {"text": "각", "number": -7,
                                  "list": [true, null],
                                  "pi": 3.14}
                                """);
        assertEquals("각", ((JsonValue.Text) member(root, "text")).value());
        assertEquals(-7, ((JsonValue.Int) member(root, "number")).value());
        assertEquals("3.14", ((JsonValue.Decimal) member(root, "pi")).digits());
        var list = (JsonValue.Array) member(root, "list");
        assertTrue(((JsonValue.Bool) list.items().getFirst()).value());
        assertInstanceOf(JsonValue.Null.class, list.items().getLast());
        assertEquals("2:18", list.items().getLast().at().toString());
        assertEquals(List.of("text", "number", "list", "pi"), names(root));
        assertEquals(new TextPosition(3, 3), root.members().getLast().at());
        assertTrue(root.get("other").isEmpty());
        assertEquals(4, root.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void readsAnIntegerUpToTheBoundsOfALong(long value) {
        assertEquals(value, ((JsonValue.Int) read(String.valueOf(value))).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "1.0", "1e2", "1e999"})
    void keepsAnyOtherNumberAsItWasWritten(String digits) {
        assertEquals(digits, ((JsonValue.Decimal) read(digits)).digits());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,]           | 1:4", "[1 2]          | 1:4", "{'a' 1}        | 1:2",
                "{\"a\" 1}      | 1:6", "{\"a\":1,}     | 1:8", "[01]           | 1:3",
                "[+1]           | 1:3", "[.5]           | 1:2", "[NaN]          | 1:5",
                "[1             | 1:3", "\"abc          | 1:5", "{\"a\":        | 1:6",
                "{\"a\"}        | 1:5", "]              | 1:1", "/**/[]         | 1:1",
                "[tru]          | 1:5", "[\"\\x\"]      | 1:4"
            })
    void namesThePlaceWhereTheSyntaxBreaks(String document, String place) {
        assertFault(place, "JSON (RFC 8259)", document.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void refusesADocumentWithoutAValue(String document) {
        assertEquals("JSON (RFC 8259)", fault(document).expected());
    }

    @Test
    void refusesAByteOrderMark() {
        assertFault("1:1", "JSON (RFC 8259)", "\ufeff[]");
    }

    @Test
    void refusesAControlCharacterInAString() {
        assertEquals("JSON (RFC 8259)", fault("[\"\t\"]").expected());
        read("[\"\\t\"]");
    }

    @Test
    void refusesAnythingAfterTheValue() {
        assertFault("2:1", "nothing after the JSON value", "{}\n{}");
        read("{}\n");
    }

    @Test
    void refusesANameUsedTwiceInOneObject() {
        String expected = "a name that this object has not used before";
        assertFault("2:2", expected, "{\"a\":1,\n \"a\":2}");
        assertFault("1:9", expected, "{\"ab\":1,\"\\u0061b\":2}");
        read("{\"a\":{\"a\":1}}");
    }

    @Test
    void refusesAnUnpairedSurrogate() {
        assertFault("1:2", "a string whose surrogates are paired", "[\"\\ud800\"]");
        assertFault("1:2", "a string whose surrogates are paired", "[\"\\udc00\\ud800\"]");
        assertFault("1:2", "a name whose surrogates are paired", "{\"\\udfff\":1}");
        assertEquals("😀", ((JsonValue.Text) read("\"\\ud83d\\ude00\"")).value());
    }

    @ParameterizedTest
    @CsvSource({"22c08022, 1:2", "5b0a20ff, 2:2", "22eda08022, 1:2", "22e282, 1:2", "5bfe, 1:2"})
    void namesThePlaceWhereUtf8Breaks(String hex, String place) {
        var reading = JsonReader.read(HexFormat.of().parseHex(hex), BYTES_MAX);
        var fault = assertInstanceOf(JsonFault.class, reading);
        assertEquals("UTF-8", fault.expected());
        assertEquals(place, fault.at().toString());
    }

    @Test
    void readsEightLevelsAndRefusesNine() {
        read("[".repeat(8) + "]".repeat(8));
        read("{\"a\":".repeat(8) + "1" + "}".repeat(8));
        assertBeyond("[".repeat(9) + "]".repeat(9));
        assertBeyond("{\"a\":".repeat(9) + "1" + "}".repeat(9));
        assertBeyond("[".repeat(50_000));
    }

    @Test
    void readsAStringOfTheLongestLengthAndRefusesOneCharacterMore() {
        read("\"" + "a".repeat(JsonReader.TEXT_LENGTH_MAX) + "\"");
        assertBeyond("\"" + "a".repeat(JsonReader.TEXT_LENGTH_MAX + 1) + "\"");
    }

    @Test
    void readsANameOfTheLongestLengthAndRefusesOneCharacterMore() {
        read("{\"" + "a".repeat(JsonReader.NAME_LENGTH_MAX) + "\":1}");
        assertBeyond("{\"" + "a".repeat(JsonReader.NAME_LENGTH_MAX + 1) + "\":1}");
    }

    @Test
    void readsANumberOfTheLongestLengthAndRefusesOneDigitMore() {
        read("1".repeat(JsonReader.NUMBER_LENGTH_MAX));
        assertBeyond("1".repeat(JsonReader.NUMBER_LENGTH_MAX + 1));
        assertBeyond("0." + "1".repeat(JsonReader.NUMBER_LENGTH_MAX));
    }

    @Test
    void readsADocumentOfTheLargestSizeAndRefusesOneByteMore() {
        byte[] document = "[\"가\"]".getBytes(UTF_8);
        assertInstanceOf(JsonReading.Whole.class, JsonReader.read(document, 7));
        var fault = assertInstanceOf(JsonFault.class, JsonReader.read(document, 6));
        assertEquals("at most 6 bytes", fault.expected());
    }

    @Test
    void isMalformedToAPresentationWhateverTheFault() {
        Expect.assertRefused(DenyReason.MALFORMED, reading("[1").asVerdict(), "[1");
        Expect.passed(reading("[1]").asVerdict());
    }

    @Test
    void quotesNothingOfTheDocument() {
        assertFalse(fault("{\"KIM\":KIM}").toString().contains("KIM"));
        assertFalse(fault("{\"KIM\":1,\"KIM\":2}").toString().contains("KIM"));
        assertFalse(reading("{\"KIM\":\"KIM\"}").toString().contains("KIM"));
        assertFalse(read("[\"KIM\"]").toString().contains("KIM"));
    }

    @Test
    void givesAwayNoCollectionThatCouldBeChanged() {
        var array = (JsonValue.Array) read("[1]");
        var object = (JsonObject) read("{\"a\":1}");
        assertThrows(UnsupportedOperationException.class, () -> array.items().clear());
        assertThrows(UnsupportedOperationException.class, () -> object.members().clear());
    }

    private static JsonReading reading(String document) {
        return JsonReader.read(document.getBytes(UTF_8), BYTES_MAX);
    }

    private static JsonValue read(String document) {
        return switch (reading(document)) {
            case JsonReading.Whole(JsonValue root) -> root;
            case JsonFault fault -> throw new AssertionError(fault);
        };
    }

    private static JsonFault fault(String document) {
        return assertInstanceOf(JsonFault.class, reading(document));
    }

    private static void assertFault(String place, String expected, String document) {
        assertEquals(expected, fault(document).expected(), document);
        assertEquals(place, fault(document).at().toString(), document);
    }

    private static void assertBeyond(String document) {
        assertTrue(fault(document).expected().startsWith("at most 8 levels"));
    }

    private static JsonValue member(JsonObject object, String name) {
        return object.get(name).orElseThrow();
    }

    private static List<String> names(JsonObject object) {
        return object.members().stream().map(JsonObject.Member::name).toList();
    }
}
