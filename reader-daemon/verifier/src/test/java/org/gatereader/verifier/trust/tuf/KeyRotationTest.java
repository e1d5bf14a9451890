package org.gatereader.verifier.trust.tuf;

import static org.gatereader.verifier.trust.tuf.HoldingGate.assertRefused;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertTrusted;
import static org.gatereader.verifier.trust.tuf.Refusal.ROOT_NOT_SIGNED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who must sign when keys change: what the suite's test_updater_key_rotations.py names. A version
 * of root is {@code threshold of keys by signers}, keys by their number.
 */
class KeyRotationTest {
    private static List<TestKey> keys = List.of();

    private final HoldingGate gate = new HoldingGate();
    private final RepositorySimulator repository = gate.repository;

    @BeforeAll
    static void makeKeys() {
        keys = IntStream.range(0, 10).mapToObj(_ -> TestKey.ecdsa()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        // A key is replaced.
        "1 of 1 by 1; 1 of 2 by 2 1; 1 of 2 by 2",
        // Signatures of others beside.
        "1 of 1 by 3 1 4; 1 of 2 by 3 2 1 4; 1 of 2 by 3 2 4",
        "3 of 0 1 2 3 4 by 0 2 4; 3 of 0 1 2 3 4 by 0 4 1; 3 of 0 1 2 3 4 by 0 1 3",
        // One of five is replaced; two of three others are enough, for they are in both.
        "3 of 0 1 2 3 4 by 0 2 4; 3 of 0 1 3 4 5 by 0 4 1",
        "3 of 0 1 2 3 4 by 0 2 4; 3 of 0 1 3 4 5 by 0 2 4 5; 3 of 0 1 3 4 5 by 0 4 5",
        "3 of 0 1 2 3 4 by 0 2 4; 3 of 5 6 7 8 9 by 0 2 4 5 6 7; 3 of 5 6 7 8 9 by 5 6 7",
        // The threshold changes.
        "1 of 1 2 3 by 1; 2 of 1 2 3 by 1 2",
        "2 of 1 2 3 by 1 2; 1 of 1 2 3 by 1 2; 1 of 1 2 3 by 1",
        "1 of 1 by 1; 2 of 1 2 by 1 2"
    })
    void followsRootThroughItsKeys(String versions) {
        long last = publishRoots(versions);
        assertTrusted(gate.refresh());
        assertEquals("root " + last + ", snapshot 2, targets 2, timestamp 2", gate.held());
    }

    @ParameterizedTest
    @CsvSource({
        "1 of 1 by 1; 1 of 2 by 2 3 4",
        "1 of 1 by 1; 1 of 2 by 1 3 4",
        "3 of 0 1 2 3 4 by 0 2 4; 3 of 0 1 3 4 5 by 0 2 4",
        "3 of 0 1 2 3 4 by 0 2 4; 3 of 0 1 3 4 5 by 0 4 5",
        "1 of 1 2 3 by 1; 2 of 1 2 3 by 2",
        "2 of 1 2 3 by 1 2; 1 of 1 2 3 by 1"
    })
    void staysWithARootWhoseSuccessorLacksAThreshold(String versions) {
        publishRoots(versions);
        assertRefused(ROOT_NOT_SIGNED, gate.refresh());
        assertEquals("root 1", gate.held());
    }

    private long publishRoots(String versions) {
        long version = 0;
        for (String row : versions.split("; ", -1)) {
            version++;
            put("root", row);
            repository.root().version(version).publish();
        }
        repository.publish();
        gate.enroll();
        return version;
    }

    @ParameterizedTest
    @CsvSource({
        "1 of 2 by 2",
        "1 of 1 by 3 1 4",
        "3 of 0 1 2 3 4 by 0 2 4",
        "3 of 0 1 2 3 4 by 0 4 1",
        "3 of 0 1 2 3 4 by 0 1 3",
        "3 of 0 1 2 3 4 by 1 2 3",
        "3 of 0 1 2 3 4 by 2 3 4"
    })
    void followsTheOtherRolesThroughTheirKeys(String keysAndSigners) {
        for (String role : List.of("timestamp", "snapshot", "targets")) {
            put(role, keysAndSigners);
            repository.root().publish();
            repository.publish();
            assertTrusted(gate.refresh());
        }
        assertEquals("root 4, snapshot 4, targets 4, timestamp 4", gate.held());
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp, TIMESTAMP_NOT_SIGNED, 1 of 2 by 1 3 4",
        "snapshot, SNAPSHOT_NOT_SIGNED, 1 of 2 by 1 3 4",
        "targets, TARGETS_NOT_SIGNED, 1 of 2 by 1 3 4",
        "timestamp, TIMESTAMP_NOT_SIGNED, 3 of 0 1 3 4 5 by 0 2 4",
        "snapshot, SNAPSHOT_NOT_SIGNED, 3 of 0 1 3 4 5 by 0 2 4",
        "targets, TARGETS_NOT_SIGNED, 3 of 0 1 3 4 5 by 0 2 4",
        "timestamp, TIMESTAMP_NOT_SIGNED, 3 of 0 1 3 4 5 by 0 4",
        "snapshot, SNAPSHOT_NOT_SIGNED, 3 of 0 1 3 4 5 by 0 4",
        "targets, TARGETS_NOT_SIGNED, 3 of 0 1 3 4 5 by 0 4"
    })
    void refusesTheOtherRolesBelowTheirThreshold(String role, Refusal why, String keysAndSigners) {
        put(role, keysAndSigners);
        repository.root().publish();
        repository.publish();
        assertRefused(why, gate.refresh());
    }

    private void put(String role, String row) {
        String[] parts = row.split(" (of|by) ", -1);
        repository.name(role, Long.parseLong(parts[0]), numbered(parts[1]));
        repository.role(role).signedBy(numbered(parts[2]));
    }

    private static TestKey[] numbered(String numbers) {
        Stream<String> each = Arrays.stream(numbers.split(" ", -1));
        return each.map(number -> keys.get(Integer.parseInt(number))).toArray(TestKey[]::new);
    }
}
