package org.gatereader.daemon;

import java.util.List;
import org.gatereader.daemon.display.Display;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.hal.linux.ServiceManager;

/**
 * What a gate stands in.
 *
 * @param displays shown the same as the indicator, after it
 * @param observer refused unless every device is simulated
 * @param manager hears that the gate makes progress
 */
public record Surroundings(
        GateClock clock, List<Display> displays, GateObserver observer, ServiceManager manager) {
    /** Started by hand. */
    public Surroundings(GateClock clock, List<Display> displays, GateObserver observer) {
        this(clock, displays, observer, ServiceManager.NONE);
    }

    /** With nobody watching. */
    public Surroundings(GateClock clock, List<Display> displays) {
        this(clock, displays, GateObserver.NONE);
    }

    /** One by one, what happens to real people is nobody's to watch. */
    void requireUnwatched(Devices devices) {
        if (observer != GateObserver.NONE
                && devices.drivers() != TrustStore.Drivers.ALL_SIMULATED) {
            throw new IllegalArgumentException("a gate with a real device is not watched");
        }
    }
}
