package org.gatereader.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.time.ClockCondition;
import org.gatereader.daemon.time.SignedTimes;
import org.gatereader.daemon.time.SimulatedClock;
import org.gatereader.daemon.time.TrustedClock;
import org.gatereader.hal.linux.KernelTime;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate whose clock was set back, and two people who hold keys of its root. */
class ClockDeskTest {
    private static final String GATE = "seoul-main-03";
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final SignedTimes SIGNED =
            new SignedTimes(NOON.minus(Duration.ofDays(2)), Duration.ofDays(7));

    @TempDir private Path directory;
    private final List<KeyPair> people = new ArrayList<>();
    private Instant wall = NOON;
    private int nonces;

    @BeforeEach
    void twoPeopleHoldKeysOfRoot() throws Exception {
        for (int person = 0; person < 2; person++) {
            people.add(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        }
        Files.writeString(root(), rootMetadata());
    }

    @Test
    void theClockBeginsAnewWhenTwoPeopleHaveSigned() throws Exception {
        var clock = setBack();
        var answer = desk(clock).reset(statement(GATE, nonce(clock), people));
        assertInstanceOf(ControlAnswer.Done.class, answer);
        clock.look(SIGNED);
        assertEquals(ClockCondition.SYNCHRONISED, clock.standing().condition());
    }

    @Test
    void aStatementIsTakenOnce() throws Exception {
        var clock = setBack();
        String statement = statement(GATE, nonce(clock), people);
        desk(clock).reset(statement);
        clock.look(SIGNED);
        assertRefused("another nonce", desk(clock).reset(statement));
    }

    @Test
    void aStatementOfOnePersonIsRefused() throws Exception {
        var clock = setBack();
        String statement = statement(GATE, nonce(clock), people.subList(0, 1));
        assertRefused("two keys of root", desk(clock).reset(statement));
        clock.look(SIGNED);
        assertEquals(ClockCondition.STEPPED_BACK, clock.standing().condition());
    }

    @Test
    void aStatementForAnotherGateIsRefused() throws Exception {
        var clock = setBack();
        String statement = statement("seoul-main-04", nonce(clock), people);
        assertRefused("another gate", desk(clock).reset(statement));
    }

    @Test
    void aGateWithoutARootTakesNone() throws Exception {
        var clock = setBack();
        Files.delete(root());
        String statement = statement(GATE, nonce(clock), people);
        assertRefused("holds no root", desk(clock).reset(statement));
    }

    @Test
    void whatIsNoBase64UrlIsRefused() throws Exception {
        assertRefused("base64url", desk(setBack()).reset("{}"));
        assertRefused("two keys of root", desk(setBack()).reset(""));
    }

    @Test
    void aSimulatedClockHasNothingToReset() {
        var settings = new ClockDesk.Settings(GATE, root());
        var desk = new ClockDesk(new SimulatedClock(NOON), new BouncyCastle(), settings);
        assertRefused("nothing to reset", desk.reset(""));
    }

    private ClockDesk desk(TrustedClock clock) {
        return new ClockDesk(clock, new BouncyCastle(), new ClockDesk.Settings(GATE, root()));
    }

    private TrustedClock setBack() throws Exception {
        wall = NOON;
        Files.deleteIfExists(directory.resolve("ratchet"));
        var clock =
                new TrustedClock(
                        new TrustedClock.Settings(directory.resolve("ratchet"), false),
                        new TrustedClock.Wires(
                                this::look, () -> 0, () -> "%032x".formatted(++nonces)));
        clock.look(SIGNED);
        wall = NOON.minus(Duration.ofDays(1));
        clock.look(SIGNED);
        return clock;
    }

    private KernelTime look() {
        return new KernelTime(
                wall,
                new KernelTime.Boot("start", Duration.ofMinutes(3)),
                new KernelTime.Sync(true, Duration.ZERO, Duration.ZERO),
                Optional.empty());
    }

    private static String nonce(TrustedClock clock) {
        return clock.standing().ratchet().orElseThrow().resetNonce();
    }

    private Path root() {
        return directory.resolve("root.json");
    }

    private static void assertRefused(String part, ControlAnswer answer) {
        String message = assertInstanceOf(ControlAnswer.Refused.class, answer).message();
        assertTrue(message.contains(part), message);
    }

    /** In canonical JSON, as it is signed. */
    private static String statement(String gate, String nonce, List<KeyPair> signers)
            throws GeneralSecurityException {
        String signed =
                "{\"_type\":\"clock-reset\",\"gate\":\"%s\",\"nonce\":\"%s\",\"passed\":\"%s\"}"
                        .formatted(gate, nonce, NOON.minus(Duration.ofDays(2)));
        List<String> signatures = new ArrayList<>();
        for (KeyPair signer : signers) {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(signer.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            String hex = HexFormat.of().formatHex(signature.sign());
            signatures.add("{\"keyid\":\"%s\",\"sig\":\"%s\"}".formatted(keyid(signer), hex));
        }
        String file =
                "{\"signed\":%s,\"signatures\":[%s]}"
                        .formatted(signed, String.join(",", signatures));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(file.getBytes(UTF_8));
    }

    private String rootMetadata() throws GeneralSecurityException {
        var keys = new TreeMap<String, String>();
        for (KeyPair person : people) {
            keys.put('"' + keyid(person) + '"', key(person));
        }
        String role =
                "{\"keyids\":[%s],\"threshold\":2}".formatted(String.join(",", keys.keySet()));
        List<String> members =
                keys.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).toList();
        return """
               {"signed":{"_type":"root","spec_version":"1.0.31","version":1,
               "expires":"2031-01-01T00:00:00Z","consistent_snapshot":true,"keys":{%s},
               "roles":{"root":%s,"timestamp":%s,"snapshot":%s,"targets":%s}},"signatures":[]}
               """
                .formatted(String.join(",", members), role, role, role, role);
    }

    private static String keyid(KeyPair pair) throws GeneralSecurityException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha256.digest(key(pair).getBytes(UTF_8)));
    }

    private static String key(KeyPair pair) {
        byte[] der = pair.getPublic().getEncoded();
        String hex = HexFormat.of().formatHex(Arrays.copyOfRange(der, der.length - 32, der.length));
        return "{\"keytype\":\"ed25519\",\"keyval\":{\"public\":\"%s\"},\"scheme\":\"ed25519\"}"
                .formatted(hex);
    }
}
