package org.gatereader.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.tests.gatectl.RunningGate;
import org.junit.jupiter.api.Test;

/**
 * Everything that a hostile courier or stick can make of the files in the inbox, and everything
 * that the gate's own disk can do. In each case the last good set serves on and the reason is told.
 */
class HostileFilesTest extends ServingGate {
    @Test
    void aFullDiskTakesNothingAndLosesNothing() {
        site.publishList(StatusArray.REVOKED, LATER);
        for (int room = 0; room < 40; room++) {
            disk.fillAfter(room + 1);
            drop();
            if (gate.answer().equals(REVOKED)) {
                break;
            }
            assertEquals("STORAGE", rule());
            assertEquals(before, gate.answer());
            assertEquals(before, new StoreGate(disk, StoreGate.STATE, inbox).turn().answer());
        }
        disk.fillAfter(0);
        assertTakesTheNext();
    }

    @Test
    void aFloodOfFilesCostsNothing() throws IOException {
        for (int each = 0; each < 2_000; each++) {
            Files.createFile(inbox.resolve("metadata").resolve(each + ".flood.json"));
        }
        disk.cutAt(1);
        gate.turn();
        disk.cutAt(Integer.MAX_VALUE);
        assertEquals("", gate.refusal());
        assertTakesTheNext();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        site.publishList(StatusArray.REVOKED, LATER);
        drop();
        before = gate.answer();
        repository.publish();
        drop();
        Path timestamp = inbox.resolve("metadata/timestamp.json");
        Path elsewhere = directory.resolve("elsewhere");
        repository.publish().writeTo(inbox);
        Files.move(timestamp, elsewhere);
        Files.createSymbolicLink(timestamp, elsewhere);
        gate.turn();
        assertRefused(533, "UNAVAILABLE, TUF 5.3.3: timestamp.json: not a regular file");
    }

    @Test
    void aPipeStopsNobody() throws Exception {
        Path timestamp = inbox.resolve("metadata/timestamp.json");
        Files.delete(timestamp);
        assertEquals(0, new ProcessBuilder("mkfifo", timestamp.toString()).start().waitFor());
        gate.turn();
        assertRefused(533, "UNAVAILABLE, TUF 5.3.3: timestamp.json: not a regular file");
        assertTakesTheNext();
    }

    @Test
    void aSparseFileIsNotRead() throws IOException {
        site.publishList(StatusArray.REVOKED, LATER).writeTo(inbox);
        Path list = inbox.resolve(repository.locationOf(StoreSite.LIST));
        byte[] honest = Files.readAllBytes(list);
        try (var file = new RandomAccessFile(list.toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        gate.turn();
        assertRefused(533, "TOO_LONG, TUF 5.3.3: status%2F");
        Files.write(list, honest);
        assertTakesTheNext();
    }

    /** Grown by one byte, or still growing: neither is the signed length. */
    @Test
    void aGrowingFileIsReadNoFurtherThanItsSignedLength() throws IOException {
        site.publishList(StatusArray.REVOKED, LATER).writeTo(inbox);
        Path list = inbox.resolve(repository.locationOf(StoreSite.LIST));
        byte[] honest = Files.readAllBytes(list);
        Files.write(list, Arrays.copyOf(honest, honest.length + 1));
        gate.turn();
        assertRefused(533, "TOO_LONG, TUF 5.3.3: status%2F");
        Files.write(list, honest);
        assertTakesTheNext();
    }

    /** What serves is the gate's own copy, whatever becomes of the file it was copied from. */
    @Test
    void aFileRewrittenAfterItWasVerifiedChangesNothing() throws IOException {
        site.publishList(StatusArray.REVOKED, LATER);
        drop();
        Path list = inbox.resolve(repository.locationOf(StoreSite.LIST));
        Files.write(list, site.list(StatusArray.VALID, LATER.plusSeconds(1)));
        assertEquals(REVOKED, gate.turn().answer());
        assertEquals(REVOKED, new StoreGate(disk, StoreGate.STATE, inbox).turn().answer());
        assertEquals(List.of(), gate.refusals);
    }

    @Test
    void aWornGenerationGivesWayToTheOneBeforeAndIsTold() throws IOException {
        site.publishList(StatusArray.REVOKED, LATER);
        drop();
        Path worn = StoreGate.STATE.resolve("generations/2/issuers.json");
        disk.write(worn, java.nio.ByteBuffer.wrap("[]".getBytes(UTF_8)));
        var next = new StoreGate(disk, StoreGate.STATE, directory.resolve("absent"));
        assertEquals(before, next.turn().answer());
        assertEquals(List.of(9002), next.refusals);
        assertEquals(REVOKED, new StoreGate(disk, StoreGate.STATE, inbox).turn().answer());
    }

    /** An SD card may give back something else long after what it gave was judged. */
    @Test
    void aListThatRotsUnderItsMappingIsToldAsOneWhoseCanaryIsWrong() throws Exception {
        var sound = RunningGate.trust(directory, gate.report());
        assertEquals(0, sound.exitCode(), sound.out());
        assertTrue(sound.out().contains("canary ok"), sound.out());
        Path entries = StoreGate.STATE.resolve("generations/1/entries-0");
        disk.read(entries).orElseThrow()[0] ^= 1;
        var rotten = RunningGate.trust(directory, gate.report());
        assertEquals(1, rotten.exitCode());
        assertTrue(rotten.out().contains("canary WRONG"), rotten.out());
    }

    @Test
    void aDiskThatCanOnlyBeReadTakesNothingAndLosesNothing() {
        site.publishList(StatusArray.REVOKED, LATER);
        disk.setReadOnly(true);
        drop();
        assertRefused(9002, "STORAGE: the gate's own disk");
        disk.setReadOnly(false);
        assertTakesTheNext();
    }
}
