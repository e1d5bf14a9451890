package org.gatereader.daemon;

import org.gatereader.daemon.config.Configuration;
import org.gatereader.hal.DeviceException;

/**
 * Releases the relay after a gate-reader that could not do it itself: a unit's {@code
 * ExecStopPost}, and a technician's first aid. It needs nothing but the configuration, and does the
 * same on a board where the relay must not be armed.
 *
 * <p>Exit codes: 0 released, or no real relay; 69 the line is not there, held by somebody, or reads
 * engaged all the same; 74 and 78 as those of {@link Main}.
 */
public final class ReleaseRelay {
    private ReleaseRelay() {}

    /**
     * Releases the relay and ends.
     *
     * @param arguments the configuration file, or none for the default one
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(Main.configured(arguments, ReleaseRelay::run));
    }

    private static int run(Configuration configuration) throws DeviceException {
        new GateWiring(configuration).releaseRelay();
        return 0;
    }
}
