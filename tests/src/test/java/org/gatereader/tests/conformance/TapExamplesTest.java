package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateCertificate;
import org.gatereader.demo.wallet.TapWallet;
import org.gatereader.tests.Checkout;
import org.gatereader.tests.golden.GoldenFile;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.presentation.tap.NfcSession;
import org.gatereader.verifier.presentation.tap.NfcStep;
import org.gatereader.verifier.presentation.tap.P1Tap;
import org.gatereader.verifier.presentation.tap.ReaderProof;
import org.junit.jupiter.api.Test;

/**
 * The worked example of the tap: the gate asks as it stands there, the wallet takes the documented
 * request, and the documented answer is granted. Rewritten with {@code -Dgolden.update=true}.
 */
class TapExamplesTest {
    private static final Path DOCUMENT = Path.of("reader-daemon/docs/profile-p1-tap-examples.md");
    private static final byte[] CHALLENGE =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] GREETING = HexFormat.of().parseHex("83010148a0a1a2a3a4a5a6a7");
    private static final int PROOF_BYTES = 64;
    private static final int DONE = 0x9000;

    private static final String INTRODUCTION =
            """
            # PROFILE-P1, tap: one conversation

            Made by the demo's gate and wallet with their fixed, public keys, and judged by `TapExamplesTest` at
            %s for gate `%s`. `tap-site`, `tap-gate`, `issuer` and `phone` of
            [demo-keys.txt](../demo/src/main/resources/org/gatereader/demo/wallet/demo-keys.txt) sign the certificate, the
            proof, the credential and the answer.
            """;
    private static final String SELECT_PART =
            """

            ## 1 SELECT
            `00a4040009%s00`, and the wallet's answer before 9000: version 1, extended length, its nonce.

            ```hex
            %s
            ```
            """;
    private static final String REQUEST_PART =
            """

            ## 2 tap-req
            %d bytes, with the gate's nonce `%s`; its last 64 bytes are the proof. In short commands it goes out in
            pieces of 255 bytes.

            ```hex
            %s
            ```
            """;
    private static final String ANSWER_PART =
            """

            ## 3 gr1
            %d bytes, before 9000; granted in the lane `p1-tap`.

            ```hex
            %s
            ```
            """;

    private final World world = new World();

    @Test
    void theConversationIsTheGatesAndTheWalletsAndItsAnswerIsGranted() throws IOException {
        if (GoldenFile.isUpdating()) {
            Files.writeString(Checkout.root().resolve(DOCUMENT), document());
        }
        List<byte[]> blocks = blocks();
        byte[] request = blocks.get(1);
        assertArrayEquals(GREETING, blocks.get(0));
        // A proof is random in each signing; what comes before it is not.
        byte[] certificate = certificateIn(request);
        byte[] again = request(proof(certificate)).data();
        assertEquals(request.length, again.length);
        assertArrayEquals(
                Arrays.copyOf(request, request.length - PROOF_BYTES),
                Arrays.copyOf(again, again.length - PROOF_BYTES));
        assertArrayEquals(new byte[] {(byte) 0x90, 0x00}, wallet().answer(command(request)));
        world.open("p1-tap");
        world.challenges = List.of(CHALLENGE);
        assertEquals(new AccessDecision.Granted<>(2), world.decideBytes(blocks.get(2)));
    }

    /** A wallet that has greeted with the documented nonce and answers with nothing at all. */
    private static TapWallet wallet() {
        // Its eight bytes, least significant first, are those of the greeting.
        RandomGenerator nonce = () -> 0xa7a6_a5a4_a3a2_a1a0L;
        var wallet = new TapWallet(_ -> new byte[0], nonce, () -> World.NOON).withExtendedLength();
        byte[] greeting =
                wallet.answer(HexFormat.of().parseHex("00a4040009" + TapWallet.AID + "00"));
        assertArrayEquals(GREETING, Arrays.copyOf(greeting, greeting.length - 2));
        return wallet;
    }

    private static byte[] command(byte[] request) {
        byte[] command = Arrays.copyOf(HexFormat.of().parseHex("80100100"), 9 + request.length);
        command[5] = (byte) (request.length >>> 8);
        command[6] = (byte) request.length;
        System.arraycopy(request, 0, command, 7, request.length);
        return command;
    }

    private static NfcStep.Send request(ReaderProof proof) {
        NfcSession session =
                new P1Tap(DemoSite.GATE, Optional.of(proof))
                        .begin(CHALLENGE, List.of(DemoSite.CREDENTIAL_TYPE));
        session.begin();
        return assertInstanceOf(NfcStep.Send.class, session.answered(GREETING, DONE, 0));
    }

    private static ReaderProof proof(byte[] certificate) {
        return new ReaderProof() {
            @Override
            public byte[] certificate() {
                return certificate.clone();
            }

            @Override
            public byte[] sign(byte[] toBeSigned) {
                return DemoKeys.named("tap-gate").sign(toBeSigned);
            }
        };
    }

    /** What stands between the types and the proof: key 4, then the certificate, then key 5. */
    private static byte[] certificateIn(byte[] request) {
        byte[] type = DemoSite.CREDENTIAL_TYPE.getBytes(StandardCharsets.UTF_8);
        int start = 1 + 18 + 1 + 1 + DemoSite.GATE.length() + 1 + 1 + 1 + type.length + 1;
        return Arrays.copyOfRange(request, start, request.length - PROOF_BYTES - 3);
    }

    private static List<byte[]> blocks() {
        return Pattern.compile("```hex\n(.*?)```", Pattern.DOTALL)
                .matcher(Checkout.read(Checkout.root().resolve(DOCUMENT)))
                .results()
                .map(block -> HexFormat.of().parseHex(block.group(1).replace("\n", "")))
                .toList();
    }

    private String document() {
        byte[] certificate = GateCertificate.demo(World.NOON).toBytes();
        byte[] request = request(proof(certificate)).data();
        byte[] answer = world.present(world.credential()).challenge(CHALLENGE).toBytes();
        return INTRODUCTION.formatted(World.NOON, DemoSite.GATE)
                + SELECT_PART.formatted(TapWallet.AID, lines(GREETING))
                + REQUEST_PART.formatted(
                        request.length, HexFormat.of().formatHex(CHALLENGE), lines(request))
                + ANSWER_PART.formatted(answer.length, lines(answer));
    }

    private static String lines(byte[] bytes) {
        return String.join("\n", HexFormat.of().formatHex(bytes).split("(?<=\\G.{96})"));
    }
}
