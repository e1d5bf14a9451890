package org.gatereader.daemon.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Function;
import org.gatereader.hal.gpio.Chime;
import org.gatereader.verifier.verdict.Advice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignTest {
    @Test
    void noTwoSignsShareAShapeATextOrAColour() {
        assertAllDiffer(sign -> sign.look().shape());
        assertAllDiffer(sign -> sign.words().korean());
        assertAllDiffer(sign -> sign.words().english());
        assertAllDiffer(sign -> sign.look().background());
    }

    @Test
    void noTwoLitLampsShareARhythm() {
        var lit = Arrays.stream(Sign.values()).filter(sign -> sign != Sign.STARTING);
        assertEquals(Sign.values().length - 1, lit.map(s -> s.lamp().rhythm()).distinct().count());
    }

    @ParameterizedTest
    @EnumSource
    void textStandsOutFromItsBackground(Sign sign) {
        double contrast = contrast(sign.look().ink(), sign.look().background());
        assertTrue(contrast >= 4.5, sign + ": " + contrast + ":1");
    }

    @Test
    void grantAndDenialDifferInCountAndInPitch() {
        for (Sign denial : new Sign[] {Sign.TRY_AGAIN, Sign.SEE_STAFF, Sign.OUT_OF_SERVICE}) {
            assertNotEquals(Sign.PASS.chime().count(), denial.chime().count());
            assertNotEquals(Sign.PASS.chime().hertz(), denial.chime().hertz());
        }
    }

    @Test
    void theFireAlarmIsNotSpokenOver() {
        assertEquals(Chime.SILENT, Sign.WAY_OUT.chime());
    }

    @ParameterizedTest
    @EnumSource
    void everyAdviceHasTheSignOfItsName(Advice advice) {
        assertEquals(advice.name(), Sign.of(advice).name());
    }

    private static void assertAllDiffer(Function<Sign, Object> part) {
        long different = Arrays.stream(Sign.values()).map(part).distinct().count();
        assertEquals(Sign.values().length, different);
    }

    /** The contrast ratio of WCAG 2.2, section "contrast ratio": 1 to 21. */
    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
