package org.gatereader.verifier.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HexFormat;
import org.gatereader.verifier.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborWriterTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "23, 17",
        "24, 1818",
        "255, 18ff",
        "256, 190100",
        "65535, 19ffff",
        "65536, 1a00010000",
        "4294967295, 1affffffff",
        "4294967296, 1b0000000100000000",
        "9223372036854775807, 1b7fffffffffffffff",
        "-1, 20",
        "-24, 37",
        "-25, 3818",
        "-9223372036854775808, 3b7fffffffffffffff"
    })
    void anIntegerHasTheShortestHead(long value, String hex) {
        assertEquals(hex, hex(new CborWriter(9).integer(value)));
    }

    @Test
    void stringsArraysAndMapsAreWrittenAsRfc8949ShowsThem() {
        assertEquals("4401020304", hex(new CborWriter(1).bytes(new byte[] {1, 2, 3, 4})));
        assertEquals("63e6b0b4", hex(new CborWriter(1).text("水")));
        assertEquals("8201820203", hex(array()));
        assertEquals("a201020304", hex(map()));
    }

    @Test
    void whatItWritesIsReadByTheStrictReader() {
        byte[] longString = new byte[300];
        byte[] document =
                new CborWriter(0).array(2).bytes(longString).encoded(map().toBytes()).toBytes();
        assertInstanceOf(Verdict.Passed.class, CborReader.read(document));
    }

    private static CborWriter array() {
        return new CborWriter(0).array(2).integer(1).array(2).integer(2).integer(3);
    }

    private static CborWriter map() {
        return new CborWriter(0).map(2).integer(1).integer(2).integer(3).integer(4);
    }

    private static String hex(CborWriter writer) {
        return HexFormat.of().formatHex(writer.toBytes());
    }
}
