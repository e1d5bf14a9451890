package org.gatereader.verifier.encoding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.gatereader.verifier.encoding.Expect.assertRefused;
import static org.gatereader.verifier.encoding.Expect.passed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9285. */
class Base45Test {

    @ParameterizedTest
    @CsvSource({"BB8, AB", "%69 VD92EX0, Hello!!", "UJCLQE7W581, base-45", "QED8WEX0, ietf!"})
    void decodesTheExamplesOfTheRfc(String text, String decoded) {
        assertEquals(decoded, new String(passed(Base45.decode(text)), US_ASCII));
    }

    @Test
    void decodesEveryPairOfBytes() {
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        for (int number = 0; number <= 0xffff; number++) {
            String text =
                    ""
                            + alphabet.charAt(number % 45)
                            + alphabet.charAt(number / 45 % 45)
                            + alphabet.charAt(number / 2025);
            byte[] expected = {(byte) (number >>> 8), (byte) number};
            assertArrayEquals(expected, passed(Base45.decode(text)));
        }
    }

    @Test
    void decodesNothingToNothing() {
        assertEquals(0, passed(Base45.decode("")).length);
    }

    @ParameterizedTest
    @CsvSource({"FGW, ffff", "U5, ff", "BB8U5, 4142ff", "000, 0000", "00, 00"})
    void decodesUpToTheBounds(String text, String hex) {
        assertEquals(hex, HexFormat.of().formatHex(passed(Base45.decode(text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GGW", ":::", "FGWGGW", "V5", "::", "BB8V5"})
    void refusesAGroupAboveItsBytes(String text) {
        assertTextRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B", "BB8B", "BB8BB8B"})
    void refusesACharacterLeftOver(String text) {
        assertTextRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bb8",
                "BB8=",
                "B_8",
                "BB\n",
                "B\u00008",
                "B\u008b8",
                "B\uff218",
                "BB8\ud83d\ude00"
            })
    void refusesACharacterOutsideTheAlphabet(String text) {
        assertTextRefused(text);
    }

    private static void assertTextRefused(String text) {
        assertRefused(DenyReason.TEXT_ENCODING, Base45.decode(text), text);
    }
}
