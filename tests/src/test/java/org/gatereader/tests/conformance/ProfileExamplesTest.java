package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.QrCode;
import org.gatereader.tests.Checkout;
import org.gatereader.tests.golden.GoldenFile;
import org.gatereader.verifier.decision.AccessDecision;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of the profile's document: what a wallet team reads there is what the gate
 * grants. Rewritten with {@code -Dgolden.update=true}; signatures are random, so that each
 * rewriting differs.
 */
class ProfileExamplesTest {
    private static final Path DOCUMENT = Path.of("reader-daemon/docs/profile-p1-examples.md");
    private static final Pattern HEX = Pattern.compile("(?m)^((?:[0-9a-f]{2})+)$");
    private static final byte[] CHALLENGE =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

    private final World world = new World();

    @Test
    void bothExamplesAreGrantedAndKeepTheirBudget() throws IOException {
        if (GoldenFile.isUpdating()) {
            Files.writeString(Checkout.root().resolve(DOCUMENT), document());
        }
        List<byte[]> examples = examples();
        assertEquals(2, examples.size());
        assertGranted(examples.get(0), 397, 15);
        world.challenges = List.of(CHALLENGE);
        world.policy.put("lanes", List.of("p1-qr-challenge"));
        assertGranted(examples.get(1), 434, 16);
    }

    private void assertGranted(byte[] presentation, int bytesMax, int versionMax) {
        String text = Presentation.textOf(presentation);
        assertEquals(new AccessDecision.Granted<>(2), world.decideText(text));
        assertTrue(presentation.length <= bytesMax, () -> presentation.length + " bytes");
        int version = QrCode.of(text).version();
        assertTrue(version <= versionMax, () -> "version " + version);
    }

    /** The hex blocks of the document, each joined from its lines. */
    private static List<byte[]> examples() {
        return Pattern.compile("```hex\n(.*?)```", Pattern.DOTALL)
                .matcher(Checkout.read(Checkout.root().resolve(DOCUMENT)))
                .results()
                .map(
                        block ->
                                String.join(
                                        "",
                                        HEX.matcher(block.group(1))
                                                .results()
                                                .map(r -> r.group(1))
                                                .toList()))
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    private String document() {
        byte[] oneWay = world.present(world.credential()).toBytes();
        byte[] challenged = world.present(world.credential()).challenge(CHALLENGE).toBytes();
        return """
        # PROFILE-P1: worked examples

        Both tokens were made by the demo's wallet with its fixed, public keys and are judged by
        `ProfileExamplesTest` at %s for gate `%s`, with the trust entry and the status list of the demo.
        `gatectl check` takes each as a binary file or as text. The issuer's key, `issuer` of
        [demo-keys.txt](../demo/src/main/resources/org/gatereader/demo/wallet/demo-keys.txt), signs the inner
        token; the phone's, `phone` there, the outer one.

        ## One-way
        %s
        ## With a challenge of 16 bytes
        The gate's challenge is `%s`; the lane is `p1-qr-challenge`.

        %s"""
                .formatted(
                        World.NOON,
                        DemoSite.GATE,
                        example(oneWay),
                        HexFormat.of().formatHex(CHALLENGE),
                        example(challenged));
    }

    private static String example(byte[] presentation) {
        String text = Presentation.textOf(presentation);
        String hex = HexFormat.of().formatHex(presentation);
        return """
        %d bytes, %d characters, QR version %d-M.

        ```hex
        %s
        ```

        As text:

        ```
        %s
        ```
        """
                .formatted(
                        presentation.length,
                        text.length(),
                        QrCode.of(text).version(),
                        String.join("\n", hex.split("(?<=\\G.{96})")),
                        String.join("\n", text.split("(?<=\\G.{96})")));
    }
}
