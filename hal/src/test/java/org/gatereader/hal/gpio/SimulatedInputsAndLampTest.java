package org.gatereader.hal.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.HandClock;
import org.gatereader.hal.gpio.Lamp.Colour;
import org.gatereader.hal.gpio.Lamp.Rhythm;
import org.junit.jupiter.api.Test;

class SimulatedInputsAndLampTest {
    private static final Lamp GREEN = new Lamp(Colour.GREEN, Rhythm.STEADY);
    private static final Chime ONE_TONE = new Chime(1, 2000, Duration.ofMillis(100), Duration.ZERO);

    private final HandClock clock = new HandClock();
    private final SimulatedIndicator indicator = new SimulatedIndicator("indicator", clock);

    @Test
    void aFireLoopOpensWhenItIsActuated() throws DeviceException {
        var fire = SimulatedContact.normallyClosed("fire");
        fire.open();
        assertTrue(fire.isClosed());
        fire.actuate();
        assertFalse(fire.isClosed());
        fire.rest();
        assertTrue(fire.isClosed());
    }

    @Test
    void anExitButtonClosesWhenItIsPressed() throws DeviceException {
        var exit = SimulatedContact.normallyOpen("exit");
        exit.open();
        assertFalse(exit.isClosed());
        exit.actuate();
        assertTrue(exit.isClosed());
    }

    @Test
    void aBrokenContactIsNeitherOpenNorClosed() throws DeviceException {
        var fire = SimulatedContact.normallyClosed("fire");
        fire.open();
        fire.fail();
        assertThrows(DeviceException.class, fire::isClosed);
    }

    @Test
    void theLampRemembersWhatItShowedAndWhen() throws DeviceException {
        indicator.open();
        indicator.show(GREEN, ONE_TONE);
        var expected = new SimulatedIndicator.Shown(GREEN, ONE_TONE, clock.getAsLong());
        assertEquals(List.of(expected), indicator.shown());
        assertEquals(GREEN, indicator.lamp());
    }

    @Test
    void aBrokenLampIsDarkAndSaysSo() throws DeviceException {
        indicator.open();
        indicator.show(GREEN, ONE_TONE);
        indicator.fail();
        assertEquals(Lamp.DARK, indicator.lamp());
        assertThrows(DeviceException.class, () -> indicator.show(GREEN, ONE_TONE));
    }

    @Test
    void aChimeIsOverBeforeTheNextPersonComes() {
        Duration tone = Duration.ofMillis(200);
        Duration gap = Duration.ofMillis(50);
        assertEquals(8, new Chime(8, 500, tone, gap).count());
        Duration longer = gap.plusNanos(1);
        assertThrows(IllegalArgumentException.class, () -> new Chime(8, 500, tone, longer));
    }
}
