package org.gatereader.verifier.encoding;

import static org.gatereader.verifier.encoding.Expect.assertCbor;
import static org.gatereader.verifier.encoding.Expect.assertMalformed;
import static org.gatereader.verifier.encoding.Expect.assertRefused;
import static org.gatereader.verifier.encoding.Expect.passed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborReaderTest {

    @ParameterizedTest
    @CsvSource({
        "17, 23",
        "1818, 24",
        "18ff, 255",
        "190100, 256",
        "19ffff, 65535",
        "1a00010000, 65536",
        "1affffffff, 4294967295",
        "1b0000000100000000, 4294967296",
        "37, -24",
        "3818, -25",
        "390100, -257",
        "3a00010000, -65537"
    })
    void readsAnIntegerInItsShortestForm(String hex, String value) {
        assertCbor(value, hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1800",
                "1817",
                "190000",
                "1900ff",
                "1a00000000",
                "1a0000ffff",
                "1b0000000000000000",
                "1b00000000ffffffff",
                "3817",
                "3900ff",
                "3a0000ffff",
                "3b00000000ffffffff"
            })
    void refusesAnIntegerInALongerForm(String hex) {
        assertMalformed(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"580100", "780161", "980100", "b8010000", "d81700", "5900010000"})
    void refusesALengthOrATagNumberInALongerForm(String hex) {
        assertMalformed(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1c", "1d", "1e", "1f", "3f", "5c", "7d", "9e", "bc", "dc", "df", "fc", "fd", "fe"
            })
    void refusesAReservedHead(String hex) {
        assertMalformed(hex + "0000000000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5fff", "5f4101ff", "7fff", "9fff", "9f01ff", "bfff", "bf0102ff", "ff"})
    void refusesAnIndefiniteLengthAndALoneBreak(String hex) {
        assertMalformed(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f90000", "fa00000000", "fb0000000000000000", "81f97e00"})
    void refusesAFloat(String hex) {
        assertMalformed(hex);
    }

    @ParameterizedTest
    @CsvSource({"f3, simple(19)", "f820, simple(32)", "f83b, simple(59)", "f8ff, simple(255)"})
    void readsASimpleValueForTheProfileToJudge(String hex, String value) {
        assertCbor(value, hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f800", "f814", "f818", "f81f"})
    void refusesASimpleValueBelow32InTwoBytes(String hex) {
        assertMalformed(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c24101", "c34101", "8201c24101", "c1c24101"})
    void refusesABignum(String hex) {
        assertMalformed(hex);
    }

    @Test
    void readsTheTagsBesideTheBignums() {
        assertCbor("1(h'01')", "c14101");
        assertCbor("4(h'01')", "c44101");
    }

    @Test
    void readsTheHighestTagNumber() {
        assertCbor("18446744073709551615(0)", "dbffffffffffffffff00");
    }

    @Test
    void readsKeysInTheBytewiseOrderOfTheirEncoding() {
        // The very example of RFC 8949, section 4.2.1.
        assertCbor(
                "{10:0,100:0,-1:0,\"z\":0,\"aa\":0,[100]:0,[-1]:0,false:0}",
                "a8"
                        + "0a00"
                        + "186400"
                        + "2000"
                        + "617a00"
                        + "62616100"
                        + "81186400"
                        + "812000"
                        + "f400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a202000100", "a220001700", "a2616200616100", "a2f4000000"})
    void refusesKeysOutOfOrder(String hex) {
        assertMalformed(hex);
    }

    @Test
    void refusesTheOlderOrderOfShorterKeysFirst() {
        // −1 before 100, as RFC 7049, section 3.9, sorted them.
        assertMalformed("a2" + "2000" + "186400");
        assertCbor("{100:0,-1:0}", "a2" + "186400" + "2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a201000100", "a2616100616101", "a280008001", "a34000400041ff00"})
    void refusesADuplicateKey(String hex) {
        assertMalformed(hex);
    }

    @Test
    void readsKeysInAnyOrderOnlyWhereAsked() {
        assertForeign("{2:0,1:0}", "a202000100");
        assertForeign("{-1:0,100:0}", "a2" + "2000" + "186400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a201000100",
                "a3" + "020001000200",
                "a1" + "00" + "a201000100",
                "a2" + "020018" + "0100",
                "9f01ff",
                "1817",
                "f90000",
                "a202000100" + "00"
            })
    void isAsStrictOtherwiseWhereKeysMayStandInAnyOrder(String hex) {
        byte[] document = HexFormat.of().parseHex(hex);
        assertRefused(DenyReason.MALFORMED, CborReader.readInAnyKeyOrder(document, 99), hex);
    }

    @Test
    void refusesADuplicateKeyFarBelow() {
        assertMalformed("81a101" + "a202000200");
        assertCbor("[{1:{2:0,3:0}}]", "81a101" + "a202000300");
    }

    @Test
    void refusesAKeyWithoutItsValue() {
        assertMalformed("a101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c280",
                "dfbf",
                "e0a080",
                "ed9fbf",
                "ee8080",
                "efbfbd",
                "f0908080",
                "f48fbfbf"
            })
    void readsUtf8UpToItsBounds(String utf8) {
        assertEquals(
                utf8.length() > 6 ? 2 : 1,
                ((CborValue.Text) Expect.readCbor(text(utf8))).value().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c080",
                "c1bf",
                "c3",
                "e08080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "e282",
                "f0808080",
                "f08fbfbf",
                "f4908080",
                "f5808080",
                "ff",
                "fe",
                "61ff",
                "c328"
            })
    void refusesWhatIsNotUtf8(String bytes) {
        assertMalformed(text(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"81", "a1" + "00", "c1"})
    void readsEightLevelsAndRefusesNine(String level) {
        assertEquals(8, CborReader.DEPTH_MAX);
        Expect.readCbor(level.repeat(8) + "00");
        assertMalformed(level.repeat(9) + "00");
    }

    @Test
    void countsAnEmptyArrayAsALevel() {
        Expect.readCbor("81".repeat(7) + "80");
        assertMalformed("81".repeat(8) + "80");
        assertMalformed("81".repeat(8) + "a0");
    }

    @Test
    void refusesAThousandLevelsAsCalmlyAsNine() {
        assertMalformed("81".repeat(2000));
        assertMalformed("c1".repeat(2000));
        assertMalformed("a1".repeat(2000));
    }

    @Test
    void readsSixtyFourItemsAndRefusesOneMore() {
        // The array itself is one of them.
        Expect.readCbor("983f" + "00".repeat(63));
        assertMalformed("9840" + "00".repeat(64));
    }

    @Test
    void countsKeysAndValuesOneEach() {
        // 1 array + 1 element + 1 map + 61 or 62 keys and values.
        assertEquals(64, CborReader.ITEMS_MAX);
        Expect.readCbor("8200" + mapOf(30));
        assertMalformed("8200" + mapOf(31));
        Expect.readCbor(mapOf(31));
        assertMalformed(mapOf(32));
    }

    @Test
    void countsItemsOverTheWholeDocument() {
        Expect.readCbor("82" + "9820" + "00".repeat(32) + "981d" + "00".repeat(29));
        assertMalformed("82" + "9820" + "00".repeat(32) + "981e" + "00".repeat(30));
    }

    @Test
    void countsATagAsNoItem() {
        Expect.readCbor("983f" + "c100".repeat(63));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5b", "7b", "9b", "bb"})
    void refusesALengthThatIsOnlyClaimed(String head) {
        assertMalformed(head + "0000000100000000");
        assertMalformed(head + "000000017fffffff");
        assertMalformed(head + "7fffffffffffffff");
        assertMalformed(head + "8000000000000000");
        assertMalformed(head + "ffffffffffffffff");
    }

    @Test
    void refusesAStringOneByteLongerThanTheRest() {
        assertCbor("[h'0102',\"a\"]", "82" + "420102" + "6161");
        assertMalformed("82" + "420102" + "6261");
        assertMalformed("430102");
    }

    @Test
    void refusesADocumentCutAnywhere() {
        String whole = "a3" + "01" + "d28441a0a04100f6" + "02" + "190100" + "6161" + "f5";
        assertCbor("{1:18([h'a0',{},h'00',null]),2:256,\"a\":true}", whole);
        for (int end = 0; end < whole.length(); end += 2) {
            assertMalformed(whole.substring(0, end));
        }
    }

    @Test
    void refusesATrailingByte() {
        assertMalformed("0000");
        assertMalformed("a0f6");
    }

    @Test
    void readsADocumentOfTheLargestSizeAndRefusesOneByteMore() {
        byte[] largest = byteString(CborReader.DOCUMENT_BYTES_MAX - 3);
        byte[] larger = byteString(CborReader.DOCUMENT_BYTES_MAX - 2);
        assertEquals(4093, ((CborValue.Bytes) passed(CborReader.read(largest))).length());
        assertRefused(DenyReason.TOO_LARGE, CborReader.read(larger), "4097 bytes");
        passed(CborReader.readInAnyKeyOrder(larger, larger.length));
        assertRefused(
                DenyReason.TOO_LARGE,
                CborReader.readInAnyKeyOrder(larger, 4096),
                "over the given cap");
    }

    @Test
    void readsTheDocumentWithinAByteString() {
        var bytes = (CborValue.Bytes) Expect.readCbor("43" + "a10102");
        assertEquals("{1:2}", CborNotation.of(passed(CborReader.read(bytes))));
    }

    @Test
    void keepsNothingOfTheCallersArray() {
        byte[] document = HexFormat.of().parseHex("4101");
        CborValue value = passed(CborReader.read(document));
        Arrays.fill(document, (byte) 0);
        assertEquals("h'01'", CborNotation.of(value));
    }

    private static void assertForeign(String notation, String hex) {
        byte[] document = HexFormat.of().parseHex(hex);
        var value = passed(CborReader.readInAnyKeyOrder(document, document.length));
        assertEquals(notation, CborNotation.of(value));
    }

    private static String text(String utf8) {
        return "%02x%s".formatted(0x60 + utf8.length() / 2, utf8);
    }

    /** A map of 24..255 pairs: keys 0, 1, 2 and so on, every value 0. */
    private static String mapOf(int pairs) {
        var hex = new StringBuilder("b8%02x".formatted(pairs));
        for (int key = 0; key < pairs; key++) {
            hex.append(key < 24 ? "%02x00".formatted(key) : "18%02x00".formatted(key));
        }
        return hex.toString();
    }

    /** A byte string of 256..65535 zeros. */
    private static byte[] byteString(int length) {
        byte[] document = new byte[3 + length];
        document[0] = 0x59;
        document[1] = (byte) (length >>> 8);
        document[2] = (byte) length;
        return document;
    }
}
