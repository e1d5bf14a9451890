package org.gatereader.hal.gpio;

import java.util.OptionalLong;
import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;

/**
 * A dry contact: fire loop, cabinet tamper, exit button, passage sensor. What closed means is the
 * reader's business; what is read here may still bounce.
 */
public interface Contact extends Device {
    /**
     * The level of the line, now.
     *
     * @throws DeviceException if the line can not be read; unknown is neither open nor closed
     */
    boolean isClosed() throws DeviceException;

    /**
     * When the level last changed, be it between two calls of {@link #isClosed}, as known after the
     * newest of them; monotonic nanoseconds of the kernel. Empty: it did not since the contact was
     * opened, or the driver only looks.
     */
    default OptionalLong lastEdgeNanos() {
        return OptionalLong.empty();
    }
}
