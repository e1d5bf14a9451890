package org.gatereader.daemon;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.daemon.time.SimulatedClock;
import org.gatereader.daemon.time.TrustedClock;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.linux.KernelClock;
import org.gatereader.hal.linux.LinuxException;

/** The clock that a configuration names. */
final class Clocks {
    private static final int NONCE_BYTES = 16;

    private Clocks() {}

    /**
     * @throws DeviceException if the kernel does not tell how its clock is kept
     */
    static GateClock of(Configuration configuration) throws DeviceException {
        return configuration.isClockOfKernel() ? kernel(configuration) : new SimulatedClock();
    }

    private static TrustedClock kernel(Configuration configuration) throws DeviceException {
        var settings =
                new TrustedClock.Settings(
                        configuration.clockRatchet(), configuration.isBatteryClockCompensated());
        try {
            return TrustedClock.ofKernel(settings, new KernelClock()::read, Clocks::nonce);
        } catch (LinuxException silent) {
            throw new DeviceException("clock", "not told how it is kept: " + silent.getMessage());
        }
    }

    private static String nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
