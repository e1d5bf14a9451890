package org.gatereader.verifier.encoding;

import static org.gatereader.verifier.encoding.Expect.passed;
import static org.gatereader.verifier.encoding.Expect.readCbor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bounds of the shape, and the bytes that are signed; the COSE working group's own examples are
 * judged with all other data that nobody here made.
 */
class CoseSign1Test {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String SIGNATURE = "5840" + "00".repeat(64);

    @Test
    void splitsFourPartsOfTheirTypes() {
        var token = CoseSign1.split(readCbor("d2844101a0" + "4102" + SIGNATURE)).orElseThrow();
        assertEquals("h'01'", CborNotation.of(token.protectedHeader()));
        assertEquals("{}", CborNotation.of(token.unprotectedHeader()));
        assertEquals("h'02'", CborNotation.of(token.payload()));
        assertEquals(64, token.signature().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d1844101a04102",
                "d2d2844101a04102",
                "d2846101a04102",
                "d2844101804102",
                "d2844101a0f6",
                "d2844101a06102"
            })
    void splitsNothingWhosePartsAreOfOtherTypes(String allButTheSignature) {
        assertTrue(CoseSign1.split(readCbor(allButTheSignature + SIGNATURE)).isEmpty());
    }

    @Test
    void splitsNothingOfAnotherLength() {
        assertTrue(CoseSign1.split(readCbor("d2834101a04102")).isEmpty());
        assertTrue(CoseSign1.split(readCbor("d2854101a04102" + SIGNATURE + "00")).isEmpty());
        assertTrue(CoseSign1.split(readCbor("d2844101a04102583f" + "00".repeat(63))).isEmpty());
        assertTrue(CoseSign1.split(readCbor("d2844101a041025841" + "00".repeat(65))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23, 24, 255, 256, 4000, 65_535, 65_536})
    void writesTheShortestHeadWhateverTheLength(int length) {
        var payload = head(length) + "00".repeat(length);
        byte[] document = HexFormat.of().parseHex("d28440a0" + payload + SIGNATURE);
        var value = passed(CborReader.readInAnyKeyOrder(document, document.length));
        var token = CoseSign1.split(value).orElseThrow();
        assertEquals(
                "846A5369676E617475726531" + "40" + "40" + payload.toUpperCase(Locale.ROOT),
                HEX.formatHex(token.toBeSigned()));
    }

    private static String head(int length) {
        if (length < 24) {
            return "%02x".formatted(0x40 + length);
        }
        if (length < 256) {
            return "58%02x".formatted(length);
        }
        return length < 65_536 ? "59%04x".formatted(length) : "5a%08x".formatted(length);
    }
}
