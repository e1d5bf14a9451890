package org.gatereader.verifier.encoding;

import static org.gatereader.verifier.encoding.Expect.readCbor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborValueTest {

    @ParameterizedTest
    @CsvSource({
        "1b7fffffffffffffff, 9223372036854775807",
        "3b7fffffffffffffff, -9223372036854775808",
        "00, 0",
        "20, -1"
    })
    void givesALongUpToTheLastThatFits(String hex, long value) {
        var number = integer(hex);
        assertTrue(number.fitsLong());
        assertEquals(value, number.longValue());
        assertTrue(number.is(value));
        assertFalse(number.is(value ^ 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1b8000000000000000, 9223372036854775808, true",
        "1bffffffffffffffff, 18446744073709551615, true",
        "3b8000000000000000, -9223372036854775809, false",
        "3bffffffffffffffff, -18446744073709551616, false"
    })
    void neverWrapsAnIntegerThatDoesNotFit(String hex, String value, boolean unsigned) {
        var number = integer(hex);
        assertFalse(number.fitsLong());
        assertThrows(ArithmeticException.class, number::longValue);
        assertFalse(number.is(Long.MIN_VALUE));
        assertFalse(number.is(-1));
        assertEquals(value, number.bigValue().toString());
        assertEquals(unsigned, number.isUnsigned());
    }

    @Test
    void findsAValueByItsIntegerOrTextKey() {
        var map = (CborMap) readCbor("a4" + "0102" + "0a03" + "2004" + "61" + "3105");
        assertEquals("2", CborNotation.of(map.get(1).orElseThrow()));
        assertEquals("4", CborNotation.of(map.get(-1).orElseThrow()));
        assertEquals("5", CborNotation.of(map.get("1").orElseThrow()));
        assertTrue(map.get(2).isEmpty());
        assertTrue(map.get("").isEmpty());
        assertEquals(4, map.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f83b",
                "81f83b",
                "c1f83b",
                "a1f83b00",
                "a100f83b",
                "a1" + "81f83b" + "00",
                "a1" + "00" + "c181f83b"
            })
    void findsAnItemWhereverItHides(String hex) {
        assertTrue(readCbor(hex).containsAny(CborValueTest::isRedactedKey));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f83c", "183b", "81183b", "a100" + "42f83b", "62" + "3539", "f6", "f5"})
    void findsNothingWhereItIsNot(String hex) {
        assertFalse(readCbor(hex).containsAny(CborValueTest::isRedactedKey));
    }

    @Test
    void givesAwayNoArrayThatCouldBeChanged() {
        var bytes = (CborValue.Bytes) readCbor("4101");
        bytes.toByteArray()[0] = 2;
        assertTrue(bytes.contentEquals(new byte[] {1}));
        assertFalse(bytes.contentEquals(new byte[] {2}));
        var array = (CborValue.Array) readCbor("8101");
        assertThrows(UnsupportedOperationException.class, () -> array.items().clear());
        var map = (CborMap) readCbor("a10102");
        assertThrows(UnsupportedOperationException.class, () -> map.entries().clear());
    }

    @Test
    void printsNothingOfWhatItHolds() {
        // "KIM", a number and bytes, alone and in every container.
        for (String item : List.of("634b494d", "1a0098967f", "434b494d")) {
            for (String document : List.of(item, "81" + item, "a1" + item + item, "c1" + item)) {
                String printed = readCbor(document).toString();
                assertTrue(printed.matches("[\\w.$]+@[0-9a-f]+"), "an identity hash only");
            }
        }
    }

    private static boolean isRedactedKey(CborValue value) {
        return value instanceof CborValue.Simple simple && simple.number() == 59;
    }

    private static CborValue.Int integer(String hex) {
        return (CborValue.Int) readCbor(hex);
    }
}
