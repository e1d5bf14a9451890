package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateCertificate;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.demo.wallet.TapRequest;
import org.gatereader.demo.wallet.TapWallet;
import org.gatereader.gatectl.pki.Certificates;
import org.gatereader.gatectl.repo.GateCertificates;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.verifier.presentation.tap.NfcSession;
import org.gatereader.verifier.presentation.tap.NfcStep;
import org.gatereader.verifier.presentation.tap.P1Tap;
import org.gatereader.verifier.presentation.tap.ReaderProof;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.TapFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate's half of the tap, before a wallet that shares no code with it (PROFILE-P1, Tap). */
class P1TapTest {
    private static final byte[] CHALLENGE =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final SigningKey GATE_KEY = DemoKeys.named("tap-gate");
    private static final byte[] GREETING = HexFormat.of().parseHex("830100480011223344556677");
    private static final int DONE = 0x9000;

    private final World world = new World();
    private final TapWallet wallet = new TapWallet(this::present, new Random(3), () -> World.NOON);
    private Optional<ReaderProof> proof = Optional.of(proof(certificate(), GATE_KEY));
    private List<String> types = List.of(DemoSite.CREDENTIAL_TYPE);
    private byte[] asked = {};

    @Test
    void yieldsWhatTheWalletAnsweredBoundToItsChallenge() {
        var captured = assertInstanceOf(NfcStep.Captured.class, converse());
        assertArrayEquals(CHALLENGE, asked);
        assertEquals(Channel.NFC, captured.payload().channel());
        assertEquals(77, captured.payload().capturedAtNanos());
    }

    /** {@code gatectl repo certify-gate} of what {@code gatectl enroll} asked for. */
    @Test
    void aCertificateOfTheOfficeIsBelieved() {
        var gate = Certificates.newKeyPair();
        var key =
                Certificates.requestedKey(Certificates.request(DemoSite.GATE, gate), DemoSite.GATE)
                        .orElseThrow();
        var site = KeyFile.of("site", DemoKeys.named("tap-site").toKeyPair());
        var until = World.NOON.plus(Duration.ofDays(31));
        byte[] certificate = GateCertificates.certify(site, DemoSite.GATE, key, until);
        assertTrue(read(certificate).isPresent());
        proof = Optional.of(proof(certificate, message -> signed(gate.getPrivate(), message)));
        assertInstanceOf(NfcStep.Captured.class, converse());
        byte[] longer = GateCertificates.certify(site, DemoSite.GATE, key, until.plusSeconds(1));
        proof = Optional.of(proof(longer, message -> signed(gate.getPrivate(), message)));
        assertEquals(new NfcStep.Failed(TapFault.READER_UNPROVEN), converse());
    }

    private static byte[] signed(PrivateKey key, byte[] message) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withoutAProofAWalletAnswersOnlyWithThePassOpen() {
        proof = Optional.empty();
        assertEquals(new NfcStep.Failed(TapFault.READER_UNPROVEN), converse());
        wallet.withPassOpen();
        assertInstanceOf(NfcStep.Captured.class, converse());
    }

    @Test
    void aCertificateOfAnotherGateProvesNothing() {
        assertUnproven(it -> it.gate("seoul-main-04"), GATE_KEY);
    }

    @Test
    void aProofByAnotherKeyThanTheCertifiedOneProvesNothing() {
        assertUnproven(it -> it, DemoKeys.named("stranger"));
    }

    @Test
    void aCertificateThatAStrangerSignedProvesNothing() {
        assertUnproven(it -> it.signedWith(DemoKeys.named("stranger")), GATE_KEY);
    }

    @Test
    void aCertificateIsGoodUntilTheSecondBeforeItsEnd() {
        assertUnproven(it -> it.expires(World.NOON), GATE_KEY);
        proof = Optional.of(proof(certificate().expires(World.NOON.plusSeconds(1)), GATE_KEY));
        assertInstanceOf(NfcStep.Captured.class, converse());
    }

    @Test
    void aCertificateForMoreThan31DaysProvesNothing() {
        var longest = World.NOON.plus(Duration.ofDays(31));
        assertUnproven(it -> it.expires(longest.plusSeconds(1)), GATE_KEY);
        proof = Optional.of(proof(certificate().expires(longest), GATE_KEY));
        assertInstanceOf(NfcStep.Captured.class, converse());
    }

    @Test
    void asksForFourTypesAtTheMost() {
        types = List.of("a/1", "a/2", "a/3", DemoSite.CREDENTIAL_TYPE, "a/5");
        assertInstanceOf(NfcStep.Captured.class, converse());
        types = List.of("a/1", "a/2", "a/3", "a/4", DemoSite.CREDENTIAL_TYPE);
        assertEquals(new NfcStep.Failed(TapFault.NO_CREDENTIAL), converse());
    }

