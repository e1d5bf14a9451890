package org.gatereader.hal.gpio;

import java.util.Optional;
import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;

/** A lamp and a buzzer that a person at the barrier sees and hears. */
public interface Indicator extends Device {
    /**
     * Lights the lamp and begins the chime, in place of what was shown and sounding before. Returns
     * at once.
     */
    void show(Lamp lamp, Chime chime) throws DeviceException;

    /**
     * Carries on what is shown and sounding; called on every turn of the owner, at least every 50
     * ms, and over at once. What was shown since the last turn begins now.
     *
     * @param nanos monotonic
     */
    default void runOnce(long nanos) throws DeviceException {}

    /**
     * Which part of it does not do what it was told, while the others go on; empty while all do. By
     * the owner's thread.
     */
    default Optional<String> fault() {
        return Optional.empty();
    }
}
