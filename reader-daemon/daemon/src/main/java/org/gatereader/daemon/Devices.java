package org.gatereader.daemon;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.SimulatedDevice;
import org.gatereader.hal.camera.Camera;
import org.gatereader.hal.camera.FileScene;
import org.gatereader.hal.camera.LiveScene;
import org.gatereader.hal.camera.Picture;
import org.gatereader.hal.camera.Scene;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.hal.gpio.Indicator;

/** Every device of one gate, closed until the thread that owns it opens it. */
public record Devices(Camera camera, GateDevices gate, Indicator indicator) {
    /** How long each picture of a folder is held before the camera. */
    private static final Duration PICTURE_DURATION = Duration.ofSeconds(3);

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    /**
     * The devices that a configuration names.
     *
     * @param nanos the process's monotonic clock
     * @throws DeviceException if a GPIO line is not there or held by somebody: a gate that is wired
     *     otherwise than it was told must not start
     */
    static Devices of(Configuration configuration, LongSupplier nanos) throws DeviceException {
        var wiring = new GateWiring(configuration);
        var camera =
                new SimulatedCamera(
                        "camera",
                        scene(configuration),
                        configuration.cameraFramesPerSecond(),
                        nanos);
        return new Devices(
                camera,
                new GateDevices(wiring.relay(nanos), wiring.contacts()),
                wiring.indicator(nanos));
    }

    /** Whether anything here reaches hardware: only where nothing does may public keys serve. */
    TrustStore.Drivers drivers() {
        return all().allMatch(SimulatedDevice.class::isInstance)
                ? TrustStore.Drivers.ALL_SIMULATED
                : TrustStore.Drivers.SOME_REAL;
    }

    private Stream<Device> all() {
        var contacts = gate.contacts();
        return Stream.concat(
                Stream.of(camera, gate.relay(), indicator),
                Stream.of(contacts.fire(), contacts.tamper(), contacts.exit(), contacts.passage())
                        .flatMap(Optional::stream));
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
