package org.gatereader.verifier.trust.tuf;

import static org.gatereader.verifier.trust.tuf.HoldingGate.assertRefused;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertTrusted;
import static org.gatereader.verifier.trust.tuf.Refusal.MALFORMED;
import static org.gatereader.verifier.trust.tuf.Refusal.ROOT_NOT_SIGNED;
import static org.gatereader.verifier.trust.tuf.Refusal.SNAPSHOT_NOT_SIGNED;
import static org.gatereader.verifier.trust.tuf.Refusal.TIMESTAMP_NOT_SIGNED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatereader.verifier.trust.tuf.RoleDraft.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a signature, and how often: what the suite's test_keys.py names. */
class SignaturesTest {
    private final HoldingGate gate = new HoldingGate();
    private final RepositorySimulator repository = gate.repository;

    @Test
    void refusesASnapshotBelowItsThreshold() {
        repository.trust("snapshot", 3, TestKey.ecdsa(), TestKey.ecdsa(), TestKey.ecdsa());
        repository.root().publish();
        repository.publish();
        assertTrusted(gate.refresh());
        repository.snapshot().signers().removeLast();
        repository.publish();
        assertRefused(SNAPSHOT_NOT_SIGNED, gate.refresh());
        assertEquals("root 2, snapshot 2, targets 2, timestamp 3", gate.held());
    }

    @Test
    void takesOverARootThatAsksForMoreKeysThanItNames() {
        repository.trust("snapshot", 3, TestKey.ecdsa(), TestKey.ecdsa());
        repository.root().publish();
        repository.publishSnapshot();
        assertRefused(SNAPSHOT_NOT_SIGNED, gate.refresh());
        assertEquals("root 2, timestamp 2", gate.held());
    }

    @Test
    void refusesARoleThatNamesAKeyTwice() {
        var key = TestKey.ecdsa();
        repository.trust("snapshot", 2, key, key);
        repository.root().publish();
        repository.publishSnapshot();
        assertRefused(MALFORMED, gate.refresh());
        assertEquals("root 1", gate.held());
    }

    @Test
    void refusesTwoSignaturesUnderOneKeyid() {
        repository.snapshot().signatures(made -> List.of(made.getFirst(), made.getFirst()));
        repository.publishSnapshot();
        assertRefused(MALFORMED, gate.refresh());
        assertEquals("root 1, timestamp 2", gate.held());
    }

    /** One key, its JSON written in two ways, has two keyids. */
    @Test
    void countsOneKeyUnderTwoKeyidsOnce() {
        var key = TestKey.ecdsa();
        repository.trust("snapshot", 2, key, key.with("note", "the same"));
        repository.root().publish();
        repository.publishSnapshot();
        assertRefused(SNAPSHOT_NOT_SIGNED, gate.refresh());
    }

    /** Its holder would sign under somebody else's keyid. */
    @Test
    void countsNoKeyUnderAKeyidThatIsNotItsOwn() {
        var honest = TestKey.ecdsa();
        var other = TestKey.ecdsa();
        repository.name("timestamp", 1, honest);
        repository.root().object("keys").put(honest.keyid(), other.json());
        repository.timestamp().signedBy(other).signatures(made -> under(honest.keyid(), made));
        repository.root().publish();
        repository.timestamp().publish();
        assertRefused(TIMESTAMP_NOT_SIGNED, gate.refresh());
    }

    private static List<Made> under(String keyid, List<Made> made) {
        return List.of(new Made(keyid, made.getFirst().sig()));
    }

    @ParameterizedTest
    @EnumSource(TestKey.Kind.class)
    void takesEachKindOfKeyAndRefusesItsWrongSignature(TestKey.Kind kind) {
        var key = TestKey.of(kind);
        repository.trust("root", 2, repository.root().signers().getFirst(), key);
        repository.root().publish();
        assertTrusted(gate.refresh());
        repository.root().signatures(made -> replaced(made, key.sign(new byte[1]))).publish();
        assertRefused(ROOT_NOT_SIGNED, gate.refresh());
        assertEquals("root 2, snapshot 1, targets 1, timestamp 1", gate.held());
    }

    private static List<Made> replaced(List<Made> made, String signature) {
        List<Made> replaced = new ArrayList<>(made);
        replaced.add(new Made(replaced.removeLast().keyid(), signature));
        return replaced;
    }

    /** ASN.1 that is torn, padded, too long, of zero, or nothing at all harms nobody else's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "zz",
                "00",
                "30",
                "3006020101020101",
                "3006020100020100",
                "30080202000102020001",
                "3081060201010201",
                "30800201010201010000",
                "300602010102010100",
                "3026022100",
                "ffffffff"
            })
    void takesAFileWithAThresholdDespiteASignatureThatIsNone(String signature) {
        var second = TestKey.ecdsa();
        repository.trust("timestamp", 1, repository.timestamp().signers().getFirst(), second);
        repository.root().publish();
        repository.timestamp().signatures(made -> replaced(made, signature)).publish();
        assertTrusted(gate.refresh());
        repository
                .timestamp()
                .signatures(made -> replaced(made, signature).subList(1, 2))
                .publish();
        assertRefused(TIMESTAMP_NOT_SIGNED, gate.refresh());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "not a key",
                "-----BEGIN PUBLIC KEY-----\n????\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----"
            })
    void countsNoKeyThatCanNotBeRead(String text) {
        var key = TestKey.ecdsa().with("keyval", Map.of("public", text));
        repository.trust("timestamp", 1, key);
        repository.root().publish();
        repository.timestamp().publish();
        assertRefused(TIMESTAMP_NOT_SIGNED, gate.refresh());
        assertEquals("root 2", gate.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa-sha2-nistp384", "rsa-pkcs1v15-sha256", "ed25519"})
    void countsNoKeyOfAnotherScheme(String scheme) {
        repository.trust("timestamp", 1, TestKey.ecdsa().with("scheme", scheme));
        repository.root().publish();
        repository.timestamp().publish();
        assertRefused(TIMESTAMP_NOT_SIGNED, gate.refresh());
    }

    @Test
    void refusesARevokedKey() {
        var revoked = repository.timestamp().signers().getFirst();
        repository.name("timestamp", 1, TestKey.ecdsa());
        repository.root().publish();
        repository.timestamp().signedBy(revoked).publish();
        assertRefused(TIMESTAMP_NOT_SIGNED, gate.refresh());
        assertEquals("root 2", gate.held());
    }

    /** Every key of root signs for its own role only. */
    @Test
    void refusesAKeyOfAnotherRole() {
        repository.timestamp().signedBy(repository.snapshot().signers().getFirst()).publish();
        assertRefused(TIMESTAMP_NOT_SIGNED, gate.refresh());
    }
}
