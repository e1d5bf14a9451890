package org.gatereader.hal.camera;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which camera, by which program, and what is asked of it; the device has the last word.
 *
 * @param tool empty: the one that fits the device and is installed
 * @param device {@code csi0}..{@code csi3}, {@code /dev/videoN} or a name below {@code /dev/v4l}
 */
public record CaptureSettings(
        Optional<CaptureTool> tool, String device, Size size, int framesPerSecond) {
    private static final Pattern CSI = Pattern.compile("csi[0-3]");
    private static final Pattern NODE =
            Pattern.compile(
                    "/dev/video[0-9]{1,3}|/dev/v4l/by-(?:id|path)/[A-Za-z0-9_+:][A-Za-z0-9._+:-]{0,199}");

    /** In pixels. */
    public record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /**
     * What a program could be told to open must not be any file.
     *
     * @throws IllegalArgumentException if the device is named otherwise
     */
    public CaptureSettings {
        if (!CSI.matcher(device).matches() && !NODE.matcher(device).matches()) {
            throw new IllegalArgumentException("camera: no name of a camera");
        }
    }

    boolean isCsi() {
        return CSI.matcher(device).matches();
    }

    /** The number of a camera on a ribbon. */
    String csiNumber() {
        return device.substring("csi".length());
    }
}
