package org.gatereader.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingFileTest {
    private static final int SLOTS = 8;
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @TempDir Path directory;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve(RingFile.NAME);
    }

    @Test
    void allocatesItsWholeSizeBeforeTheFirstRecord() throws IOException {
        open(SLOTS).close();
        assertEquals(SLOTS * 32, Files.size(file));
        assertEquals(
                "rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of(), sequences());
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        try (var ring = open(SLOTS)) {
            ring.append(NOON, 2, 304);
            ring.force();
        }
        assertEquals(List.of(new JournalRecord(1, NOON, 2, 304)), read().records());
    }

    @Test
    void overwritesTheOldestFirst() throws IOException {
        append(SLOTS + 3);
        assertEquals(range(4, SLOTS + 3), sequences());
        assertEquals(SLOTS * 32, Files.size(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, SLOTS, SLOTS + 3, 2 * SLOTS})
    void aPowerCutAtAnyByteOfARecordLosesAtMostThatRecord(int written) throws IOException {
        append(written);
        byte[] before = Files.readAllBytes(file);
        append(1);
        byte[] after = Files.readAllBytes(file);
        int slot = written % SLOTS * 32;
        for (int cut = 0; cut < 32; cut++) {
            byte[] torn = before.clone();
            System.arraycopy(after, slot, torn, slot, cut);
            Files.write(file, torn);
            // Untouched, the oldest is still whole; after that it is lost, and nothing else is.
            boolean isOldestWhole = Arrays.equals(torn, before);
            long oldest = Math.max(1, written - SLOTS + (isOldestWhole ? 1 : 2));
            assertEquals(range(oldest, written), sequences(), "cut at " + cut);
            append(1);
            assertEquals(range(Math.max(1, written - SLOTS + 2), written + 1), sequences());
        }
    }

    @Test
    void aFileCutOffAtAnyByteKeepsItsWholeRecordsAndIsMadeWholeAgain() throws IOException {
        append(3);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= 4 * 32; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int kept = Math.min(3, length / 32);
            assertEquals(range(1, kept), sequences(), "cut at " + length);
            append(1);
            assertEquals(range(1, kept + 1), sequences());
            assertEquals(SLOTS * 32, Files.size(file));
        }
    }

    @Test
    void noSingleFlippedBitMakesARecordThatWasNeverWritten() throws IOException {
        append(SLOTS + 2);
        List<JournalRecord> written = read().records();
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            var reading = read();
            assertEquals(SLOTS - 1, reading.records().size());
            assertEquals(1, reading.damagedSlots());
            assertTrue(written.containsAll(reading.records()));
        }
    }

    @Test
    void readsAroundDamageAndGoesOnAfterTheNewest() throws IOException {
        append(SLOTS);
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, 2 * 32, 4 * 32, (byte) 0xFF);
        Files.write(file, damaged);
        assertEquals(List.of(1L, 2L, 5L, 6L, 7L, 8L), sequences());
        assertEquals(2, read().damagedSlots());
        append(1);
        assertEquals(List.of(2L, 5L, 6L, 7L, 8L, 9L), sequences());
    }

    @Test
    void startsAnewOnAFileOfNoise() throws IOException {
        byte[] noise = new byte[SLOTS * 32];
        new Random(7).nextBytes(noise);
        Files.write(file, noise);
        append(1);
        assertEquals(List.of(1L), sequences());
    }

    @Test
    void keepsTheNewestWhereTheRingIsMadeSmallerAndAllWhereItGrows() throws IOException {
        append(SLOTS + 3);
        open(4).close();
        assertEquals(range(SLOTS, SLOTS + 3), sequences());
        open(SLOTS).close();
        append(1);
        assertEquals(range(SLOTS, SLOTS + 4), sequences());
    }

    @Test
    void replacesWhatAnInterruptedCreationLeft() throws IOException {
        Path lock = directory.resolve(RingFile.LOCK_NAME);
        Files.write(directory.resolve(RingFile.NAME + ".new"), new byte[33]);
        append(1);
        assertEquals(List.of(1L), sequences());
        try (var files = Files.list(directory)) {
            assertEquals(Set.of(file, lock), files.collect(Collectors.toSet()));
        }
    }

    @Test
    void isWrittenByOneOwnerOnly() throws IOException {
        try (var ring = open(SLOTS)) {
            assertThrows(IOException.class, () -> open(SLOTS));
            assertThrows(IOException.class, () -> open(4));
            ring.append(NOON, 1, 0);
        }
        assertEquals(List.of(1L), sequences());
    }

    @Test
    void refusesAnythingButARegularFile() throws IOException {
        Path elsewhere = Files.write(directory.resolve("elsewhere"), new byte[SLOTS * 32]);
        Files.createSymbolicLink(file, elsewhere);
        assertThrows(IOException.class, () -> open(SLOTS));
        assertArrayEquals(new byte[SLOTS * 32], Files.readAllBytes(elsewhere));
    }

    @Test
    void readsOnlyTheNewestThatWereAskedFor() throws IOException {
        append(SLOTS);
        var reader = new JournalReader(directory);
        assertEquals(range(6, 8), sequences(reader.last(3)));
        assertEquals(range(7, 8), sequences(reader.after(6, 3)));
        assertEquals(List.of(), sequences(reader.after(8, 3)));
    }

    private RingFile open(int slots) throws IOException {
        return RingFile.open(directory, slots, _ -> {});
    }

    private void append(int records) throws IOException {
        try (var ring = open(SLOTS)) {
            for (int each = 0; each < records; each++) {
                ring.append(NOON, 1, 7);
            }
        }
    }

    private JournalReader.Reading read() throws IOException {
        return new JournalReader(directory).last(Integer.MAX_VALUE);
    }

    private List<Long> sequences() throws IOException {
        return sequences(read());
    }

    private static List<Long> sequences(JournalReader.Reading reading) {
        return reading.records().stream().map(JournalRecord::sequence).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
