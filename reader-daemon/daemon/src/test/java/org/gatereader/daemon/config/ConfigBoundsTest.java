package org.gatereader.daemon.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.time.Duration;
import org.gatereader.daemon.config.ValueType.Whole;
import org.gatereader.daemon.gate.GateSettings;
import org.junit.jupiter.api.Test;

/** What the configuration accepts, the rooms accept: a fault is reported there or nowhere. */
class ConfigBoundsTest {

    @Test
    void theGateTakesTheShortestTimesThatCanBeConfigured() {
        assertDoesNotThrow(
                () ->
                        new GateSettings(
                                millis(least(ConfigKey.RELAY_PULSE_MS)),
                                new GateSettings.Walk(
                                        millis(least(ConfigKey.TURNSTILE_UNLOCK_MS)),
                                        millis(least(ConfigKey.TURNSTILE_HELD_OPEN_MS))),
                                millis(least(ConfigKey.DISPLAY_SIGN_MS)),
                                new GateSettings.Fire(
                                        millis(least(ConfigKey.INPUTS_FIRE_DEBOUNCE_MS)),
                                        seconds(least(ConfigKey.INPUTS_FIRE_RESTORED_S)))));
    }

    @Test
    void theGateTakesTheLongestTimesThatCanBeConfigured() {
        assertDoesNotThrow(
                () ->
                        new GateSettings(
                                millis(most(ConfigKey.RELAY_PULSE_MS)),
                                new GateSettings.Walk(
                                        millis(most(ConfigKey.TURNSTILE_UNLOCK_MS)),
                                        millis(most(ConfigKey.TURNSTILE_HELD_OPEN_MS))),
                                millis(most(ConfigKey.DISPLAY_SIGN_MS)),
                                new GateSettings.Fire(
                                        millis(most(ConfigKey.INPUTS_FIRE_DEBOUNCE_MS)),
                                        seconds(most(ConfigKey.INPUTS_FIRE_RESTORED_S)))));
    }

    private static long least(ConfigKey key) {
        return ((Whole) key.type()).simulatedMin();
    }

    private static long most(ConfigKey key) {
        return ((Whole) key.type()).range().max();
    }

    private static Duration millis(long value) {
        return Duration.ofMillis(value);
    }

    private static Duration seconds(long value) {
        return Duration.ofSeconds(value);
    }
}
