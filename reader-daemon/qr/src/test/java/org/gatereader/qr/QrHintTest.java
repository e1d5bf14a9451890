package org.gatereader.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class QrHintTest {
    private static final String TICKET = "GR1:6BF+70790T9WJWG.FKY*4GO0.O1CV2*47%C".repeat(6);
    private static final int ENOUGH = Steady.FRAMES + Steady.STANDS_FRAMES;

    private final QrReader reader = new QrReader(() -> 0);

    @Test
    void saysNothingWhileCodesAreRead() {
        show(Pictures.code(TICKET, 5), ENOUGH);
        assertEquals(QrHint.NONE, reader.hint());
    }

    @Test
    void saysNothingToAnEmptyHall() {
        show(Pictures.noise(640, 480), Steady.AGREEING);
        assertEquals(QrHint.NONE, reader.hint());
    }

    @Test
    void asksForTheWholeCodeWhenItIsCutOff() {
        show(cutOff(), ENOUGH);
        assertEquals(QrHint.CUT_OFF, reader.hint());
    }

    @Test
    void asksForABrighterScreenWhenTheCodeIsHardlyLit() {
        show(ShownCode.dim(cutOff(), 20, 0.09), ENOUGH);
        assertEquals(QrHint.TOO_DARK, reader.hint());
    }

    @Test
    void asksToTurnAwayFromTheLightWhenTheCodeIsWashedOut() {
        show(ShownCode.dim(cutOff(), 235, 0.09), ENOUGH);
        assertEquals(QrHint.TOO_BRIGHT, reader.hint());
    }

    @Test
    void doesNotFlickerForOneFrame() {
        show(cutOff(), Steady.AGREEING - 1);
        assertEquals(QrHint.NONE, reader.hint());
        show(cutOff(), ENOUGH);
        show(Pictures.flat(640, 480, 128), 1);
        assertEquals(QrHint.CUT_OFF, reader.hint());
        show(Pictures.flat(640, 480, 128), ENOUGH);
        assertEquals(QrHint.NONE, reader.hint());
    }

    @Test
    void everyHintSpeaksKoreanAndEnglish() {
        for (var hint : QrHint.values()) {
            assertEquals(hint == QrHint.NONE, hint.korean().isEmpty());
            assertEquals(hint == QrHint.NONE, hint.english().isEmpty());
            assertFalse(hint.korean().equals(hint.english()) && hint != QrHint.NONE);
        }
    }

    private static Luma cutOff() {
        return Pictures.upperPart(Pictures.code(TICKET, 5), 200);
    }

    private void show(Luma picture, int frames) {
        for (int i = 0; i < frames; i++) {
            reader.read(picture, Long.MAX_VALUE);
        }
    }
}
