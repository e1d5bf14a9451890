package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertContent;
import static org.gatereader.verifier.trust.tuf.HoldingGate.assertRefused;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGET_ABSENT;
import static org.gatereader.verifier.trust.tuf.Refusal.TARGET_HASH;
import static org.gatereader.verifier.trust.tuf.Refusal.TOO_LONG;
import static org.gatereader.verifier.trust.tuf.Refusal.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.junit.jupiter.api.Test;

/** Targets are the bytes that their role lists: what the suite's test_file_download.py names. */
class TargetDownloadTest {
    private static final CryptoModule CRYPTO = new BouncyCastle();

    private final HoldingGate gate = new HoldingGate();
    private final RepositorySimulator repository = gate.repository;

    @Test
    void fetchesATargetUnderItsHash() {
        publish("policy.json", "a policy");
        assertContent("a policy", gate.download("policy.json"));
        assertEquals(List.of(sha256("a policy") + ".policy.json"), repository.downloads());
    }

    @Test
    void fetchesATargetOfADirectory() {
        publish("status/list.cwt", "a list");
        assertContent("a list", gate.download("status/list.cwt"));
        assertEquals(List.of("status/" + sha256("a list") + ".list.cwt"), repository.downloads());
    }

    @Test
    void fetchesNothingThatIsNotListed() {
        assertRefused(TARGET_ABSENT, gate.download("policy.json"));
        assertEquals(List.of(), repository.downloads());
    }

    @Test
    void refusesOtherBytesOfTheSameLength() {
        publish("policy.json", "a policy");
        repository.substitute("policy.json", "a forgery".substring(0, 8));
        assertRefused(TARGET_HASH, gate.download("policy.json"));
    }

    @Test
    void stopsReadingWhereTheListedLengthEnds() {
        publish("policy.json", "a policy");
        repository.substitute("policy.json", "a policy and more");
        assertRefused(TOO_LONG, gate.download("policy.json"));
    }

    @Test
    void refusesATargetThatEndsEarly() {
        publish("policy.json", "a policy");
        repository.substitute("policy.json", "a pol");
        assertRefused(TARGET_HASH, gate.download("policy.json"));
    }

    @Test
    void followsATargetThroughItsChanges() {
        for (int i = 0; i < 10; i++) {
            publish("policy.json", "policy " + i);
            assertContent("policy " + i, gate.download("policy.json"));
            repository.substitute("policy.json", "forged " + i);
            repository.publish();
            assertRefused(TARGET_HASH, gate.download("policy.json"));
        }
    }

    @Test
    void saysWhenTheRepositoryLacksATargetThatIsListed() {
        repository.list("targets", "policy.json", 8, Map.of("sha256", sha256("a policy")));
        repository.publish();
        assertEquals(
                new Outcome.Refused<>(UNAVAILABLE, "policy.json"), gate.download("policy.json"));
    }

    @Test
    void takesSha512Alone() {
        publish("policy.json", "a policy");
        String hash = HexFormat.of().formatHex(CRYPTO.sha512("a policy".getBytes(UTF_8)));
        repository.list("targets", "policy.json", 8, Map.of("sha512", hash));
        repository.publish();
        assertContent("a policy", gate.download("policy.json"));
    }

    @Test
    void refusesATargetOneOfWhoseHashesIsWrong() {
        publish("policy.json", "a policy");
        repository.list(
                "targets",
                "policy.json",
                8,
                Map.of("sha256", sha256("a policy"), "sha512", "0".repeat(128)));
        repository.publish();
        assertRefused(TARGET_HASH, gate.download("policy.json"));
    }

    @Test
    void refusesATargetWithNoHashThatItKnows() {
        publish("policy.json", "a policy");
        repository.list("targets", "policy.json", 8, Map.of("unknown-hash", "00"));
        repository.publish();
        assertRefused(TARGET_HASH, gate.download("policy.json"));
        assertEquals(List.of(), repository.downloads());
    }

    @Test
    void recognisesACopyThatIsHeldAlready() {
        publish("policy.json", "a policy");
        var found = assertInstanceOf(Outcome.Trusted.class, gate.find("policy.json"));
        var target = assertInstanceOf(TargetFile.class, found.value());
        assertTrue(target.is("a policy".getBytes(UTF_8), CRYPTO));
        assertFalse(target.is("a pollcy".getBytes(UTF_8), CRYPTO));
    }

    private void publish(String path, String content) {
        repository.add("targets", path, content);
        repository.publish();
    }

    private static String sha256(String content) {
        return HexFormat.of().formatHex(CRYPTO.sha256(content.getBytes(UTF_8)));
    }
}
