package org.gatereader.verifier.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One value has one form, and a claimed length reaches no further than what is there. */
class DerReaderTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({"020100, 0", "02017f, 127", "02020080, 128", "020300ffff, 65535"})
    void readsAnIntegerInItsOneForm(String der, String value) {
        assertEquals(Optional.of(value), reader(der).unsigned().map(Object::toString));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02",
                "0200",
                "0201",
                "020180",
                "02020001",
                "0202007f",
                "030100",
                "02810101",
                "0282000101",
                "0280010000",
                "02830000010a",
                "02847fffffff",
                "02ff"
            })
    void refusesAnIntegerInAnotherForm(String der) {
        assertEquals(Optional.empty(), reader(der).unsigned());
    }

    @Test
    void readsLengthsOfOneAndTwoBytesWhereTheyAreNeeded() {
        String of128 = "308180" + "00".repeat(128);
        String of256 = "30820100" + "00".repeat(256);
        assertEquals(128, DerReader.onlySequence(HEX.parseHex(of128)).orElseThrow().length);
        assertEquals(256, DerReader.onlySequence(HEX.parseHex(of256)).orElseThrow().length);
        String tooLongForm = "308200ff" + "00".repeat(255);
        assertTrue(DerReader.onlySequence(HEX.parseHex(tooLongForm)).isEmpty());
    }

    @Test
    void refusesWhatFollowsTheOnlySequence() {
        assertTrue(DerReader.onlySequence(HEX.parseHex("3000")).isPresent());
        assertTrue(DerReader.onlySequence(HEX.parseHex("300000")).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"030100, ''", "0302000a, 0a"})
    void readsABitStringOfWholeBytes(String der, String bytes) {
        assertEquals(Optional.of(bytes), reader(der).wholeBytes().map(HEX::formatHex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0300", "0302010a", "0403000a0b"})
    void refusesABitStringOfOther(String der) {
        assertEquals(Optional.empty(), reader(der).wholeBytes());
    }

    @Test
    void knowsWhereItsBytesEnd() {
        var reader = reader("020105020106");
        assertEquals(5, reader.unsigned().orElseThrow().intValue());
        assertFalse(reader.isAtEnd());
        assertEquals(6, reader.unsigned().orElseThrow().intValue());
        assertTrue(reader.isAtEnd());
    }

    private static DerReader reader(String der) {
        return new DerReader(HEX.parseHex(der));
    }
}
