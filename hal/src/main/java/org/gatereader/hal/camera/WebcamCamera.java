package org.gatereader.hal.camera;

import com.github.sarxos.webcam.Webcam;
import com.github.sarxos.webcam.WebcamException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.hal.BusReset;
import org.gatereader.hal.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * A real camera through webcam-capture, with our own driver under it: {@link PipeWebcam}. One to a
 * process, for the library's choice of a driver is the whole process's.
 */
public final class WebcamCamera implements Camera {
    private final String name;
    private final PipeWebcam device;
    private final Optional<BusReset> bus;
    private @Nullable Webcam webcam;

    /**
     * @param bus what carries the camera, if a technician has allowed to reset it
     * @param nanos monotonic; the frames' times are read from it
     */
    public WebcamCamera(String name, Capture capture, Optional<BusReset> bus, LongSupplier nanos) {
        this.name = name;
        this.bus = bus;
        this.device = new PipeWebcam(name, capture, nanos);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * {@inheritDoc} A frame comes when the camera has warmed up, which is its owner's to wait for.
     */
    @Override
    public void open() throws DeviceException {
        Webcam opening = webcam == null ? found() : webcam;
        webcam = opening;
        try {
            opening.open();
        } catch (WebcamException failure) {
            if (failure.getCause() instanceof DeviceException cause) {
                throw cause;
            }
            throw new DeviceException(name, "webcam-capture could not open it");
        }
    }

    @Override
    public Optional<BusReset> bus() {
        return bus;
    }

    @Override
    public Optional<Frame> nextFrame(Duration wait) throws DeviceException {
        if (webcam == null || !webcam.isOpen()) {
            throw new DeviceException(name, "is not open");
        }
        if (!device.await(wait)) {
            return Optional.empty();
        }
        return device.frame();
    }

    @Override
    public void expose(Light light) throws DeviceException {
        device.expose(light);
    }

    @Override
    public void close() {
        if (webcam != null) {
            webcam.close();
        }
        // Also where the library believes that it never opened.
        device.close();
    }

    /** Without the library's discovery, a thread with a deadline to find the one that is here. */
    private Webcam found() {
        Webcam.setAutoOpenMode(false);
        Webcam.setDriver(device);
        Webcam found = new Webcam(device) {};
        // It would write a lock file into /tmp every two seconds, for the life of an SD card.
        found.getLock().disable();
        return found;
    }
}
