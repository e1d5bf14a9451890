package org.gatereader.daemon.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.gatereader.daemon.gate.GateSettings.Fire;
import org.gatereader.daemon.gate.GateSettings.Walk;
import org.junit.jupiter.api.Test;

class GateSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TINY = Duration.ofNanos(1);
    private static final Duration PULSE_MAX = GateSettings.PULSE_MAX;

    @Test
    void noPulseIsLongerThanTheMaximumOnTime() {
        assertEquals(PULSE_MAX, settings(PULSE_MAX, PULSE_MAX, SECOND).pulse());
        assertRefused("pulse", () -> settings(PULSE_MAX.plus(TINY), PULSE_MAX.plus(TINY), SECOND));
        assertRefused("pulse", () -> settings(Duration.ZERO, SECOND, SECOND));
    }

    @Test
    void nobodyHasToBeginWalkingBeforeThePulseIsOver() {
        assertEquals(SECOND, settings(SECOND, SECOND, SECOND).walk().begin());
        assertRefused("walk begin", () -> settings(SECOND, SECOND.minus(TINY), SECOND));
        assertRefused("walk begin", () -> settings(SECOND, Duration.ofSeconds(61), SECOND));
    }

    @Test
    void noSignStandsForEver() {
        assertRefused("sign", () -> settings(SECOND, SECOND, Duration.ofSeconds(11)));
    }

    @Test
    void aFireIsBelievedWithinASecond() {
        assertEquals(SECOND, new Fire(SECOND, SECOND).settle());
        assertRefused("fire settle", () -> new Fire(SECOND.plus(TINY), SECOND));
        assertRefused("fire settle", () -> new Fire(Duration.ofMillis(4), SECOND));
    }

    @Test
    void theGateDoesNotLockInTheSecondTheFireContactCloses() {
        assertRefused("fire restored", () -> new Fire(SECOND, SECOND.minus(TINY)));
        assertRefused("fire restored", () -> new Fire(SECOND, Duration.ofSeconds(601)));
    }

    @Test
    void aBarrierIsHeldOpenAfterFiveMinutesAtTheLatest() {
        assertRefused("held open", () -> new Walk(SECOND, Duration.ofSeconds(301)));
    }

    private static GateSettings settings(Duration pulse, Duration begin, Duration sign) {
        var fire = GateSettings.DEFAULT.fire();
        return new GateSettings(pulse, new Walk(begin, SECOND), sign, fire);
    }

    private static void assertRefused(String name, Runnable settings) {
        var fault = assertThrows(IllegalArgumentException.class, settings::run);
        assertTrue(String.valueOf(fault.getMessage()).startsWith(name + ": expected"));
    }
}
