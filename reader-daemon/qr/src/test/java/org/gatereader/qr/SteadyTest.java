package org.gatereader.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadyTest {
    private final Steady<QrHint> hint = new Steady<>(QrHint.NONE);

    @Test
    void changesWhenEnoughOfTheLastFramesAgreeAndNotOneFrameSooner() {
        say(QrHint.TOO_FAR, Steady.AGREEING - 1);
        assertEquals(QrHint.NONE, hint.shown());
        say(QrHint.TOO_FAR, 1);
        assertEquals(QrHint.TOO_FAR, hint.shown());
    }

    @Test
    void standsLongEnoughToBeReadAndNotOneFrameLonger() {
        say(QrHint.TOO_FAR, Steady.AGREEING);
        say(QrHint.NONE, Steady.STANDS_FRAMES - 1);
        assertEquals(QrHint.TOO_FAR, hint.shown());
        say(QrHint.NONE, 1);
        assertEquals(QrHint.NONE, hint.shown());
    }

    @Test
    void keepsWhatItSaysWhileTwoAnswersTakeTurns() {
        say(QrHint.TOO_BLURRED, Steady.FRAMES);
        for (int frame = 0; frame < 300; frame++) {
            say(frame % 2 == 0 ? QrHint.TOO_TILTED : QrHint.TOO_BLURRED, 1);
            assertEquals(QrHint.TOO_BLURRED, hint.shown());
        }
    }

    @Test
    void neverChangesTwiceWithinTheTimeItTakesToReadHoweverNoisyTheFramesAre() {
        var random = new Random(3);
        var hints = QrHint.values();
        var likely = QrHint.NONE;
        int changes = 0;
        int changedAt = -Steady.STANDS_FRAMES;
        for (int frame = 0; frame < 20_000; frame++) {
            likely = random.nextInt(10) == 0 ? hints[random.nextInt(hints.length)] : likely;
            var before = hint.shown();
            say(random.nextInt(4) == 0 ? hints[random.nextInt(hints.length)] : likely, 1);
            if (hint.shown() != before) {
                assertTrue(frame - changedAt >= Steady.STANDS_FRAMES);
                changedAt = frame;
                changes++;
            }
        }
        assertTrue(changes > 100, "only followed " + changes + " times");
    }

    private void say(QrHint answer, int frames) {
        for (int i = 0; i < frames; i++) {
            hint.say(answer);
        }
    }
}
