package org.gatereader.hal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.camera.CaptureSettings.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With programs that answer as the real ones do; their answers are of v4l2-ctl 1.22 and vivid. */
@Timeout(60)
class ToolCaptureTest {
    private static final String YUYV =
            """
            Frame rate set to 15.000 fps
            Format Video Capture:
                    Width/Height      : 640/480
                    Pixel Format      : 'YUYV' (YUYV 4:2:2)
                    Field             : None
                    Bytes per Line    : 1344
                    Size Image        : 645120
            """;

    @TempDir Path programs;

    @Test
    void readsAVideoDeviceWithTheSizeAndThePaddingThatItAnswers() throws Exception {
        install("v4l2-ctl", "cat <<'END'\n" + YUYV + "END\n");
        var stream = plan("/dev/video0");
        assertEquals(640, stream.layout().width());
        assertEquals(480, stream.layout().height());
        // The padded frame, and the header of eight bytes before each.
        assertEquals(1344 * 480 + 8, stream.layout().bytes());
        assertEquals(programs.resolve("v4l2-ctl").toString(), stream.command().getFirst());
        assertTrue(
                stream.command().contains("width=650,height=470,pixelformat=YUYV"),
                stream.command().toString());
    }

    @Test
    void takesGreyWhereTheDeviceHasNoYuyv() throws Exception {
        install(
                "v4l2-ctl",
                """
                echo "        Width/Height      : 640/480"
                echo "        Pixel Format      : 'GREY' (8-bit Greyscale)"
                echo "        Bytes per Line    : 640"
                echo "        Size Image        : 307200"
                """);
        var stream = plan("/dev/video0");
        assertEquals(307_200 + 8, stream.layout().bytes());
        assertTrue(
                stream.command().contains("width=650,height=470,pixelformat=GREY"),
                stream.command().toString());
    }

    @Test
    void saysWhatToDoWithADeviceThatGivesOnlyJpeg() throws Exception {
        install("v4l2-ctl", "echo \"Pixel Format      : 'MJPG' (Motion-JPEG)\"\n");
        assertEquals(
                "camera: /dev/video0: expected YUYV, GREY, YU12, NV12, got none of them; for JPEG"
                        + " set camera.capture = \"ffmpeg\"",
                failure("/dev/video0"));
    }

    @Test
    void repeatsWhatTheProgramSaysOfAnAbsentDevice() throws Exception {
        install("v4l2-ctl", "echo 'Cannot open device /dev/video9, exiting.' >&2; exit 1\n");
        assertEquals(
                "camera: /dev/video9: Cannot open device /dev/video9, exiting.",
                failure("/dev/video9"));
    }

    @Test
    void doesNotWaitForADeviceThatNeverAnswers() throws Exception {
        install("v4l2-ctl", "exec sleep 1000\n");
        assertEquals("camera: /dev/video0: no answer", failure("/dev/video0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/480", "640/99999", "none"})
    void doesNotBelieveADeviceWhoseAnswerIsNoPicture(String size) throws Exception {
        install("v4l2-ctl", "cat <<'END'\n" + YUYV.replace("640/480", size) + "END\n");
        assertEquals(
                "camera: /dev/video0: expected a picture's size, got none that is one",
                failure("/dev/video0"));
    }

    @Test
    void takesTheRibbonCameraWithItsPaddedRows() throws Exception {
        install("rpicam-vid", "");
        var stream = plan("csi1");
        assertEquals(704 * 470 * 3 / 2, stream.layout().bytes());
        assertEquals("1", argument(stream, "--camera"));
        assertEquals("yuv420", argument(stream, "--codec"));
    }

    @Test
    void takesFfmpegWhereThereIsNothingElse() throws Exception {
        install("ffmpeg", "");
        var stream = plan("/dev/video0");
        assertEquals("/dev/video0", argument(stream, "-i"));
        assertEquals(650 * 470, stream.layout().bytes());
    }

    @Test
    void saysWhichPackageToInstall() {
        assertEquals(
                "camera: expected v4l2-ctl (package v4l-utils), got none", failure("/dev/video0"));
        assertEquals(
                "camera: expected rpicam-vid (package rpicam-apps), got none", failure("csi0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "csi9",
                "/dev/sda",
                "/dev/video0;reboot",
                "/dev/video0 -x",
                "/dev/v4l/by-id/../../sda",
                "/dev/v4l/by-id/a/b",
                "-d",
                "/dev/video0\n",
            })
    void opensNothingThatIsNoCamera(String device) {
        assertThrows(IllegalArgumentException.class, () -> settings(device));
    }

    @Test
    void opensACameraByItsLastingName() {
        assertEquals(
                "/dev/v4l/by-id/usb-046d_HD_Webcam-video-index0",
                settings("/dev/v4l/by-id/usb-046d_HD_Webcam-video-index0").device());
    }

    private void install(String program, String script) throws Exception {
        var file = Files.writeString(programs.resolve(program), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Capture.Stream plan(String device) throws DeviceException {
        return new ToolCapture("camera", settings(device), List.of(programs)).plan();
    }

    private String failure(String device) {
        var failure = assertThrows(DeviceException.class, () -> plan(device));
        return String.valueOf(failure.getMessage());
    }

    private static CaptureSettings settings(String device) {
        return new CaptureSettings(Optional.empty(), device, new Size(650, 470), 15);
    }

    private static String argument(Capture.Stream stream, String option) {
        return stream.command().get(stream.command().indexOf(option) + 1);
    }
}
