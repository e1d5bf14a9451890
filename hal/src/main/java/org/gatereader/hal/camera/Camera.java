package org.gatereader.hal.camera;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;

/** Looks at the place where a phone is held. Keeps no queue: an old frame is worth nothing. */
public interface Camera extends Device {
    /** How much light to take. */
    enum Light {
        /** What the camera chooses by itself. */
        AS_IT_IS,
        /** For a screen that is washed out. */
        LESS,
        /** For a screen that is dim. */
        MORE
    }

    /**
     * The newest frame that was not given out before; frames that nobody fetched are lost.
     *
     * @param wait how long to wait for one, 0 to look only
     * @return empty if none came in time: a silent camera is its owner's to notice
     * @throws DeviceException if the camera is gone; close it and open it again
     */
    Optional<Frame> nextFrame(Duration wait) throws DeviceException;

    /**
     * Asks for less or more light, where the device allows it, for the frames of the next moments
     * until something else is asked. An opened camera takes the light as it is. Never blocks.
     *
     * @throws DeviceException if the camera can not even be asked
     */
    default void expose(Light light) throws DeviceException {}
}
