package org.gatereader.verifier.revocation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether two lists say the same, which is what a read-back asks; they are compared in pieces of 64
 * KiB.
 */
class RevocationListTest {
    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 200_001})
    void listsOfTheSameEntriesAreTheSame(int length) {
        assertTrue(list(entries(length)).isSameAs(list(entries(length))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_535, 65_536, 200_000})
    void oneOtherBitMakesAnotherList(int at) {
        byte[] other = entries(200_001);
        other[at] ^= 0x10;
        assertFalse(list(entries(200_001)).isSameAs(list(other)));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537})
    void aLongerListIsAnother(int length) {
        assertFalse(list(entries(length)).isSameAs(list(entries(length + 1))));
        assertFalse(list(entries(length + 1)).isSameAs(list(entries(length))));
    }

    private static RevocationList list(byte[] entries) {
        var layout = new EntryLayout.Packed(1);
        var info = new StatusListInfo("https://a.example/1", ISSUED, ISSUED.plusSeconds(1), layout);
        return new RevocationList(info, ByteBuffer.wrap(entries));
    }

    /** The first of those that a longer list has. */
    private static byte[] entries(int length) {
        byte[] entries = new byte[length];
        var random = new Random(1);
        for (int i = 0; i < length; i++) {
            entries[i] = (byte) random.nextInt();
        }
        return entries;
    }
}
