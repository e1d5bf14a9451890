package org.gatereader.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gatereader.daemon.control.wire.TrustReport.Source;
import org.gatereader.daemon.store.PlainTrustStore;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.daemon.store.TrustStore.Drivers;
import org.gatereader.demo.cases.DemoTrust;
import org.gatereader.demo.cases.Scene;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain files are believed because of who may write them, and the status says that they are. */
class PlainTrustTest {
    @TempDir private Path directory;
    private final AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving =
            new AtomicReference<>();

    private final Heard heard = new Heard();

    @BeforeEach
    void writeTrust() throws IOException {
        DemoTrust.of(Scene.DAY, Scene.DAY.beginsAt()).writeTo(directory);
    }

    @Test
    void statusSaysThatTrustIsUnsigned() {
        TrustStore store = store(Drivers.ALL_SIMULATED);
        var time = StoreGate.trusted(Scene.DAY.beginsAt());
        assertNotNull(serving.get());
        assertEquals(Source.PLAIN, store.report(time).source());
        assertEquals("UNSIGNED TRUST", store.report(time).source().word());
    }

    @Test
    void theJournalIsToldOnceThatTrustIsUnsigned() throws IOException {
        TrustStore store = store(Drivers.ALL_SIMULATED);
        DemoTrust.of(Scene.NIGHT, Scene.NIGHT.beginsAt()).writeTo(directory);
        store.runOnce(StoreGate.trusted(Scene.NIGHT.beginsAt()));
        assertEquals(List.of("loaded", "unsigned", "loaded"), heard.events);
    }

    @Test
    void whatIsRefusedStandsInTheReportAndInTheJournal() throws IOException {
        TrustStore store = store(Drivers.ALL_SIMULATED);
        var time = StoreGate.trusted(Scene.DAY.beginsAt());
        assertTrue(store.report(time).lastRefusal().isEmpty());
        Files.writeString(directory.resolve("issuers.json"), "[}");
        store.runOnce(time);
        store.runOnce(time);
        assertEquals(List.of("loaded", "unsigned", "refused 1"), heard.events);
        var refusal = store.report(time).lastRefusal().orElseThrow();
        assertEquals("CONTENT", refusal.rule());
        assertTrue(refusal.message().startsWith("issuers.json:1:2"), refusal.message());
        writeTrust();
        store.runOnce(time);
        assertTrue(store.report(time).lastRefusal().isEmpty());
    }

    @Test
    void besideARealDeviceOnlyRootMayWriteThem() throws IOException {
        Path policy = directory.resolve("policy.json");
        Files.setPosixFilePermissions(policy, PosixFilePermissions.fromString("rw-rw-r--"));
        assertNotNull(store(Drivers.ALL_SIMULATED));
        serving.set(null);
        // Where a test does not run as root, the first file is refused already.
        String fault = store(Drivers.SOME_REAL).faults().getFirst();
        assertTrue(fault.endsWith(".json: expected that only root may write it"), fault);
        assertNull(serving.get());
    }

    private TrustStore store(Drivers drivers) {
        var store =
                new PlainTrustStore(
                        directory, StoreGate.CRYPTO, drivers, new TrustStore.Wires(serving, heard));
        store.runOnce(StoreGate.trusted(Scene.DAY.beginsAt()));
        return store;
    }

    private static final class Heard implements TrustStore.Listener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void loaded(int issuerKeys) {
            events.add("loaded");
        }

        @Override
        public void servesUnsigned() {
            events.add("unsigned");
        }

        @Override
        public void refused(int faults) {
            events.add("refused " + faults);
        }

        @Override
        public void updateRefused(int rule) {
            throw new AssertionError("no update is expected here");
        }
    }
}
