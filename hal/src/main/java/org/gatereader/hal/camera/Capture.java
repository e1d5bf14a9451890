package org.gatereader.hal.camera;

import java.util.List;
import org.gatereader.hal.DeviceException;

/** Which program brings a camera's frames, and how they lie in its pipe. */
@FunctionalInterface
public interface Capture {
    /**
     * Asks the device what it is willing to give; called at each opening, and bounded in time.
     *
     * @throws DeviceException if the program is not installed, or the device is absent or gives
     *     nothing that can be read
     */
    Stream plan() throws DeviceException;

    /**
     * One run of the program.
     *
     * @param command its absolute path and its arguments; no shell sees them
     */
    record Stream(List<String> command, FrameLayout layout) {
        public Stream {
            command = List.copyOf(command);
        }
    }
}
