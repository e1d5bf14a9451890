package org.gatereader.tests.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.gatereader.verifier.verdict.Check.HOLDER_SIGNATURE;
import static org.gatereader.verifier.verdict.Check.PRESENTATION_HASH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;

/**
 * Every bit of a presentation is under one of the two signatures, or is a signature: whichever one
 * is flipped, it is refused before anything that a signer said is believed.
 */
class BitFlipTest {
    private final World world = new World();

    @Test
    void noSingleBitOfAOneWayPresentationCanBeFlipped() {
        var presentation = world.token().toBytes();
        flipEveryBit("one-way presentation", presentation, world::payload, HOLDER_SIGNATURE);
    }

    @Test
    void noSingleBitOfAChallengedPresentationCanBeFlipped() {
        var presentation = world.tokenFor("p1-tap", new byte[16]).toBytes();
        flipEveryBit("challenged presentation", presentation, world::payload, HOLDER_SIGNATURE);
    }

    /** Over the whole text: a flipped bit of a character is another character, of any alphabet. */
    @Test
    void noSingleBitOfAnSdJwtCanBeFlipped() {
        byte[] text = new P2World(world).token().toText().getBytes(ISO_8859_1);
        flipEveryBit(
                "SD-JWT",
                text,
                flipped -> world.payload(new String(flipped, ISO_8859_1)),
                PRESENTATION_HASH);
    }

    /** None is granted, and none gets further than the last check that is about signatures. */
    private void flipEveryBit(
            String name, byte[] content, Function<byte[], CapturedPayload> payload, Check last) {
        var trust = world.trust();
        var granted = world.judge(payload.apply(content), trust).decision();
        assertInstanceOf(AccessDecision.Granted.class, granted);
        var checks = List.copyOf(world.held);
        Map<DenyReason, Integer> refusals = new EnumMap<>(DenyReason.class);
        for (int bit = 0; bit < 8 * content.length; bit++) {
            byte[] flipped = content.clone();
            flipped[bit / 8] ^= (byte) (0x80 >>> bit % 8);
            world.guard = ReplayGuard.withoutFloor(World.CRYPTO);
            var decision = world.judge(payload.apply(flipped), trust).decision();
            var denied = assertInstanceOf(AccessDecision.Denied.class, decision, "bit " + bit);
            assertTrue(
                    world.held.size() <= checks.indexOf(last),
                    "bit " + bit + " is refused after " + last + ", with " + denied.reason());
            refusals.merge(denied.reason(), 1, Integer::sum);
        }
        int flips = refusals.values().stream().mapToInt(Integer::intValue).sum();
        assertEquals(8 * content.length, flips);
        System.out.println(
                "counted: bit flips of a %s of %d bytes: %d, none granted, all refused by %s or before: %s"
                        .formatted(name, content.length, flips, last, refusals));
    }
}
