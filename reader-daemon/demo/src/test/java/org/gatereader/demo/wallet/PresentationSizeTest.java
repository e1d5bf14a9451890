package org.gatereader.demo.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The size of a presentation decides how far from the camera a phone is read. */
class PresentationSizeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void aOneWayPresentationFitsVersion15() {
        assertFits(397, 15, presentation());
    }

    @Test
    void aPresentationWithAChallengeFitsVersion16() {
        assertFits(434, 16, presentation().challenge(new byte[16]));
    }

    @Test
    void theHolderKeyInFullCosts33Bytes() {
        var random = new Random(1);
        var phone = Phone.demo(random);
        var credential = Issuer.demo(random).credential(phone, NOW);
        int small = phone.present(credential, NOW).toBytes().length;
        credential.holderKey(phone.key().coseKeyInFull());
        assertEquals(small + 33, phone.present(credential, NOW).toBytes().length);
    }

    private static Presentation presentation() {
        var random = new Random(1);
        var phone = Phone.demo(random);
        return phone.present(Issuer.demo(random).credential(phone, NOW), NOW);
    }

    private static void assertFits(int bytesMax, int versionMax, Presentation presentation) {
        byte[] bytes = presentation.toBytes();
        int version = QrCode.of(Presentation.textOf(bytes)).version();
        assertTrue(bytes.length <= bytesMax, bytes.length + " bytes");
        assertTrue(version <= versionMax, "version " + version);
    }
}
