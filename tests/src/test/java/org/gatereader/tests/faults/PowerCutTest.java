package org.gatereader.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.tests.faults.SimulatedDisk.PowerCut;
import org.gatereader.tests.faults.SimulatedDisk.Unsynced;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes at every single call that changes the disk. What serves after the restart, without
 * the inbox, is exactly what served before the import or exactly what it brought; the metadata
 * never goes back; and the next look brings the rest.
 */
class PowerCutTest {
    @TempDir private Path directory;
    private Path inbox;
    private Path noInbox;
    private final StoreSite site = new StoreSite();

    @BeforeEach
    void makeInboxes() throws IOException {
        inbox = Files.createDirectory(directory.resolve("inbox"));
        noInbox = directory.resolve("absent");
        site.writeTo(inbox);
    }

    @Test
    void aFirstImportIsWholeOrNotThere() throws IOException {
        cutEverywhere("first import", enrolled());
    }

    @Test
    void anImportOverAnotherLeavesTheOneOrTheOther() throws IOException {
        SimulatedDisk held = imported(enrolled());
        site.publishList(StatusArray.REVOKED, StoreSite.NOON).writeTo(inbox);
        cutEverywhere("import over another", held);
    }

    /** With two generations there, the oldest goes; with debris there, it goes too. */
    @Test
    void anImportOverTwoGenerationsAndDebrisLeavesTheOneOrTheOther() throws IOException {
        SimulatedDisk held = imported(enrolled());
        site.publishList(StatusArray.SUSPENDED, StoreSite.NOON.minusSeconds(60)).writeTo(inbox);
        held = imported(held);
        held.createDirectory(StoreGate.STATE.resolve("generations").resolve("7"));
        site.publishList(StatusArray.REVOKED, StoreSite.NOON).writeTo(inbox);
        cutEverywhere("import over two", held.after(Unsynced.KEPT));
    }

    @Test
    void aRotatedRootIsTakenWholeOrNotAtAll() throws IOException {
        SimulatedDisk held = imported(enrolled());
        site.repository.role(UpdateRepository.TIMESTAMP).rotate();
        site.repository.publishRoot();
        site.publishList(StatusArray.REVOKED, StoreSite.NOON).writeTo(inbox);
        cutEverywhere("import with a rotated key", held);
    }

    private void cutEverywhere(String name, SimulatedDisk held) {
        var uncut = held.after(Unsynced.KEPT);
        String before = restarted(uncut, noInbox).answer();
        Map<String, Long> versions = restarted(uncut, noInbox).versions();
        uncut.cutAt(Integer.MAX_VALUE);
        StoreGate whole = restarted(uncut, inbox);
        String after = whole.answer();
        assertEquals("", whole.refusal());
        assertNotEquals(before, after);
        int calls = uncut.calls();
        for (int call = 1; call <= calls; call++) {
            for (Unsynced fate : Unsynced.values()) {
                var disk = held.after(Unsynced.KEPT);
                disk.cutAt(call);
                assertThrows(PowerCut.class, () -> restarted(disk, inbox));
                var survivor = disk.after(fate);
                String where = name + ", call " + call + ", unsynced " + fate;
                StoreGate gate = restarted(survivor, noInbox);
                assertTrue(List.of(before, after).contains(gate.answer()), where);
                // Falling back to a sound generation would hide a file that was not synced in time.
                assertEquals("", gate.refusal(), where);
                assertNoneWentBack(versions, gate.versions(), where);
                assertEquals(after, restarted(survivor, inbox).answer(), where);
            }
        }
        System.out.printf(
                "counted: power cuts, %s: %d calls, each cut with unsynced data lost, kept and"
                        + " half: %d restarts%n",
                name, calls, calls * Unsynced.values().length);
    }

    /** A timestamp or snapshot whose key was rotated is forgotten, as TUF 5.3.11 demands. */
    private static void assertNoneWentBack(
            Map<String, Long> before, Map<String, Long> after, String where) {
        boolean isRotated = after.getOrDefault("root", 0L) > before.getOrDefault("root", 0L);
        before.forEach(
                (role, version) -> {
                    boolean mayBeForgotten =
                            isRotated && List.of("timestamp", "snapshot").contains(role);
                    long least = mayBeForgotten && !after.containsKey(role) ? 0 : version;
                    assertTrue(after.getOrDefault(role, 0L) >= least, where + ", " + role);
                });
    }

    private SimulatedDisk enrolled() throws IOException {
        var disk = new SimulatedDisk();
        StoreGate.enroll(disk, StoreGate.STATE, site.root());
        return disk;
    }

    private SimulatedDisk imported(SimulatedDisk disk) {
        restarted(disk, inbox);
        return disk.after(Unsynced.LOST);
    }

    private static StoreGate restarted(SimulatedDisk disk, Path inbox) {
        return new StoreGate(disk, StoreGate.STATE, inbox).turn();
    }
}
