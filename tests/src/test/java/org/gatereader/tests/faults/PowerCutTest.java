package org.gatereader.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
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
    private int policies;

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
        publish(StatusArray.REVOKED, StoreSite.NOON);
        cutEverywhere("import over another", held);
    }

    /** With two generations there, the oldest goes; with debris there, it goes too. */
    @Test
    void anImportOverTwoGenerationsAndDebrisLeavesTheOneOrTheOther() throws IOException {
        SimulatedDisk held = imported(enrolled());
        publish(StatusArray.SUSPENDED, StoreSite.NOON.minusSeconds(60));
        held = imported(held);
        held.createDirectory(StoreGate.STATE.resolve("generations").resolve("7"));
        publish(StatusArray.REVOKED, StoreSite.NOON);
        cutEverywhere("import over two", held.after(Unsynced.KEPT));
    }

    @Test
    void aRotatedRootIsTakenWholeOrNotAtAll() throws IOException {
        SimulatedDisk held = imported(enrolled());
        site.repository.role(UpdateRepository.TIMESTAMP).rotate();
        site.repository.publishRoot();
        publish(StatusArray.REVOKED, StoreSite.NOON);
        cutEverywhere("import with a rotated key", held);
    }

    /** Two files of two roles change: of one alone, half of an import would look like the whole. */
    private void publish(int state, Instant issuedAt) {
        policies++;
        String policy = JsonMap.toJson(DemoSite.policy()) + "\n".repeat(policies);
        site.repository.target(StoreSite.POLICY, policy.getBytes(UTF_8));
        site.publishList(state, issuedAt).writeTo(inbox);
    }

    /** What a gate answers, and every file of which that is made. */
    private static String serves(StoreGate gate) {
        return gate.answer() + " by " + gate.report().serving().targets();
    }

    /**
     * Or the promise above would be one of this disk, and of no other. A sync that a later one of
     * the same import repeats is made good by that.
     */
    @Test
    void aSyncThatDoesNothingIsNoticed() throws IOException {
        SimulatedDisk held = enrolled();
        Uncut uncut = uncut(held);
        List<Path> syncs = uncut.syncs();
        int noticed = 0;
        for (int sync = 1; sync <= syncs.size(); sync++) {
            Path synced = syncs.get(sync - 1);
            if (syncs.lastIndexOf(synced) == sync - 1) {
                assertTrue(isNoticed(held, uncut, sync), "sync " + sync + ", " + synced);
                noticed++;
            }
        }
        System.out.printf(
                "counted: syncs that did nothing, each noticed: %d of %d, the others repeated%n",
                noticed, syncs.size());
    }

    private boolean isNoticed(SimulatedDisk held, Uncut uncut, int droppedSync) {
        // The last cut point is after the end.
        return IntStream.rangeClosed(1, uncut.calls() + 1)
                .map(back -> uncut.calls() + 2 - back)
                .boxed()
                .anyMatch(
                        call ->
                                Stream.of(Unsynced.values())
                                        .map(fate -> new Cut(call, fate, droppedSync))
                                        .anyMatch(cut -> problem(held, uncut, cut).isPresent()));
    }

    private void cutEverywhere(String name, SimulatedDisk held) {
        Uncut uncut = uncut(held);
        for (int call = 1; call <= uncut.calls() + 1; call++) {
            for (Unsynced fate : Unsynced.values()) {
                var cut = new Cut(call, fate, 0);
                assertEquals(Optional.empty(), problem(held, uncut, cut), name + ", " + cut);
            }
        }
        System.out.printf(
                "counted: power cuts, %s: %d calls, each cut with unsynced data lost, kept and"
                        + " half: %d restarts%n",
                name, uncut.calls(), uncut.calls() * Unsynced.values().length);
    }

    /**
     * What an import that nobody disturbs does.
     *
     * @param calls that change the disk
     * @param syncs what was synced by them, in order
     */
    private record Uncut(
            String before,
            String after,
            Map<String, Long> versions,
            Map<String, Long> versionsAfter,
            int calls,
            List<Path> syncs) {}

    private Uncut uncut(SimulatedDisk held) {
        StoreGate gate = restarted(held.after(Unsynced.KEPT), noInbox);
        String before = serves(gate);
        Map<String, Long> versions = gate.versions();
        var disk = held.after(Unsynced.KEPT);
        StoreGate whole = restarted(disk, inbox);
        assertEquals("", whole.refusal());
        assertNotEquals(before, serves(whole));
        return new Uncut(
                before, serves(whole), versions, whole.versions(), disk.calls(), disk.syncs());
    }

    /**
     * Where the power goes.
     *
     * @param call one beyond the last is after the end
     * @param droppedSync 0 is none
     */
    private record Cut(int call, Unsynced fate, int droppedSync) {}

    /** What the start after a cut has lost or mixed; empty if nothing. */
    private Optional<String> problem(SimulatedDisk held, Uncut uncut, Cut cut) {
        var disk = held.after(Unsynced.KEPT);
        disk.cutAt(cut.call());
        disk.dropSync(cut.droppedSync());
        if (cut.call() > uncut.calls()) {
            restarted(disk, inbox);
        } else {
            assertThrows(PowerCut.class, () -> restarted(disk, inbox));
        }
        var survivor = disk.after(cut.fate());
        StoreGate gate = restarted(survivor, noInbox);
        List<String> allowed =
                cut.call() > uncut.calls()
                        ? List.of(uncut.after())
                        : List.of(uncut.before(), uncut.after());
        if (!allowed.contains(serves(gate))) {
            return Optional.of("serves " + serves(gate));
        }
        // Falling back to a sound generation would hide a file that was not synced in time.
        if (!gate.refusal().isEmpty()) {
            return Optional.of(gate.refusal());
        }
        boolean hasEnded = cut.call() > uncut.calls();
        Optional<String> wentBack =
                wentBack(hasEnded ? uncut.versionsAfter() : uncut.versions(), gate.versions());
        String next = serves(restarted(survivor, inbox));
        return next.equals(uncut.after()) ? wentBack : Optional.of("then serves " + next);
    }

    /** A timestamp or snapshot whose key was rotated is forgotten, as TUF 5.3.11 demands. */
    private static Optional<String> wentBack(Map<String, Long> before, Map<String, Long> after) {
        boolean isRotated = after.getOrDefault("root", 0L) > before.getOrDefault("root", 0L);
        return before.entrySet().stream()
                .filter(
                        role -> {
                            boolean mayBeForgotten =
                                    isRotated
                                            && List.of("timestamp", "snapshot")
                                                    .contains(role.getKey());
                            boolean isForgotten = !after.containsKey(role.getKey());
                            return !(mayBeForgotten && isForgotten)
                                    && after.getOrDefault(role.getKey(), 0L) < role.getValue();
                        })
                .map(role -> role.getKey() + " went back")
                .findFirst();
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
