package org.gatereader.hal.camera;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;

/** Looks at the place where a phone is held. Keeps no queue: an old frame is worth nothing. */
public interface Camera extends Device {
    /**
     * The newest frame that was not given out before; frames that nobody fetched are lost.
     *
     * @param wait how long to wait for one, 0 to look only
     * @return empty if none came in time: a silent camera is its owner's to notice
     * @throws DeviceException if the camera is gone; close it and open it again
     */
    Optional<Frame> nextFrame(Duration wait) throws DeviceException;
}
