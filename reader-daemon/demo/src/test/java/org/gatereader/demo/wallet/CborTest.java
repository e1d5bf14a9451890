package org.gatereader.demo.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected bytes are those of RFC 8949, appendix A, unless a test says otherwise. */
class CborTest {
    @Test
    void writesIntegersInTheirShortestForm() {
        assertWritten("00", Cbor.integer(0));
        assertWritten("17", Cbor.integer(23));
        assertWritten("1818", Cbor.integer(24));
        assertWritten("18ff", Cbor.integer(255));
        assertWritten("190100", Cbor.integer(256));
        assertWritten("1903e8", Cbor.integer(1000));
        assertWritten("1a000f4240", Cbor.integer(1_000_000));
        assertWritten("1b000000e8d4a51000", Cbor.integer(1_000_000_000_000L));
        assertWritten("20", Cbor.integer(-1));
        assertWritten("3863", Cbor.integer(-100));
        assertWritten("3903e7", Cbor.integer(-1000));
    }

    @Test
    void writesBothEndsOfTheIntegerRange() {
        assertWritten("1bffffffffffffffff", Cbor.integer(new BigInteger("18446744073709551615")));
        assertWritten("3bffffffffffffffff", Cbor.integer(new BigInteger("-18446744073709551616")));
    }

    @Test
    void writesStrings() {
        assertWritten("40", Cbor.bytes(new byte[0]));
        assertWritten("4401020304", Cbor.bytes(new byte[] {1, 2, 3, 4}));
        assertWritten("60", Cbor.text(""));
        assertWritten("6449455446", Cbor.text("IETF"));
        assertWritten("63e6b0b4", Cbor.text("水"));
    }

    @Test
    void writesArraysMapsAndTags() {
        assertWritten("80", Cbor.array());
        assertWritten("83010203", Cbor.array(Cbor.integer(1), Cbor.integer(2), Cbor.integer(3)));
        assertWritten("a0", Cbor.map(new CborMap()));
        assertWritten("a201020304", Cbor.map(oneToTwoThreeToFour()));
        assertWritten("c11a514b67b0", Cbor.tag(1, Cbor.integer(1_363_896_240)));
        assertWritten("d818456449455446", Cbor.tag(24, Cbor.bytes(hex("6449455446"))));
    }

    @Test
    void writesSimpleValuesAndFloats() {
        assertWritten("f4", Cbor.bool(false));
        assertWritten("f5", Cbor.bool(true));
        assertWritten("f6", Cbor.simple(22));
        assertWritten("f8ff", Cbor.simple(255));
        assertWritten("fb3ff199999999999a", Cbor.float64(1.1));
        assertWritten("fa47c35000", Cbor.float32(100_000f));
        assertWritten("f93c00", Cbor.float16(0x3c00));
    }

    @Test
    void writesIndefiniteLengths() {
        var chunks = List.of(Cbor.bytes(hex("0102")), Cbor.bytes(hex("030405")));
        assertWritten("5f42010243030405ff", Cbor.indefiniteBytes(chunks));
        var words = List.of(Cbor.text("strea"), Cbor.text("ming"));
        assertWritten("7f657374726561646d696e67ff", Cbor.indefiniteText(words));
        assertWritten("9fff", Cbor.indefiniteArray(List.of()));
        var map = new CborMap().put("Fun", Cbor.bool(true)).put("Amt", Cbor.integer(-2));
        assertWritten("bf6346756ef563416d7421ff", Cbor.indefiniteMap(map));
    }

    /** The order of RFC 8949, section 4.2.1, with that section's own example keys. */
    @Test
    void sortsTheKeysOfAMapByTheirEncodedBytes() {
        var map = new CborMap();
        for (Cbor key :
                List.of(
                        Cbor.bool(false),
                        Cbor.array(Cbor.integer(-1)),
                        Cbor.array(Cbor.integer(100)),
                        Cbor.text("aa"),
                        Cbor.text("z"),
                        Cbor.integer(-1),
                        Cbor.integer(100),
                        Cbor.integer(10))) {
            map.put(key, Cbor.integer(0));
        }
        assertWritten("a80a00186400200061" + "7a0062616100811864008120" + "00f400", Cbor.map(map));
    }

    @Test
    void keepsDuplicatesAndDisorderWhereAsked() {
        var twice = new CborMap().put(1, Cbor.integer(2)).add(Cbor.integer(1), Cbor.integer(3));
        assertWritten("a201020103", Cbor.mapAsGiven(twice));
        assertWritten("a203040102", Cbor.mapAsGiven(oneToTwoThreeToFour().reversed()));
    }

    @Test
    void widensAHeadWithoutChangingItsMeaning() {
        assertWritten("1801", Cbor.widened(Cbor.integer(1), 1));
        assertWritten("1b0000000000000001", Cbor.widened(Cbor.integer(1), 8));
        assertWritten("190018", Cbor.widened(Cbor.integer(24), 2));
        assertWritten("59000141", Cbor.widened(Cbor.bytes(ascii("A")), 2));
        assertWritten("3a00000000", Cbor.widened(Cbor.integer(-1), 4));
    }

    @Test
    void writesALengthThatLies() {
        assertWritten("5affffffff", Cbor.wideHead(2, 0xffff_ffffL, 4));
    }

    private static CborMap oneToTwoThreeToFour() {
        return new CborMap().put(3, Cbor.integer(4)).put(1, Cbor.integer(2));
    }

    private static void assertWritten(String hex, Cbor item) {
        assertEquals(hex, HexFormat.of().formatHex(item.toBytes()));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
