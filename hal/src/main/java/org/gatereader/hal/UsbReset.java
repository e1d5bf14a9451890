package org.gatereader.hal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a USB device off its port and puts it back, by the kernel's own switch (Linux,
 * Documentation/usb/authorization.rst): its drivers let go of it and start anew.
 */
public final class UsbReset implements BusReset {
    private static final String SWITCH = "authorized";

    /** Smart Card, as the USB-IF numbers the classes of interfaces. */
    private static final String CARD_READER_CLASS = "0b";

    private final String device;
    private final String expected;
    private final Place place;
    private @Nullable Path port;

    /** Where sysfs shows the device now: itself, or anything below it; several, if unsure. */
    @FunctionalInterface
    private interface Place {
        List<Path> find() throws IOException;
    }

    /**
     * Of a camera.
     *
     * @param device its name, for what goes wrong
     * @param node the file by which it is opened, a symbolic link too
     */
    public static UsbReset ofCamera(String device, Path node) {
        return ofCamera(device, node, Path.of("/sys/class/video4linux"));
    }

    static UsbReset ofCamera(String device, Path node, Path videoClass) {
        return new UsbReset(
                device,
                node + ": expected it on a USB port, found none",
                () -> {
                    Path video = videoClass.resolve(node.toRealPath().getFileName());
                    return List.of(video.resolve("device").toRealPath());
                });
    }

    /**
     * Of the only card reader on USB: pcscd tells no file by which it could be found.
     *
     * @param device its name, for what goes wrong
     */
    public static UsbReset ofCardReader(String device) {
        return ofCardReader(device, Path.of("/sys/bus/usb/devices"));
    }

    static UsbReset ofCardReader(String device, Path usb) {
        return new UsbReset(
                device,
                "expected one card reader on USB, found none or several",
                () -> cardReaders(usb));
    }

    private UsbReset(String device, String expected, Place place) {
        this.device = device;
        this.expected = expected;
        this.place = place;
        locate();
    }

    @Override
    public void reset() throws DeviceException {
        locate();
        if (port == null) {
            throw new DeviceException(device, expected);
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
            List<Path> found =
                    place.find().stream()
                            .flatMap(each -> usbDevice(each).stream())
                            .distinct()
                            .toList();
            port = found.size() == 1 ? found.getFirst() : port;
        } catch (IOException | DirectoryIteratorException _) {
            // Not there now.
        }
    }

    /** Their interfaces; a reader may have several. */
    private static List<Path> cardReaders(Path usb) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> interfaces = Files.newDirectoryStream(usb, "*:*")) {
            for (Path each : interfaces) {
                Path ofClass = each.resolve("bInterfaceClass");
                if (Files.readString(ofClass).strip().equals(CARD_READER_CLASS)) {
                    found.add(each.toRealPath());
                }
            }
        }
        return found;
    }

    private static Optional<Path> usbDevice(Path place) {
        for (Path each = place; each != null; each = each.getParent()) {
            if (isUsbDevice(each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Interfaces have the switch, too; only a whole device has a vendor. */
    private static boolean isUsbDevice(Path directory) {
        return Files.exists(directory.resolve(SWITCH))
                && Files.exists(directory.resolve("idVendor"));
    }
}
