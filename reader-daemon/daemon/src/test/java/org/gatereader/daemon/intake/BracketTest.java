package org.gatereader.daemon.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gatereader.hal.camera.Camera.Light;
import org.gatereader.qr.QrHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BracketTest {
    private static final long HOLD = Bracket.HOLD.toNanos();

    private final Bracket bracket = new Bracket();

    @Test
    void takesLessOfAScreenThatIsWashedOutAndMoreOfADimOne() {
        assertEquals(Light.LESS, new Bracket().choose(QrHint.TOO_BRIGHT, 0));
        assertEquals(Light.MORE, new Bracket().choose(QrHint.TOO_DARK, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = QrHint.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TOO_BRIGHT", "TOO_DARK"})
    void leavesTheLightToTheCameraOtherwise(QrHint hint) {
        assertEquals(Light.AS_IT_IS, bracket.choose(hint, 0));
    }

    @Test
    void keepsTheLightWhileItHelpsAndReturnsWhenItWasNotAskedForAWhile() {
        bracket.choose(QrHint.TOO_BRIGHT, 0);
        assertEquals(Light.LESS, bracket.choose(QrHint.NONE, HOLD - 1));
        assertEquals(Light.AS_IT_IS, bracket.choose(QrHint.NONE, HOLD));
    }

    @Test
    void holdsFromTheLastTimeThatItWasAskedFor() {
        bracket.choose(QrHint.TOO_DARK, 0);
        bracket.choose(QrHint.TOO_DARK, HOLD);
        assertEquals(Light.MORE, bracket.choose(QrHint.NONE, 2 * HOLD - 1));
    }

    @Test
    void doesNotSwingFromLessToMore() {
        bracket.choose(QrHint.TOO_BRIGHT, 0);
        assertEquals(Light.LESS, bracket.choose(QrHint.TOO_DARK, HOLD - 1));
        assertEquals(Light.AS_IT_IS, bracket.choose(QrHint.TOO_DARK, HOLD));
    }
}
