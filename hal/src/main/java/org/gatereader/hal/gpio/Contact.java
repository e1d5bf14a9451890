package org.gatereader.hal.gpio;

import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;

/**
 * A dry contact: fire loop, cabinet tamper, exit button, passage sensor. What closed means is the
 * reader's business; what is read here has not been debounced.
 */
public interface Contact extends Device {
    /**
     * The level of the line, now.
     *
     * @throws DeviceException if the line can not be read; unknown is neither open nor closed
     */
    boolean isClosed() throws DeviceException;
}
