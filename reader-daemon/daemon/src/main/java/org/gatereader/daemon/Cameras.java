package org.gatereader.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.hal.BusReset;
import org.gatereader.hal.UsbReset;
import org.gatereader.hal.camera.Camera;
import org.gatereader.hal.camera.CaptureSettings;
import org.gatereader.hal.camera.CaptureTool;
import org.gatereader.hal.camera.FileScene;
import org.gatereader.hal.camera.LiveScene;
import org.gatereader.hal.camera.Picture;
import org.gatereader.hal.camera.Scene;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.hal.camera.ToolCapture;
import org.gatereader.hal.camera.WebcamCamera;

/** The camera that a configuration names. */
final class Cameras {
    private static final String NAME = "camera";

    /** How long each picture of a folder is held before the simulated camera. */
    private static final Duration PICTURE_DURATION = Duration.ofSeconds(3);

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private Cameras() {}

    /** Closed, and whether it is there is not asked yet. */
    static Camera of(Configuration configuration, LongSupplier nanos) {
        return configuration.isCameraReal()
                ? webcam(configuration, configuration.cameraDevice().orElseThrow(), nanos)
                : new SimulatedCamera(
                        NAME, scene(configuration), configuration.cameraFramesPerSecond(), nanos);
    }

    private static Camera webcam(Configuration configuration, String device, LongSupplier nanos) {
        var settings =
                new CaptureSettings(
                        configuration
                                .cameraCapture()
                                .map(word -> CaptureTool.valueOf(word.toUpperCase(Locale.ROOT))),
                        device,
                        new CaptureSettings.Size(
                                configuration.cameraWidth(), configuration.cameraHeight()),
                        configuration.cameraFramesPerSecond());
        Optional<BusReset> bus =
                configuration.isCameraResetAllowed()
                        ? Optional.of(UsbReset.ofCamera(NAME, Path.of(device)))
                        : Optional.empty();
        return new WebcamCamera(NAME, new ToolCapture(NAME, settings), bus, nanos);
    }

    private static Scene scene(Configuration configuration) {
        return configuration
                .cameraPath()
                .<Scene>map(path -> new FileScene(path, PICTURE_DURATION))
                .orElseGet(() -> new LiveScene(nothing()));
    }

    /** What a live camera sees before anybody pushes a picture: one grey wall. */
    private static Picture nothing() {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) 0x80);
        return new Picture(luma, WIDTH, HEIGHT, WIDTH);
    }
}
