package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Lane.Profile;
import org.junit.jupiter.api.Test;

/**
 * Every bit of a presentation is under one of the two signatures, or is a signature: whichever one
 * is flipped, it is refused before anything that a signer said is believed.
 */
class BitFlipTest {
    private final World world = new World();

    @Test
    void noSingleBitOfAOneWayPresentationCanBeFlipped() {
        flipEveryBit("one-way", world.token().toBytes());
    }

    @Test
    void noSingleBitOfAChallengedPresentationCanBeFlipped() {
        flipEveryBit("challenged", world.tokenFor("p1-tap", new byte[16]).toBytes());
    }

    private void flipEveryBit(String name, byte[] presentation) {
        var trust = world.trust();
        assertInstanceOf(AccessDecision.Granted.class, world.decideBytes(presentation));
        Map<DenyReason, Integer> refusals = new EnumMap<>(DenyReason.class);
        for (int bit = 0; bit < 8 * presentation.length; bit++) {
            byte[] flipped = presentation.clone();
            flipped[bit / 8] ^= (byte) (0x80 >>> bit % 8);
            world.guard = ReplayGuard.withoutFloor(World.CRYPTO);
            var decision = world.judge(world.payload(flipped), trust).decision();
            var denied = assertInstanceOf(AccessDecision.Denied.class, decision, "bit " + bit);
            assertTrue(
                    world.held.size() < Profile.P1.number(Check.HOLDER_SIGNATURE),
                    "bit " + bit + " is refused after check 11, with " + denied.reason());
            refusals.merge(denied.reason(), 1, Integer::sum);
        }
        int flips = refusals.values().stream().mapToInt(Integer::intValue).sum();
        assertEquals(8 * presentation.length, flips);
        System.out.println(
                "Bit flips of a "
                        + name
                        + " presentation of "
                        + presentation.length
                        + " bytes: "
                        + flips
                        + " = 8 x "
                        + presentation.length
                        + ", none granted, all refused by checks 1 to 11: "
                        + refusals);
    }
}
