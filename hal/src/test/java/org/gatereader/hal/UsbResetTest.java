package org.gatereader.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a copy of what sysfs shows of devices in a hub: device, interface, video node. */
class UsbResetTest {
    @TempDir Path root;
    private Path camera;
    private Path videoClass;
    private Path node;

    @BeforeEach
    void plugIn() throws Exception {
        var bus = root.resolve("devices/usb1");
        camera = bus.resolve("1-1/1-1.2");
        var usbInterface = Files.createDirectories(camera.resolve("1-1.2:1.0"));
        Files.writeString(usbInterface.resolve("authorized"), "1");
        for (var each : new Path[] {bus, bus.resolve("1-1"), camera}) {
            Files.writeString(each.resolve("authorized"), "1");
            Files.writeString(each.resolve("idVendor"), "046d");
        }
        videoClass = root.resolve("class/video4linux");
        var video = Files.createDirectories(videoClass.resolve("video0"));
        Files.createSymbolicLink(video.resolve("device"), usbInterface);
        node = Files.createFile(root.resolve("video0"));
    }

    @Test
    void switchesTheCameraOffAndOnAndNeitherItsInterfaceNorTheHub() throws Exception {
        Files.writeString(camera.resolve("authorized"), "");
        Files.writeString(camera.resolve("1-1.2:1.0/authorized"), "untouched");
        Files.writeString(camera.resolve("../authorized"), "untouched");
        reset().reset();
        assertEquals("1", Files.readString(camera.resolve("authorized")));
        assertEquals("untouched", Files.readString(camera.resolve("1-1.2:1.0/authorized")));
        assertEquals("untouched", Files.readString(camera.resolve("../authorized")));
    }

    @Test
    void findsTheCameraThroughTheNameThatUdevGaveIt() throws Exception {
        var byId = Files.createSymbolicLink(root.resolve("usb-Camera-index0"), node);
        Files.writeString(camera.resolve("authorized"), "");
        UsbReset.ofCamera("camera", byId, videoClass).reset();
        assertEquals("1", Files.readString(camera.resolve("authorized")));
    }

    @Test
    void remembersThePortOfACameraThatHasLeftTheTree() throws Exception {
        var reset = reset();
        Files.delete(videoClass.resolve("video0/device"));
        Files.writeString(camera.resolve("authorized"), "");
        reset.reset();
        assertEquals("1", Files.readString(camera.resolve("authorized")));
    }

    @Test
    void saysThatACameraIsOnNoUsbPort() throws Exception {
        Files.delete(videoClass.resolve("video0/device"));
        var failure = assertThrows(DeviceException.class, reset()::reset);
        assertEquals(
                "camera: " + node + ": expected it on a USB port, found none",
                failure.getMessage());
    }

    @Test
    void saysWhichFileItMayNotWrite() throws Exception {
        var reset = reset();
        Files.delete(camera.resolve("authorized"));
        Files.createDirectory(camera.resolve("authorized"));
        var failure = assertThrows(DeviceException.class, reset::reset);
        assertEquals(
                "camera: "
                        + camera.toRealPath().resolve("authorized")
                        + ": expected to be allowed to write it",
                failure.getMessage());
    }

    @Test
    void findsTheOnlyCardReaderByItsClassAndRemembersItsPort() throws Exception {
        var usb = Files.createDirectories(root.resolve("bus"));
        shown(usb, "1-1.2:1.0", "0e");
        var reader = plugCardReader(usb, "1-1.3");
        var reset = UsbReset.ofCardReader("nfc", usb);
        reset.reset();
        assertEquals("1", Files.readString(reader.resolve("authorized")));
        assertEquals("1", Files.readString(camera.resolve("authorized")));
        Files.delete(usb.resolve("1-1.3:1.0"));
        Files.delete(usb.resolve("1-1.3:1.1"));
        Files.writeString(reader.resolve("authorized"), "");
        reset.reset();
        assertEquals("1", Files.readString(reader.resolve("authorized")));
    }

    @Test
    void takesNoneOfTwoCardReaders() throws Exception {
        var usb = Files.createDirectories(root.resolve("bus"));
        plugCardReader(usb, "1-1.3");
        plugCardReader(usb, "1-1.4");
        var reset = UsbReset.ofCardReader("nfc", usb);
        assertEquals(
                "nfc: expected one card reader on USB, found none or several",
                assertThrows(DeviceException.class, reset::reset).getMessage());
    }

    /** One with two interfaces, for a slot each. */
    private Path plugCardReader(Path usb, String port) throws Exception {
        var reader = Files.createDirectories(camera.resolveSibling(port));
        Files.writeString(reader.resolve("authorized"), "");
        Files.writeString(reader.resolve("idVendor"), "072f");
        shown(usb, port + ":1.0", "0b");
        shown(usb, port + ":1.1", "0b");
        return reader;
    }

    private void shown(Path usb, String name, String usbClass) throws Exception {
        var port = camera.resolveSibling(name.substring(0, name.indexOf(':')));
        var usbInterface = Files.createDirectories(port.resolve(name));
        Files.writeString(usbInterface.resolve("authorized"), "1");
        Files.writeString(usbInterface.resolve("bInterfaceClass"), usbClass + "\n");
        Files.createSymbolicLink(usb.resolve(name), usbInterface);
    }

    private UsbReset reset() {
        return UsbReset.ofCamera("camera", node, videoClass);
    }
}
