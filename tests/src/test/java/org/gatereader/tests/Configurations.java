package org.gatereader.tests;

import java.nio.file.Path;
import org.gatereader.daemon.config.ConfigReading;
import org.gatereader.daemon.config.Configuration;

/** A test's own configurations. */
public final class Configurations {
    private Configurations() {}

    /**
     * Reads one that must be sound.
     *
     * @param directory what relative paths in it are relative to
     */
    public static Configuration sound(Path directory, String toml) {
        return switch (Configuration.parse(directory.resolve("gate-reader.toml"), toml)) {
            case ConfigReading.Sound(Configuration sound) -> sound;
            case ConfigReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }
}
