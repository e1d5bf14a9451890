package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertRefused;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertTrusted;
import static org.gatereader.verifier.trust.tuf.Refusal.MALFORMED;
import static org.gatereader.verifier.trust.tuf.Refusal.ROOT_ABSENT;
import static org.gatereader.verifier.trust.tuf.Refusal.ROOT_NOT_NEXT;
import static org.gatereader.verifier.trust.tuf.Refusal.ROOT_NOT_SIGNED;
import static org.gatereader.verifier.trust.tuf.Refusal.SNAPSHOT_HASH;
import static org.gatereader.verifier.trust.tuf.Refusal.SNAPSHOT_VERSION;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGETS_HASH;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGETS_VERSION;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGET_ABSENT;
import static org.gatereader.verifier.trust.tuf.Refusal.UNAVAILABLE;
import static org.gatereader.verifier.trust.tuf.Refusal.WRONG_TYPE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workflow as a whole: what the suite's test_basic.py names. */
class RefreshTest {
    private final HoldingGate gate = new HoldingGate();
    private final RepositorySimulator repository = gate.repository;

    @Test
    void asksForTheFourRolesInTheOrderOfTrust() {
        assertTrusted(gate.refresh());
        assertEquals(
                List.of("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"),
                repository.requests());
    }

    @Test
    void holdsWhatItTookOver() {
        assertTrusted(gate.refresh());
        assertEquals("root 1, snapshot 1, targets 1, timestamp 1", gate.held());
    }

    @Test
    void asksOnlyForRootAndTimestampWhenNothingIsNew() {
        assertTrusted(gate.refresh());
        repository.requests();
        assertTrusted(gate.refresh());
        assertEquals(List.of("2.root.json", "timestamp.json"), repository.requests());
    }

    @Test
    void updatesEverythingBeforeItSaysThatATargetIsAbsent() {
        assertRefused(TARGET_ABSENT, gate.find("nonexistent"));
        assertEquals("root 1, snapshot 1, targets 1, timestamp 1", gate.held());
    }

    @Test
    void asksNobodyWithoutARoot() {
        gate.delete("root.json");
        assertRefused(ROOT_ABSENT, gate.refresh());
        assertEquals(List.of(), repository.requests());
    }

    @Test
    void asksNobodyWithARootThatIsNotWhole() {
        gate.save("root.json", "{\"signed\": {}, \"signatures\": []}".getBytes(UTF_8));
        assertRefused(MALFORMED, gate.refresh());
        assertEquals(List.of(), repository.requests());
    }

    @Test
    void asksNobodyWithARootThatDoesNotSignItself() {
        repository.root().version(1).signedBy(TestKey.ecdsa()).publish();
        gate.enroll();
        assertRefused(ROOT_NOT_SIGNED, gate.refresh());
        assertEquals(List.of(), repository.requests());
    }

    @ParameterizedTest
    @CsvSource({
        "root, ROOT_NOT_SIGNED, root 1",
        "timestamp, TIMESTAMP_NOT_SIGNED, root 2",
        "snapshot, SNAPSHOT_NOT_SIGNED, 'root 2, timestamp 2'",
        "targets, TARGETS_NOT_SIGNED, 'root 2, snapshot 2, timestamp 2'"
    })
    void stopsAtTheRoleThatIsNotSignedAndKeepsThoseBefore(String role, Refusal why, String held) {
        repository.role(role).signedBy();
        repository.root().publish();
        repository.publish();
        assertRefused(why, gate.refresh());
        assertEquals(held, gate.held());
    }

    @Test
    void refusesARootUnderAnotherVersionsName() {
        repository.root().version(3).publish();
        repository.tamper("2.root.json", repository.file("3.root.json"));
        assertRefused(ROOT_NOT_NEXT, gate.refresh());
        assertEquals("root 1", gate.held());
    }

    @Test
    void refusesASnapshotUnderAnotherVersionsName() {
        repository.snapshot().publish();
        repository.tamper("1.snapshot.json", repository.file("2.snapshot.json"));
        assertRefused(SNAPSHOT_VERSION, gate.refresh());
        assertEquals("root 1, timestamp 1", gate.held());
    }

    @Test
    void refusesTargetsUnderAnotherVersionsName() {
        repository.targets().publish();
        repository.tamper("1.targets.json", repository.file("2.targets.json"));
        assertRefused(TARGETS_VERSION, gate.refresh());
        assertEquals("root 1, snapshot 1, timestamp 1", gate.held());
    }

