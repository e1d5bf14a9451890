package org.gatereader.daemon;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.hal.DeviceException;

/**
 * A gate that opens nothing, for as long as it takes to become quick: the run from which a JVM
 * makes its start-up cache. It goes the way of {@link Main} from beginning to end, so that what a
 * start loads is in the cache.
 *
 * <p>Exit codes: 0 trained; 78 a driver is real; else those of {@link Main}.
 */
public final class Training {
    /** The vectors went often enough through the compiler, even on a slow board. */
    private static final long SECONDS = 5;

    private Training() {}

    /**
     * Trains and ends.
     *
     * @param arguments the configuration file, in which every driver must be simulated
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(Main.configured(arguments, Training::run));
    }

    private static int run(Configuration configuration)
            throws IOException, DeviceException, InterruptedException {
        if (!configuration.isEveryDriverSimulated()) {
            throw new FaultyFileException(
                    "training: expected every driver simulated, got a real one");
        }
        return Main.run(
                configuration,
                StartedCheck.begun(),
                deaths -> deaths.poll(SECONDS, TimeUnit.SECONDS));
    }
}
