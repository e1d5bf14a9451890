package org.gatereader.verifier.encoding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.gatereader.verifier.encoding.Expect.assertRefused;
import static org.gatereader.verifier.encoding.Expect.passed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.Random;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4648, sections 3.5 and 5. */
class Base64UrlTest {

    @ParameterizedTest
    @CsvSource({
        "Zg, f",
        "Zm8, fo",
        "Zm9v, foo",
        "Zm9vYg, foob",
        "Zm9vYmE, fooba",
        "Zm9vYmFy, foobar"
    })
    void decodesTheExamplesOfTheRfcWithoutTheirPadding(String text, String decoded) {
        assertEquals(decoded, new String(passed(Base64Url.decode(text)), US_ASCII));
    }

    @Test
    void decodesNothingToNothing() {
        assertEquals(0, passed(Base64Url.decode("")).length);
    }

    @Test
    void decodesWhatTheJdkEncodes() {
        var random = new Random(45);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertArrayEquals(bytes, passed(Base64Url.decode(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zh", "Zv", "Zm9", "Zm-", "Zm9vYh"})
    void refusesAnUnusedBitThatIsNotZero(String text) {
        assertTextRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "Zm9vY"})
    void refusesACharacterLeftOver(String text) {
        assertTextRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zg==",
                "Zm8=",
                "Zm+v",
                "Zm/v",
                "Zm9v\n",
                " Zm9v",
                "Zm.v",
                "Zm9\u00e9",
                "Zm9\uff41"
            })
    void refusesACharacterOutsideTheAlphabet(String text) {
        assertTextRefused(text);
    }

    private static void assertTextRefused(String text) {
        assertRefused(DenyReason.TEXT_ENCODING, Base64Url.decode(text), text);
    }
}
