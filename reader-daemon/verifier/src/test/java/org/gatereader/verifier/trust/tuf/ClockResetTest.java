package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, Clock: reset needs two signatures. */
class ClockResetTest {
    private static final String NONCE = "00112233445566778899aabbccddeeff";
    private static final Instant PASSED = Instant.parse("2030-01-01T00:00:00Z");

    private final RepositorySimulator repository = new RepositorySimulator();
    private final TestKey one = TestKey.ecdsa();
    private final TestKey other = TestKey.of(TestKey.Kind.ED25519);
    private final TestKey third = TestKey.ecdsa();
    private final Map<String, Object> signed = new LinkedHashMap<>();

    @BeforeEach
    void threePeopleHoldKeysOfRoot() {
        repository.trust("root", 3, one, other, third);
        repository.root().publish();
        signed.put("_type", "clock-reset");
        signed.put("gate", "seoul-main-03");
        signed.put("nonce", NONCE);
        signed.put("passed", PASSED.toString());
    }

    @Test
    void twoKeysOfRootAreEnough() {
        var reset = new ClockReset("seoul-main-03", NONCE, PASSED);
        assertEquals(new Outcome.Trusted<>(reset), read(one, other));
    }

    @Test
    void oneKeyIsNotEnough() {
        assertRefused(Refusal.ROOT_NOT_SIGNED, read(one));
    }

    @Test
    void oneKeyUnderTwoNamesIsNotEnough() {
        TestKey again = one.with("x", "y");
        repository.trust("root", 1, one, again);
        repository.root().publish();
        assertRefused(Refusal.ROOT_NOT_SIGNED, read(one, again));
    }

    @Test
    void aKeyOfAnotherRoleCountsForNothing() {
        TestKey targets = repository.targets().signers().getFirst();
        assertRefused(Refusal.ROOT_NOT_SIGNED, read(one, targets));
    }

    @ParameterizedTest
    @CsvSource({
        "_type, root, WRONG_TYPE",
        "nonce, 00, MALFORMED",
        "nonce, 00112233445566778899AABBCCDDEEFF, MALFORMED",
        "passed, yesterday, MALFORMED"
    })
    void whatIsSignedIsAResetOfThisForm(String member, String value, Refusal refusal) {
        signed.put(member, value);
        assertRefused(refusal, read(one, other));
    }

    @Test
    void aChangeAfterSigningIsSeen() {
        byte[] statement = statement(one, other);
        String text = new String(statement, UTF_8);
        byte[] changed = text.replace("seoul-main-03", "seoul-main-04").getBytes(UTF_8);
        assertRefused(Refusal.ROOT_NOT_SIGNED, read(changed));
    }

    @Test
    void aStatementIsAtMost8KiB() {
        signed.put("padding", "x".repeat(ClockReset.BYTES_MAX));
        assertRefused(Refusal.MALFORMED, read(one, other));
    }

    private Outcome<ClockReset> read(TestKey... signers) {
        return read(statement(signers));
    }

    private Outcome<ClockReset> read(byte[] statement) {
        byte[] root = repository.file(repository.root().version() + ".root.json");
        return ClockReset.read(statement, root, new BouncyCastle());
    }

    private byte[] statement(TestKey... signers) {
        byte[] toBeSigned = TestJson.canonical(signed);
        List<Object> signatures = new ArrayList<>();
        for (TestKey signer : signers) {
            signatures.add(Map.of("keyid", signer.keyid(), "sig", signer.sign(toBeSigned)));
        }
        return TestJson.published(Map.of("signed", signed, "signatures", signatures));
    }

    private static void assertRefused(Refusal refusal, Outcome<ClockReset> outcome) {
        assertEquals(new Outcome.Refused<>(refusal, "clock-reset"), outcome);
    }
}
