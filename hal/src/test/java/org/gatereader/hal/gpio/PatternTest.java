package org.gatereader.hal.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.LongPredicate;
import org.gatereader.hal.gpio.Lamp.Rhythm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is on and off when, without any lamp. */
class PatternTest {
    @ParameterizedTest
    @CsvSource({
        "STEADY, 1",
        "BREATHING, 1",
        "SLOW, 1111111111000000000011111111110000000000",
        "QUICK, 1110011100111001110011100",
        "DOUBLE, 11011000000000010010",
        "RARE, 110000000000000000001100000000000000000011"
    })
    void aRhythmIsLitLikeThis(Rhythm rhythm, String tenths) {
        assertEquals(tenths, every100Millis(rhythm::isLit, tenths.length()));
    }

    @ParameterizedTest
    @EnumSource
    void noRhythmFlashesMoreThanThreeTimesInASecond(Rhythm rhythm) {
        for (int from = 0; from < 4_000; from += 10) {
            int flashes = 0;
            for (int at = from + 10; at <= from + 1_000; at += 10) {
                flashes += rhythm.isLit(nanos(at)) && !rhythm.isLit(nanos(at - 10)) ? 1 : 0;
            }
            assertTrue(flashes <= 3, rhythm + " from " + from + " ms");
        }
    }

    @Test
    void aChimeSoundsItsTonesAndNoMore() {
        var chime = new Chime(2, 1_000, Duration.ofMillis(200), Duration.ofMillis(100));
        assertEquals("1101100000000", every100Millis(chime::isSounding, 13));
        assertFalse(Chime.SILENT.isSounding(0));
    }

    private static String every100Millis(LongPredicate isOn, int count) {
        StringBuilder seen = new StringBuilder();
        for (int at = 0; at < count; at++) {
            seen.append(isOn.test(nanos(100L * at)) ? '1' : '0');
        }
        return seen.toString();
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
