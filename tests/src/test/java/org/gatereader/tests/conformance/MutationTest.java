package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gatereader.verifier.decision.AccessDecision;
import org.junit.jupiter.api.Test;

/**
 * Presentations changed at random, from a seed: whatever is shown, the gate answers; and it grants
 * only what was changed in nothing that a rule is about.
 */
class MutationTest {
    private static final int STRUCTURES = 1200;
    private static final int BYTE_STRINGS = 6000;
    private static final int TEXTS = 6000;

    private final World world = new World();

    /** Changes that say of themselves whether they break a rule, up to four in one presentation. */
    @Test
    void grantsAStructureIfAndOnlyIfNoChangeBreaksARule() {
        int granted = 0;
        for (int number = 0; number < STRUCTURES; number++) {
            var draft = new MutatedDraft(number);
            var decision = draft.decide();
            boolean isGranted = decision instanceof AccessDecision.Granted;
            assertEquals(draft.keepsEveryRule(), isGranted, number + ": " + draft + decision);
            granted += isGranted ? 1 : 0;
        }
        // A generator that made only rubbish, or none, would prove nothing.
        assertTrue(granted > STRUCTURES / 5 && granted < STRUCTURES * 4 / 5, granted + " granted");
    }

    @Test
    void grantsNoBytesThatDifferFromWhatWasSigned() {
        byte[] signed = world.token().toBytes();
        byte[] other = world.token().toBytes();
        var trust = world.trust();
        var random = new Random(640);
        for (int number = 0; number < BYTE_STRINGS; number++) {
            byte[] changed = changed(signed, other, random);
            if (!Arrays.equals(signed, changed) && !Arrays.equals(other, changed)) {
                var decision = world.judge(world.payload(changed), trust).decision();
                assertInstanceOf(AccessDecision.Denied.class, decision, "case " + number);
            }
        }
    }

    @Test
    void answersAnyText() {
        var trust = world.trust();
        var random = new Random(964);
        String signed = world.token().toText();
        for (int number = 0; number < TEXTS; number++) {
            String text = text(signed, random);
            var decision = world.judge(world.payload(text), trust).decision();
            assertInstanceOf(AccessDecision.Denied.class, decision, "case " + number);
        }
    }

    /** One to four of: a byte changed, a piece cut out, doubled, zeroed, or taken from another. */
    private static byte[] changed(byte[] signed, byte[] other, Random random) {
        byte[] bytes = signed;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(Math.min(65, bytes.length - from + 1));
            bytes =
                    switch (random.nextInt(5)) {
                        case 0 -> replaced(bytes, from, new byte[] {(byte) random.nextInt()});
                        case 1 -> joined(bytes, from, to);
                        case 2 -> joined(bytes, to, from);
                        case 3 -> replaced(bytes, from, new byte[to - from]);
                        default -> replaced(bytes, from, piece(other, from, to));
                    };
        }
        return bytes;
    }

    private static byte[] piece(byte[] other, int from, int to) {
        int end = Math.min(to, other.length);
        return from < end ? Arrays.copyOfRange(other, from, end) : new byte[0];
    }

    private static byte[] replaced(byte[] bytes, int from, byte[] piece) {
        byte[] replaced = bytes.clone();
        System.arraycopy(piece, 0, replaced, from, Math.min(piece.length, bytes.length - from));
        return replaced;
    }

    /** Everything before one place, then everything from the other on. */
    private static byte[] joined(byte[] bytes, int end, int begin) {
        byte[] joined = Arrays.copyOf(bytes, end + bytes.length - begin);
        System.arraycopy(bytes, begin, joined, end, bytes.length - begin);
        return joined.length == 0 ? bytes : joined;
    }

    /** A beginning that the gate knows, and anything behind it; never a whole presentation. */
    private static String text(String signed, Random random) {
        var beginnings =
                List.of(
                        "",
                        "GR1:",
                        "HC1:",
                        "mdoc:",
                        "eyJ",
                        "{\"type\":\"mip\",\"cmd\":",
                        "opendid;");
        var text = new StringBuilder(beginnings.get(random.nextInt(beginnings.size())));
        for (int i = random.nextInt(40); i > 0; i--) {
            int piece = random.nextInt(signed.length());
            switch (random.nextInt(3)) {
                case 0 -> text.append(signed.charAt(piece));
                case 1 -> text.append((char) random.nextInt(0x10000));
                default -> text.append(signed, piece, Math.min(piece + 20, signed.length()));
            }
        }
        return text.toString();
    }
}
