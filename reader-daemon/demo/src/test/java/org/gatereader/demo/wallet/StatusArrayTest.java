package org.gatereader.demo.wallet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class StatusArrayTest {
    /** Token Status List, section 4.1, both examples. */
    @Test
    void packsTheExamplesOfTheStandard() {
        assertPacked("b9a3", 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1);
        assertPacked("c944f9", 2, 1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3);
    }

    @Test
    void packsWholeBytesAndHalves() {
        assertPacked("01ff", 8, 1, 255);
        assertPacked("21", 4, 1, 2);
    }

    @Test
    void replacesAnEntryThatWasSetBefore() {
        assertPacked("01", 2, new StatusArray(4, 2).set(0, 3).set(0, 1));
    }

    @Test
    void spellsTheVersionInTheFirst32Entries() {
        var issuedAt = Instant.ofEpochSecond(1_800_000_000);
        byte[] version = "https://a/1\u00001800000000".getBytes(StandardCharsets.UTF_8);
        byte[] digest = SigningKey.sha256(version);
        byte[] packed = new StatusArray(40, 1).withCanary("https://a/1", issuedAt).packed();
        for (int i = 0; i < 4; i++) {
            assertEquals(digest[i], packed[i]);
        }
        assertEquals(0, packed[4]);
    }

    @Test
    void compressesToOneZlibStreamThatGivesTheEntriesBack() throws DataFormatException {
        var array = new StatusArray(1000, 2).set(999, 3);
        byte[] inflated = new byte[250];
        var inflater = new Inflater();
        inflater.setInput(array.compressed());
        assertEquals(250, inflater.inflate(inflated));
        inflater.end();
        assertArrayEquals(array.packed(), inflated);
    }

    private static void assertPacked(String hex, int bits, int... states) {
        var array = new StatusArray(states.length, bits);
        for (int i = 0; i < states.length; i++) {
            array.set(i, states[i]);
        }
        assertPacked(hex, bits, array);
    }

    private static void assertPacked(String hex, int bits, StatusArray array) {
        assertEquals(bits, array.bits());
        assertEquals(hex, HexFormat.of().formatHex(array.packed()));
    }
}
