package org.gatereader.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each hint one step inside of its bound, and one step outside. */
class HintJudgeTest {
    private static final int SIDE = 400;
    private static final int DARK = 40;
    private static final int LIGHT = 200;
    private static final float MODULE = 8;

    private final HintJudge judge = new HintJudge();
    private final Finders finders = new Finders();
    private final byte[] pixels = new byte[SIDE * SIDE];
    private float drawnModule = MODULE;

    @BeforeEach
    void aWallWithoutACode() {
        java.util.Arrays.fill(pixels, (byte) LIGHT);
    }

    @Test
    void saysNothingOfThreeGoodFinderPatterns() {
        draw(DARK, LIGHT, LIGHT, 3);
        assertSays(QrHint.NONE);
    }

    @Test
    void saysNothingOfOneFinderPatternButAsksForTheWholeCodeFromTwo() {
        draw(DARK, LIGHT, LIGHT, 1);
        assertSays(QrHint.NONE);
        draw(DARK, LIGHT, LIGHT, 2);
        assertSays(QrHint.CUT_OFF);
    }

    @Test
    void trustsOnlyWhatRunsLikeAFinderPatternAlongEnoughLines() {
        draw(DARK, LIGHT, LIGHT, 2);
        finders.likeness[1] = HintJudge.LIKENESS_MIN - 1;
        assertSays(QrHint.NONE);
    }

    @Test
    void asksToComeCloserBelowTheLeastModuleOnly() {
        drawnModule = HintJudge.MODULE_MIN;
        draw(DARK, LIGHT, LIGHT, 3);
        modules(HintJudge.MODULE_MIN, HintJudge.MODULE_MIN);
        assertSays(QrHint.NONE);
        modules(Math.nextDown(HintJudge.MODULE_MIN), Math.nextDown(HintJudge.MODULE_MIN));
        assertSays(QrHint.TOO_FAR);
    }

    @Test
    void asksToHoldItStraightAboveTheMostTiltOnly() {
        draw(DARK, LIGHT, LIGHT, 3);
        modules(MODULE, MODULE * HintJudge.TILT_MAX);
        assertSays(QrHint.NONE);
        modules(MODULE, Math.nextUp(MODULE * HintJudge.TILT_MAX));
        assertSays(QrHint.TOO_TILTED);
    }

    @Test
    void asksForABrighterScreenWhereDarkIsHardlyDarkerThanADimLight() {
        int light = HintJudge.DIM_LIGHT_MAX - 1;
        int contrast = (int) HintJudge.CONTRAST_MIN;
        draw(light - contrast, light, light, 3);
        assertSays(QrHint.NONE);
        draw(light - contrast + 1, light, light, 3);
        assertSays(QrHint.TOO_DARK);
    }

    @Test
    void asksToTurnFromTheLightWhereTheSamePaleCodeIsNotDim() {
        int light = HintJudge.DIM_LIGHT_MAX;
        draw(light - (int) HintJudge.CONTRAST_MIN + 1, light, light, 3);
        assertSays(QrHint.TOO_BRIGHT);
    }

    @Test
    void asksToTurnFromTheLightWhereEvenDarkIsBright() {
        draw(HintJudge.WASHED_OUT_DARK_MIN, 250, 250, 3);
        assertSays(QrHint.NONE);
        draw(HintJudge.WASHED_OUT_DARK_MIN + 1, 250, 250, 3);
        assertSays(QrHint.TOO_BRIGHT);
    }

    @Test
    void asksToHoldStillWhereBlurHasDarkenedTheRings() {
        int ring = DARK + Math.round(HintJudge.RING_PART_MIN * (LIGHT - DARK)) + 1;
        draw(DARK, ring, LIGHT, 3);
        assertSays(QrHint.NONE);
        draw(DARK, ring - 2, LIGHT, 3);
        assertSays(QrHint.TOO_BLURRED);
    }

    private void assertSays(QrHint hint) {
        var luma = new Luma(pixels, SIDE, SIDE, SIDE);
        assertEquals(hint, judge.judge(luma, finders, Polarity.DARK_ON_LIGHT));
    }

    /** Finder patterns of this core, ring and quiet zone; frames are as dark as cores. */
    private void draw(int core, int ring, int quiet, int count) {
        finders.clear();
        for (int i = 0; i < count; i++) {
            int x = i == 1 ? 300 : 100;
            int y = i == 2 ? 300 : 100;
            square(x, y, 6, quiet);
            square(x, y, 3.5, core);
            square(x, y, 2.5, ring);
            square(x, y, 1.5, core);
            finders.add(x, y, drawnModule, Polarity.DARK_ON_LIGHT);
            finders.rate(HintJudge.LIKENESS_MIN);
        }
    }

    private void square(int x, int y, double modules, int grey) {
        int half = (int) Math.round(modules * drawnModule);
        for (int row = y - half; row < y + half; row++) {
            java.util.Arrays.fill(
                    pixels, row * SIDE + x - half, row * SIDE + x + half, (byte) grey);
        }
    }

    /** As the filter would have measured: the first is the smallest. */
    private void modules(float least, float most) {
        finders.module[0] = least;
        finders.module[1] = most;
        finders.module[2] = most;
    }
}
