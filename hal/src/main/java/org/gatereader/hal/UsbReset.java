package org.gatereader.hal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Takes a USB device off its port and puts it back, by the kernel's own switch (Linux,
 * Documentation/usb/authorization.rst): its drivers let go of it and start anew.
 */
public final class UsbReset implements BusReset {
    private static final String SWITCH = "authorized";

    private final String device;
    private final Path node;
    private final Path videoClass;
    private @Nullable Path port;

    /**
     * Of a camera.
     *
     * @param device its name, for what goes wrong
     * @param node the file by which it is opened, a symbolic link too
     */
    public static UsbReset ofCamera(String device, Path node) {
        return new UsbReset(device, node, Path.of("/sys/class/video4linux"));
    }

    UsbReset(String device, Path node, Path videoClass) {
        this.device = device;
        this.node = node;
        this.videoClass = videoClass;
        locate();
    }

    @Override
    public void reset() throws DeviceException {
        locate();
        if (port == null) {
            throw new DeviceException(device, node + ": expected it on a USB port, found none");
        }
        Path authorized = port.resolve(SWITCH);
        try {
            Files.writeString(authorized, "0", StandardOpenOption.WRITE);
            Files.writeString(authorized, "1", StandardOpenOption.WRITE);
        } catch (IOException _) {
            throw new DeviceException(device, authorized + ": expected to be allowed to write it");
        }
    }

    /** A wedged device may have left the tree: where it was last is then where to look. */
    private void locate() {
        try {
            Path video = videoClass.resolve(node.toRealPath().getFileName()).resolve("device");
            Path found = video.toRealPath();
            while (found != null && !isUsbDevice(found)) {
                found = found.getParent();
            }
            port = found == null ? port : found;
        } catch (IOException _) {
            // Not there now.
        }
    }

    /** Interfaces have the switch, too; only a whole device has a vendor. */
    private static boolean isUsbDevice(Path directory) {
        return Files.exists(directory.resolve(SWITCH))
                && Files.exists(directory.resolve("idVendor"));
    }
}
