package org.gatereader.verifier.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.junit.jupiter.api.Test;

/** The format of docs/holder-directory.md, and every way to get it wrong. */
class HolderDirectoryTest {
    private static final BouncyCastle CRYPTO = new BouncyCastle();
    private static final byte[] HEADER =
            HexFormat.of().parseHex("4752484401000000" + "5a".repeat(32));

    /** The base point of P-256 (SP 800-186, section 3.2.1.3), whose y is odd. */
    private static final String POINT =
            "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";

    private static final String NO_POINT = "02" + "ff".repeat(32);

    @Test
    void findsEachHolderAndNobodyElse() {
        var hashes = new TreeSet<Integer>();
        for (int each = 0; each < 1000; each++) {
            hashes.add(each * 7919 % 100_003);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(HEADER);
        hashes.forEach(each -> file.writeBytes(record(hash(each), POINT, "01")));
        var directory = read(file.toByteArray()).orElseThrow();
        assertEquals(1000, directory.size());
        int number = 0;
        for (int each : hashes) {
            assertEquals(number++, directory.find(hash(each)));
        }
        for (int each = 0; each < 100_003; each += 11) {
            assertEquals(hashes.contains(each), directory.find(hash(each)) >= 0);
        }
    }

    @Test
    void givesAKeyOnlyOfAHolderWhoIsUsableAndHasOne() {
        var directory =
                read(file(
                                record(hash(1), POINT, "01"),
                                record(hash(2), POINT, "00"),
                                record(hash(3), NO_POINT, "01")))
                        .orElseThrow();
        assertTrue(directory.key(0, CRYPTO).isPresent());
        assertEquals(Optional.empty(), directory.key(1, CRYPTO));
        assertEquals(Optional.empty(), directory.key(2, CRYPTO));
        assertEquals((byte) 0x5a, directory.salt()[31]);
    }

    @Test
    void anEmptyDirectoryKnowsNobody() {
        assertEquals(-1, read(HEADER).orElseThrow().find(hash(1)));
    }

    @Test
    void refusesRecordsThatAreNotSortedOrNotUnique() {
        assertRefused(file(record(hash(2), POINT, "01"), record(hash(1), POINT, "01")));
        assertRefused(file(record(hash(1), POINT, "01"), record(hash(1), POINT, "00")));
    }

    @Test
    void refusesAMarkOrAFlagThatItDoesNotKnow() {
        assertRefused(file(record(hash(1), "04" + POINT.substring(2), "01")));
        assertRefused(file(record(hash(1), "00" + POINT.substring(2), "01")));
        assertRefused(file(record(hash(1), POINT, "02")));
        assertRefused(file(record(hash(1), POINT, "ff")));
    }

    @Test
    void refusesAFileCutOffAnywhereButBetweenRecords() {
        byte[] whole = file(record(hash(1), POINT, "01"), record(hash(2), POINT, "01"));
        for (int length = 0; length < whole.length; length++) {
            boolean isBetween = length >= HEADER.length && (length - HEADER.length) % 66 == 0;
            assertEquals(isBetween, read(Arrays.copyOf(whole, length)).isPresent(), "" + length);
        }
    }

    @Test
    void refusesAnotherFormatOrVersion() {
        for (int at = 0; at < 8; at++) {
            byte[] other = HEADER.clone();
            other[at] ^= 1;
            assertRefused(other);
        }
    }

    @Test
    void takesAsManyHoldersAsFitIn16MiBAndNotOneMore() {
        int most = HolderDirectory.ENTRIES_MAX;
        assertTrue(HEADER.length + 66L * most <= 16 << 20);
        assertEquals(most, read(many(most)).orElseThrow().size());
        assertRefused(many(most + 1));
    }

    private static byte[] many(int entries) {
        ByteBuffer file = ByteBuffer.allocate(HEADER.length + 66 * entries).put(HEADER);
        for (int each = 0; each < entries; each++) {
            file.put(record(hash(each), POINT, "01"));
        }
        return file.array();
    }

    private static void assertRefused(byte[] file) {
        assertEquals(Optional.empty(), read(file));
    }

    private static Optional<HolderDirectory> read(byte[] file) {
        return HolderDirectory.read(ByteBuffer.wrap(file));
    }

    private static byte[] file(byte[]... records) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(HEADER);
        Arrays.stream(records).forEach(file::writeBytes);
        return file.toByteArray();
    }

    private static byte[] record(byte[] hash, String key, String usable) {
        return HexFormat.of().parseHex(HexFormat.of().formatHex(hash) + key + usable);
    }

    /** Rising with the number. */
    private static byte[] hash(int number) {
        return ByteBuffer.allocate(32).putInt(number).array();
    }
}
