package org.gatereader.verifier.trust.tuf;

import static org.gatereader.verifier.trust.tuf.HoldingGate.assertRefused;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertTrusted;
import static org.gatereader.verifier.trust.tuf.Refusal.SNAPSHOT_ROLLED_BACK;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGETS_ROLLED_BACK;
import static org.gatereader.verifier.trust.tuf.Refusal.TIMESTAMP_ROLLED_BACK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing goes back, and after an attacker ran ahead only a rotated key leads back: what the
 * suite's test_rollback.py names.
 */
class RollbackTest {
    private static final long FAR_AHEAD = Fields.INTEGER_MAX;

    private final HoldingGate gate = new HoldingGate();
    private final RepositorySimulator repository = gate.repository;

    @Test
    void refusesAnOlderTimestamp() {
        repository.timestamp().version(7).publish();
        assertTrusted(gate.refresh());
        repository.timestamp().version(6).publish();
        assertRefused(TIMESTAMP_ROLLED_BACK, gate.refresh());
        assertEquals("root 1, snapshot 1, targets 1, timestamp 7", gate.held());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesATimestampThatListsAnOlderSnapshot(boolean withHashes) {
        listHashesIf(withHashes);
        repository.publishSnapshot();
        assertTrusted(gate.refresh());
        repository.snapshot().version(1);
        repository.publishSnapshot();
        assertRefused(SNAPSHOT_ROLLED_BACK, gate.refresh());
        assertEquals("root 1, snapshot 2, targets 1, timestamp 2", gate.held());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesASnapshotThatListsOlderTargets(boolean withHashes) {
        listHashesIf(withHashes);
        repository.publish();
        assertTrusted(gate.refresh());
        repository.targets().version(1);
        repository.publish();
        assertRefused(TARGETS_ROLLED_BACK, gate.refresh());
        assertEquals("root 1, snapshot 2, targets 2, timestamp 3", gate.held());
    }

    @Test
    void refusesASnapshotThatHasLostARole() {
        repository.delegate("targets", "status", "status/*").publish();
        repository.publish();
        assertTrusted(gate.refresh());
        repository.snapshot().object("meta").remove("status.json");
        repository.publishSnapshot();
        assertRefused(TARGETS_ROLLED_BACK, gate.refresh());
    }

    @Test
    void comesBackFromATimestampFarAheadWhenItsKeyIsRotated() {
        repository.timestamp().version(FAR_AHEAD).publish();
        assertTrusted(gate.refresh());
        repository.trust("timestamp", 1, TestKey.ecdsa());
        repository.root().publish();
        repository.timestamp().version(2).publish();
        assertTrusted(gate.refresh());
        assertEquals("root 2, snapshot 1, targets 1, timestamp 2", gate.held());
    }

    @Test
    void comesBackFromASnapshotFarAheadWhenItsKeyIsRotated() {
        repository.snapshot().version(FAR_AHEAD);
        repository.publishSnapshot();
        assertTrusted(gate.refresh());
        repository.trust("snapshot", 1, TestKey.ecdsa());
        repository.root().publish();
        repository.snapshot().version(2);
        repository.publishSnapshot();
        assertTrusted(gate.refresh());
        assertEquals("root 2, snapshot 2, targets 1, timestamp 3", gate.held());
    }

    @Test
    void comesBackFromTargetsFarAheadWhenTheKeyOfSnapshotIsRotated() {
        repository.delegate("targets", "status", "status/*").publish();
        repository.targets().version(FAR_AHEAD);
        repository.publish();
        assertTrusted(gate.refresh());
        repository.trust("snapshot", 1, TestKey.ecdsa());
        repository.targets().version(1).without("delegations");
        repository.snapshot().object("meta").remove("status.json");
        repository.root().publish();
        repository.publish();
        assertTrusted(gate.refresh());
        assertEquals("root 2, snapshot 3, targets 1, timestamp 3", gate.held());
    }

    /** A new key beside the old says nothing against what the old one signed. */
    @Test
    void keepsProtectingWhenAKeyIsOnlyAdded() {
        repository.timestamp().version(7).publish();
        assertTrusted(gate.refresh());
        var old = repository.timestamp().signers().getFirst();
        repository.trust("timestamp", 1, old, TestKey.ecdsa());
        repository.root().publish();
        repository.timestamp().version(6).publish();
        assertRefused(TIMESTAMP_ROLLED_BACK, gate.refresh());
    }

    /** One of two keys is revoked; the other signed what is held, too, and does not keep it. */
    @Test
    void comesBackWhenOneKeyOfTwoIsRevoked() {
        var kept = repository.timestamp().signers().getFirst();
        repository.trust("timestamp", 1, kept, TestKey.ecdsa());
        repository.root().publish();
        repository.timestamp().version(FAR_AHEAD).publish();
        assertTrusted(gate.refresh());
        repository.trust("timestamp", 1, kept);
        repository.root().publish();
        repository.timestamp().version(2).publish();
        assertTrusted(gate.refresh());
        assertEquals("root 3, snapshot 1, targets 1, timestamp 2", gate.held());
    }

    /** The power went after root was stored and before the timestamp was deleted. */
    @Test
    void comesBackAlthoughTheOldTimestampIsStillThere() {
        repository.timestamp().version(FAR_AHEAD).publish();
        assertTrusted(gate.refresh());
        repository.trust("timestamp", 1, TestKey.ecdsa());
        repository.root().publish();
        repository.timestamp().version(2).publish();
        gate.save("root.json", repository.file("2.root.json"));
        assertTrusted(gate.refresh());
        assertEquals("root 2, snapshot 1, targets 1, timestamp 2", gate.held());
    }

    /** Root expired in the update that saw the rotation; the next one starts behind it. */
    @Test
    void forgetsARotatedKeysWorkAlthoughRootHasExpired() {
        repository.timestamp().version(FAR_AHEAD).publish();
        assertTrusted(gate.refresh());
        repository.trust("timestamp", 1, TestKey.ecdsa());
        repository.root().expires(RepositorySimulator.NOON).publish();
        assertRefused(Refusal.ROOT_EXPIRED, gate.refresh());
        assertEquals("root 2, targets 1", gate.held());
    }

    private void listHashesIf(boolean withHashes) {
        if (withHashes) {
            repository.listHashes();
        }
    }
}