    @ParameterizedTest
    @CsvSource({
        "6700, WRONG_LENGTH", "6982, READER_UNPROVEN", "6985, LOCKED", "6A80, REQUEST_REFUSED",
        "6A82, NO_APPLET", "6A88, NO_CREDENTIAL", "6D00, OTHER_STATUS", "6283, OTHER_STATUS",
        "9001, OTHER_STATUS", "0000, OTHER_STATUS"
    })
    void everyStatusWordHasItsFaultAtEitherStepAndNoneIsAGrant(String hex, TapFault fault) {
        int statusWord = HexFormat.fromHexDigits(hex);
        NfcSession session = session();
        session.begin();
        assertEquals(new NfcStep.Failed(fault), session.answered(GREETING, statusWord, 0));
        session = session();
        session.begin();
        session.answered(GREETING, DONE, 0);
        byte[] answer = world.present(world.credential()).challenge(CHALLENGE).toBytes();
        assertEquals(new NfcStep.Failed(fault), session.answered(answer, statusWord, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8301004700112233445566",
                "83010049001122334455667788",
                "830200480011223344556677",
                "830120480011223344556677",
                "8301190100480011223344556677",
                "8201480011223344556677",
                "84010048001122334455667700",
                "83010048001122334455667700",
                "9f0100480011223344556677ff",
                "83180100480011223344556677",
                "a0"
            })
    void aGreetingThatIsNotStrictlyTheProfilesEndsTheConversation(String hex) {
        NfcSession session = session();
        session.begin();
        byte[] greeting = HexFormat.of().parseHex(hex);
        assertEquals(
                new NfcStep.Failed(TapFault.ANSWER_MALFORMED), session.answered(greeting, DONE, 0));
    }

    @ParameterizedTest
    @CsvSource({"00, SHORT", "01, EXTENDED", "02, SHORT", "18ff, EXTENDED"})
    void onlyBitZeroOfTheFlagsIsHeeded(String flags, NfcStep.Length length) {
        NfcSession session = session();
        session.begin();
        byte[] greeting = HexFormat.of().parseHex("8301" + flags + "480011223344556677");
        NfcStep step = session.answered(greeting, DONE, 0);
        assertEquals(length, assertInstanceOf(NfcStep.Send.class, step).length());
    }

    @Test
    void theGateReadsACertificateAsStrictlyAsItsBytesAreSigned() {
        byte[] good = certificate().toBytes();
        assertTrue(read(good).isPresent());
        assertTrue(read(Arrays.copyOf(good, good.length - 1)).isEmpty());
        assertTrue(read(certificate().algorithm(-7).toBytes()).isEmpty());
        assertTrue(read(certificate().withoutHeader(4).toBytes()).isEmpty());
        assertTrue(read(certificate().withoutClaim(4).toBytes()).isEmpty());
        assertTrue(read(certificate().gate("").toBytes()).isEmpty());
        assertTrue(read(new byte[513]).isEmpty());
    }

    private void assertUnproven(UnaryOperator<GateCertificate> change, SigningKey key) {
        proof = Optional.of(proof(change.apply(certificate()), key));
        assertEquals(new NfcStep.Failed(TapFault.READER_UNPROVEN), converse());
    }

    private NfcStep converse() {
        NfcSession session = session();
        NfcStep step = session.begin();
        while (step instanceof NfcStep.Send send) {
            byte[] response = wallet.answer(extended(send));
            int end = response.length - 2;
            int statusWord = (response[end] & 0xff) << 8 | (response[end + 1] & 0xff);
            step = session.answered(Arrays.copyOf(response, end), statusWord, 77);
        }
        return step;
    }

    private NfcSession session() {
        return new P1Tap(DemoSite.GATE, proof).begin(CHALLENGE, types);
    }

    /** The command in one piece: how it is cut is the transport's. */
    private static byte[] extended(NfcStep.Send send) {
        byte[] data = send.data();
        byte[] command = Arrays.copyOf(send.header(), 7 + data.length + 2);
        command[5] = (byte) (data.length >>> 8);
        command[6] = (byte) data.length;
        System.arraycopy(data, 0, command, 7, data.length);
        return command;
    }

    private byte[] present(TapRequest request) {
        asked = request.challenge();
        return world.present(world.credential()).challenge(asked).toBytes();
    }

    private static GateCertificate certificate() {
        return GateCertificate.demo(World.NOON);
    }

    private static Optional<?> read(byte[] certificate) {
        return org.gatereader.verifier.presentation.GateCertificate.read(certificate, World.CRYPTO);
    }

    private static ReaderProof proof(GateCertificate certificate, SigningKey key) {
        return proof(certificate.toBytes(), key::sign);
    }

    private static ReaderProof proof(byte[] encoded, UnaryOperator<byte[]> signer) {
        return new ReaderProof() {
            @Override
            public byte[] certificate() {
                return encoded.clone();
            }

            @Override
            public byte[] sign(byte[] toBeSigned) {
                return signer.apply(toBeSigned);
            }
        };
    }
}
