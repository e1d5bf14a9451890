package org.gatereader.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.gatereader.demo.wallet.StatusArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gate that serves the first set of a site, and the inbox into which others drop what they like.
 */
abstract class ServingGate {
    static final Instant LATER = StoreSite.NOON;
    static final String REVOKED = "REVOKED since " + LATER;

    @TempDir Path directory;
    final StoreSite site = new StoreSite();
    final UpdateRepository repository = site.repository;
    final SimulatedDisk disk = new SimulatedDisk();
    Path inbox;
    StoreGate gate;
    String before = "";

    @BeforeEach
    void serve() throws IOException {
        inbox = Files.createDirectory(directory.resolve("inbox"));
        site.writeTo(inbox);
        StoreGate.enroll(disk, StoreGate.STATE, site.root());
        gate = new StoreGate(disk, StoreGate.STATE, inbox).turn();
        before = gate.answer();
        assertEquals("VALID since 2030-01-01T11:50:00Z", before);
    }

    void drop() {
        repository.writeTo(inbox);
        gate.turn();
    }

    String rule() {
        return gate.report().lastRefusal().orElseThrow().rule();
    }

    /** The set from before serves; the rule is in the report, and once in the journal. */
    void assertRefused(int number, String refusal) {
        assertTrue(gate.refusal().startsWith(refusal), gate.refusal());
        assertEquals(before, gate.answer());
        assertEquals(number, gate.refusals.getLast());
        int told = gate.refusals.size();
        gate.importNow();
        assertEquals(told, gate.refusals.size());
        assertEquals(before, new StoreGate(disk, StoreGate.STATE, inbox).turn().answer());
    }

    void assertTakesTheNext() {
        site.publishList(StatusArray.REVOKED, LATER);
        repository.writeTo(inbox);
        gate.importNow();
        assertEquals("", gate.refusal());
        assertEquals(REVOKED, gate.answer());
    }
}