    @Test
    void staysWithItsTimestampWhenAnotherHasTheSameVersion() {
        assertTrusted(gate.refresh());
        repository.requests();
        byte[] held = gate.load("timestamp.json").orElseThrow();
        repository.timestamp().object("meta").put("snapshot.json", Map.of("version", 100));
        repository.timestamp().version(1).publish();
        assertTrusted(gate.refresh());
        assertEquals(List.of("2.root.json", "timestamp.json"), repository.requests());
        assertArrayEquals(held, gate.load("timestamp.json").orElseThrow());
    }

    @Test
    void takesFilesWithTheHashesThatAreListed() {
        repository.listHashes();
        repository.publish();
        assertTrusted(gate.refresh());
    }

    @Test
    void refusesTargetsWithoutTheHashThatIsListed() {
        repository.listHashes();
        repository.publish();
        repository.snapshot().object("meta").put("targets.json", listedFalsely());
        repository.publishSnapshot();
        assertRefused(TARGETS_HASH, gate.refresh());
        assertEquals("root 1, snapshot 3, timestamp 3", gate.held());
    }

    @Test
    void refusesASnapshotWithoutTheHashThatIsListed() {
        repository.listHashes();
        repository.timestamp().object("meta").put("snapshot.json", listedFalsely());
        repository.timestamp().publish();
        assertRefused(SNAPSHOT_HASH, gate.refresh());
        assertEquals("root 1, timestamp 2", gate.held());
    }

    private static Map<String, Object> listedFalsely() {
        return RepositorySimulator.object(
                "version", 1L, "hashes", Map.of("sha256", "0".repeat(64)));
    }

    @Test
    void holdsTheBytesAsTheyCame() {
        byte[] published = repository.file("timestamp.json");
        byte[] longer = (new String(published, UTF_8) + " \n").getBytes(UTF_8);
        repository.tamper("timestamp.json", longer);
        assertTrusted(gate.refresh());
        assertArrayEquals(longer, gate.load("timestamp.json").orElseThrow());
    }

    @Test
    void signsOverMembersThatItDoesNotKnow() {
        var key = TestKey.ecdsa().with("extra-field", Map.of("a", 1, "b", 2));
        repository.root().set("custom-field", "a \"quoted\\\" value\nof two lines");
        repository.name("root", 2, repository.root().signers().getFirst(), key);
        repository.root().signers().add(key);
        repository.root().publish();
        assertTrusted(gate.refresh());
        assertEquals("root 2, snapshot 1, targets 1, timestamp 1", gate.held());
    }

    @Test
    void ignoresAnAlgorithmForKeyidsThatTheSpecificationHasNot() {
        var key = TestKey.ecdsa().with("keyid_hash_algorithms", "md5");
        repository.trust("snapshot", 1, key);
        repository.root().publish();
        repository.publishSnapshot();
        assertTrusted(gate.refresh());
        assertEquals("root 2, snapshot 2, targets 1, timestamp 2", gate.held());
    }

    @ParameterizedTest
    @CsvSource({
        "2.snapshot.json, 'root 1, snapshot 1, targets 1, timestamp 2'",
        "2.targets.json, 'root 1, snapshot 2, targets 1, timestamp 2'",
        "timestamp.json, 'root 1, snapshot 1, targets 1, timestamp 1'"
    })
    void saysWhichFileTheRepositoryLacks(String file, String held) {
        assertTrusted(gate.refresh());
        repository.publish();
        repository.remove(file);
        assertEquals(new Outcome.Refused<>(UNAVAILABLE, file), gate.refresh());
        assertEquals(held, gate.held());
    }

    @Test
    void refusesASnapshotThatIsGivenOutAsTheTimestamp() {
        repository.trust("snapshot", 1, repository.timestamp().signers().getFirst());
        repository.snapshot().set("meta", Map.of("snapshot.json", Map.of("version", 1)));
        repository.root().publish();
        repository.snapshot().publish();
        repository.tamper("timestamp.json", repository.file("2.snapshot.json"));
        assertRefused(WRONG_TYPE, gate.refresh());
        assertEquals("root 2", gate.held());
    }

    @Test
    void readsARepositoryWithoutConsistentSnapshots() {
        repository.stopConsistentSnapshots();
        repository.add("targets", "lists/a.cwt", "a list");
        repository.root().publish();
        repository.publish();
        HoldingGate.assertContent("a list", gate.download("lists/a.cwt"));
        assertEquals(
                List.of(
                        "2.root.json",
                        "3.root.json",
                        "timestamp.json",
                        "snapshot.json",
                        "targets.json"),
                repository.requests());
        assertEquals(List.of("lists/a.cwt"), repository.downloads());
    }
}
