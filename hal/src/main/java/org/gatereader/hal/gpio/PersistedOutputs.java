package org.gatereader.hal.gpio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether this board lets go of a freed output. Raspberry Pi OS keeps the level that was last
 * driven (parameter {@code persist_gpio_outputs} of its pin controllers, {@code Y} unless told
 * otherwise): a process that is killed while the relay is engaged would leave the gate open for
 * good. Where no such pin controller is, a freed line falls to its pull.
 */
public final class PersistedOutputs {
    /** The pin controllers of the Raspberry Pi 1 to 4, and of the 5. */
    private static final List<String> MODULES = List.of("pinctrl_bcm2835", "pinctrl_rp1");

    private final Path modules;

    /**
     * @param modules where the kernel shows its modules' parameters
     */
    public PersistedOutputs(Path modules) {
        this.modules = modules;
    }

    /** Those of the kernel that runs here. */
    public static PersistedOutputs ofThisKernel() {
        return new PersistedOutputs(Path.of("/sys/module"));
    }

    /** Why a relay must not be armed on this board, and what to do; empty where all is well. */
    public Optional<String> objection() {
        return MODULES.stream()
                .map(module -> modules.resolve(module + "/parameters/persist_gpio_outputs"))
                .filter(Files::exists)
                .filter(parameter -> !isOff(parameter))
                .findFirst()
                .map(
                        parameter ->
                                "expected N in "
                                        + parameter
                                        + ": a killed process would leave the relay engaged; add"
                                        + " the line dtparam=strict_gpiod to config.txt and"
                                        + " restart");
    }

    /** What can not be read is not off. */
    private static boolean isOff(Path parameter) {
        try {
            return Files.readString(parameter).strip().equals("N");
        } catch (IOException _) {
            return false;
        }
    }
}
