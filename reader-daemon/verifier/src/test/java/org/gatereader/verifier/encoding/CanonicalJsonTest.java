package org.gatereader.verifier.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is signed, whatever way it was written. */
class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "` { \"b\" : 1 , \"a\" : [ true , null , -5 ] } `, `{\"a\":[true,null,-5],\"b\":1}`",
                "`{}`, `{}`",
                "`[]`, `[]`",
                "`-0`, `0`",
                "`\"\\u0041\\/\\\\\\\"\"`, `\"A/\\\\\\\"\"`",
                "`{\"aa\":1,\"a\":2,\"B\":3}`, `{\"B\":3,\"a\":2,\"aa\":1}`",
                // A control character stands as it is: canonical JSON is not always JSON.
                "`\"\\t\"`, `\"\t\"`"
            })
    void writesTheOneForm(String written, String canonical) {
        assertEquals(Optional.of(canonical), canonical(written));
    }

    /** U+FFFD sorts before U+1F600 by code point, and after it by UTF-16 unit. */
    @Test
    void sortsNamesByCodePoint() {
        assertEquals(
                Optional.of("{\"\ufffd\":1,\"\ud83d\ude00\":2}"),
                canonical("{\"\ud83d\ude00\":2,\"\ufffd\":1}"));
    }

    @ParameterizedTest
    @CsvSource({"1.0", "1e2", "9223372036854775808", "'[{\"a\": 0.5}]'"})
    void hasNoFormForANumberThatIsNotWhole(String written) {
        assertEquals(Optional.empty(), canonical(written));
    }

    private static Optional<String> canonical(String written) {
        byte[] document = written.getBytes(UTF_8);
        return JsonReader.read(document, document.length) instanceof JsonReading.Whole(var root)
                ? CanonicalJson.of(root).map(bytes -> new String(bytes, UTF_8))
                : Optional.of("no JSON");
    }
}
