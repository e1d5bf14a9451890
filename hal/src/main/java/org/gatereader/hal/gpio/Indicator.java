package org.gatereader.hal.gpio;

import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;

/** A lamp and a buzzer that a person at the barrier sees and hears. */
public interface Indicator extends Device {
    /**
     * Lights the lamp and begins the chime, in place of what was shown and sounding before. Returns
     * at once: the pattern runs on without the caller.
     */
    void show(Lamp lamp, Chime chime) throws DeviceException;
}
