package org.gatereader.hal.camera;

import java.util.List;
import java.util.Map;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.camera.Camera.Light;

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
     * @param exposing the commands that ask the device for light; empty where it can not be asked
     */
    record Stream(List<String> command, FrameLayout layout, Map<Light, List<String>> exposing) {
        public Stream {
            command = List.copyOf(command);
            exposing = Map.copyOf(exposing);
        }

        /** Of a device that chooses its exposure alone. */
        public Stream(List<String> command, FrameLayout layout) {
            this(command, layout, Map.of());
        }
    }
}
