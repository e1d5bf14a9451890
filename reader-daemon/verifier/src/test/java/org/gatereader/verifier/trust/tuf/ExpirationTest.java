package org.gatereader.verifier.trust.tuf;

import static org.gatereader.verifier.trust.tuf.HoldingGate.assertRefused;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertTrusted;
import static org.gatereader.verifier.trust.tuf.Refusal.ROOT_EXPIRED;
import static org.gatereader.verifier.trust.tuf.Refusal.SNAPSHOT_EXPIRED;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGETS_EXPIRED;
import static org.gatereader.verifier.trust.tuf.Refusal.TIMESTAMP_EXPIRED;
import static org.gatereader.verifier.trust.tuf.RepositorySimulator.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Freezes, seen at every step: what the suite's test_expiration.py names, and the bound itself. */
class ExpirationTest {
    private final HoldingGate gate = new HoldingGate();
    private final RepositorySimulator repository = gate.repository;

    @Test
    void takesAnExpiredRootOverAndStopsThere() {
        assertTrusted(gate.refresh());
        repository.root().publish();
        repository.root().expires(NOON).publish();
        repository.publish();
        assertRefused(ROOT_EXPIRED, gate.refresh());
        assertEquals("root 3, snapshot 1, targets 1, timestamp 1", gate.held());
    }

    @Test
    void refusesATimestampAtTheInstantItExpires() {
        assertTrusted(gate.refresh());
        repository.timestamp().expires(NOON).publish();
        assertRefused(TIMESTAMP_EXPIRED, gate.refresh());
        assertEquals("root 1, snapshot 1, targets 1, timestamp 1", gate.held());
    }

    @Test
    void takesATimestampASecondBeforeItExpires() {
        repository.timestamp().expires(NOON.plusSeconds(1)).publish();
        assertTrusted(gate.refresh());
    }

    @Test
    void refusesASnapshotAtTheInstantItExpires() {
        assertTrusted(gate.refresh());
        repository.snapshot().expires(NOON);
        repository.publishSnapshot();
        assertRefused(SNAPSHOT_EXPIRED, gate.refresh());
        assertEquals("root 1, snapshot 1, targets 1, timestamp 2", gate.held());
    }

    @Test
    void refusesTargetsAtTheInstantTheyExpire() {
        assertTrusted(gate.refresh());
        repository.targets().expires(NOON);
        repository.publish();
        assertRefused(TARGETS_EXPIRED, gate.refresh());
        assertEquals("root 1, snapshot 2, targets 1, timestamp 2", gate.held());
    }

    @Test
    void goesOnFromARootThatHasExpiredSince() {
        repository.root().expires(NOON.plus(Duration.ofDays(7))).publish();
        assertTrusted(gate.refresh());
        repository.root().expires(NOON.plus(Duration.ofDays(21))).publish();
        gate.pass(Duration.ofDays(18));
        assertTrusted(gate.refresh());
        assertEquals("root 3, snapshot 1, targets 1, timestamp 1", gate.held());
    }

    @Test
    void goesOnFromATimestampThatHasExpiredSince() {
        repository.timestamp().expires(NOON.plus(Duration.ofDays(7))).publish();
        assertTrusted(gate.refresh());
        repository.timestamp().expires(NOON.plus(Duration.ofDays(21)));
        repository.publish();
        gate.pass(Duration.ofDays(18));
        assertTrusted(gate.refresh());
        assertEquals("root 1, snapshot 2, targets 2, timestamp 3", gate.held());
    }

    /** Indefinite freeze: the repository, or whoever stands before it, repeats itself. */
    @Test
    void seesThatARepositoryIsFrozen() {
        repository.timestamp().expires(NOON.plus(Duration.ofDays(1))).publish();
        assertTrusted(gate.refresh());
        gate.pass(Duration.ofDays(1));
        assertRefused(TIMESTAMP_EXPIRED, gate.refresh());
    }

    @Test
    void seesThatTheSnapshotItHoldsHasExpired() {
        repository.snapshot().expires(NOON.plus(Duration.ofDays(1)));
        repository.publishSnapshot();
        assertTrusted(gate.refresh());
        gate.pass(Duration.ofDays(1));
        assertRefused(SNAPSHOT_EXPIRED, gate.refresh());
    }
}
