package org.gatereader.daemon.config;

import java.util.List;

/**
 * A key that one choice needs and no other: optional in the list of keys, demanded where that word
 * was chosen.
 */
record Demand(ConfigKey by, String word, ConfigKey needed) {
    private static final String GPIOCHIP = "gpiochip";

    static final List<Demand> ALL =
            List.of(
                    new Demand(ConfigKey.TRUST_SOURCE, "signed", ConfigKey.TRUST_SITE),
                    new Demand(ConfigKey.CAMERA_DRIVER, "webcam", ConfigKey.CAMERA_DEVICE),
                    new Demand(ConfigKey.CAMERA_SOURCE, "still", ConfigKey.CAMERA_PATH),
                    new Demand(ConfigKey.CAMERA_SOURCE, "folder", ConfigKey.CAMERA_PATH),
                    new Demand(ConfigKey.RELAY_DRIVER, GPIOCHIP, ConfigKey.GPIO_CHIP),
                    new Demand(ConfigKey.RELAY_DRIVER, GPIOCHIP, ConfigKey.RELAY_LINE),
                    new Demand(ConfigKey.TURNSTILE_PASSAGE_SENSOR, GPIOCHIP, ConfigKey.GPIO_CHIP),
                    new Demand(
                            ConfigKey.TURNSTILE_PASSAGE_SENSOR,
                            GPIOCHIP,
                            ConfigKey.TURNSTILE_PASSAGE_LINE),
                    new Demand(ConfigKey.INPUTS_FIRE, GPIOCHIP, ConfigKey.GPIO_CHIP),
                    new Demand(ConfigKey.INPUTS_FIRE, GPIOCHIP, ConfigKey.INPUTS_FIRE_LINE),
                    new Demand(ConfigKey.INPUTS_REX, GPIOCHIP, ConfigKey.GPIO_CHIP),
                    new Demand(ConfigKey.INPUTS_REX, GPIOCHIP, ConfigKey.INPUTS_REX_LINE),
                    new Demand(ConfigKey.INPUTS_TAMPER, GPIOCHIP, ConfigKey.GPIO_CHIP),
                    new Demand(ConfigKey.INPUTS_TAMPER, GPIOCHIP, ConfigKey.INPUTS_TAMPER_LINE),
                    new Demand(ConfigKey.DISPLAY_DRIVER, GPIOCHIP, ConfigKey.GPIO_CHIP),
                    new Demand(ConfigKey.DISPLAY_DRIVER, GPIOCHIP, ConfigKey.DISPLAY_RED_LINE),
                    new Demand(ConfigKey.DISPLAY_DRIVER, GPIOCHIP, ConfigKey.DISPLAY_GREEN_LINE));
}
