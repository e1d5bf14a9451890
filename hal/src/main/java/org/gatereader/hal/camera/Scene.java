package org.gatereader.hal.camera;

import org.gatereader.hal.DeviceException;

/** What stands before a simulated camera. */
public interface Scene {
    /**
     * Makes the scene ready; called whenever the camera is opened.
     *
     * @throws DeviceException if there is nothing to look at, naming the file
     */
    default void begin() throws DeviceException {}

    /**
     * What is to be seen at this moment.
     *
     * @param nanos the camera's monotonic time; never goes back
     */
    Picture at(long nanos) throws DeviceException;
}
