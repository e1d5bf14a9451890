package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.QrCode;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;
import org.gatereader.verifier.decision.AccessDecision;
import org.junit.jupiter.api.Test;

/**
 * The size of a presentation decides how far from the camera a phone is read. With PROFILE-P1's
 * real-looking strings it keeps its budget, and what the gate's own reader reads is granted.
 */
class P1SizeTest {
    private static final int MODULE_PIXELS = 4;
    private static final int QUIET_MODULES = 4;

    private final World world = new World();

    @Test
    void aOneWayPresentationHasAtMost397BytesAndFitsVersion15() {
        assertRead(397, 15, world.token());
    }

    @Test
    void aPresentationWithAChallengeHasAtMost434BytesAndFitsVersion16() {
        assertRead(434, 16, world.tokenFor("p1-qr-challenge", new byte[16]));
    }

    private void assertRead(int bytesMax, int versionMax, Presentation presentation) {
        byte[] bytes = presentation.toBytes();
        String text = Presentation.textOf(bytes);
        var code = QrCode.of(text);
        assertTrue(bytes.length <= bytesMax, bytes.length + " bytes");
        assertTrue(code.version() <= versionMax, "version " + code.version());
        var picture = code.picture(MODULE_PIXELS, QUIET_MODULES);
        var luma = new Luma(picture.luma(), picture.width(), picture.height(), picture.width());
        assertEquals(Optional.of(text), new QrReader(() -> 0).read(luma, 1));
        assertEquals(new AccessDecision.Granted<>(2), world.decideText(text));
    }
}
