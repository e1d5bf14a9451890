package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.encoding.Base45;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Whatever bytes come, each reader answers, and what it accepts has no second form.
 *
 * <p>A test run replays the corpus that is kept beside this class. To search for more:
 *
 * <pre>
 * JAZZER_FUZZ=1 mvn test -pl tests -am -Djazzer.hooks=true \
 *     -Dtest=EncodingFuzzTest#acceptedCborHasOneEncoding -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class EncodingFuzzTest {
    private static final int JSON_BYTES_MAX = 1 << 16;
    private static final String BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    @FuzzTest
    void acceptedCborHasOneEncoding(byte[] document) {
        var verdict = CborReader.read(document);
        accepted(verdict, DenyReason.MALFORMED, DenyReason.TOO_LARGE)
                .ifPresent(value -> assertArrayEquals(document, DeterministicCbor.encode(value)));
        // Keys in any order are written again in the order in which they came.
        var foreign = CborReader.readInAnyKeyOrder(document, document.length);
        accepted(foreign, DenyReason.MALFORMED)
                .ifPresent(value -> assertArrayEquals(document, DeterministicCbor.encode(value)));
    }

    @FuzzTest
    void acceptedBase45HasOneText(byte[] content) {
        String text = new String(content, ISO_8859_1);
        accepted(Base45.decode(text), DenyReason.TEXT_ENCODING)
                .ifPresent(bytes -> assertEquals(text, base45Of(bytes)));
    }

    @FuzzTest
    void acceptedBase64UrlHasOneText(byte[] content) {
        String text = new String(content, ISO_8859_1);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        accepted(Base64Url.decode(text), DenyReason.TEXT_ENCODING)
                .ifPresent(bytes -> assertEquals(text, encoder.encodeToString(bytes)));
    }

    @FuzzTest
    void acceptedJsonIsReadTheSameAgain(byte[] document) {
        if (JsonReader.read(document, JSON_BYTES_MAX)
                instanceof JsonReading.Whole(JsonValue root)) {
            // Whitespace, escapes and the form of a number may differ: the values may not.
            String written = PlainJson.of(root);
            var again = JsonReader.read(written.getBytes(UTF_8), 6 * JSON_BYTES_MAX);
            var readAgain = assertInstanceOf(JsonReading.Whole.class, again);
            assertEquals(written, PlainJson.of(readAgain.root()));
        }
    }

    private static <T> Optional<T> accepted(Verdict<T> verdict, DenyReason... refusals) {
        return switch (verdict) {
            case Verdict.Passed<T>(T value) -> Optional.of(value);
            case Verdict.Refused<T>(DenyReason reason) -> {
                assertTrue(List.of(refusals).contains(reason), reason::name);
                yield Optional.empty();
            }
        };
    }

    /** RFC 9285, section 4, the other way round. */
    private static String base45Of(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            boolean isPair = i + 1 < bytes.length;
            int number = bytes[i] & 0xff;
            if (isPair) {
                number = number << 8 | (bytes[i + 1] & 0xff);
            }
            for (int digits = isPair ? 3 : 2; digits > 0; digits--) {
                text.append(BASE45.charAt(number % 45));
                number /= 45;
            }
        }
        return text.toString();
    }
}
