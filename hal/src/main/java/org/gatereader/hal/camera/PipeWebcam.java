package org.gatereader.hal.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.camera.Camera.Light;
import org.jspecify.annotations.Nullable;

/**
 * A webcam, as webcam-capture has it, that is a child process writing raw frames to a pipe: a
 * driver that hangs or crashes takes the child with it and not the gate. It is its own driver, of
 * one device.
 */
final class PipeWebcam implements WebcamDriver, WebcamDevice, WebcamDevice.BufferAccess {
    private final String name;
    private final Capture capture;
    private final LongSupplier nanos;
    private @Nullable ChildProcess child;
    private @Nullable FramePump pump;
    private @Nullable FrameLayout layout;
    private @Nullable Frame frame;
    private Map<Light, List<String>> exposing = Map.of();
    private @Nullable ChildProcess exposer;

    PipeWebcam(String name, Capture capture, LongSupplier nanos) {
        this.name = name;
        this.capture = capture;
        this.nanos = nanos;
    }

    /**
     * Waits for a frame, which {@link #getImageBytes} then gives.
     *
     * @return whether one came in time
     * @throws DeviceException if none will come any more
     */
    boolean await(Duration wait) throws DeviceException {
        // The bytes of a frame that was given out are its receiver's.
        frame = null;
        if (child == null || pump == null) {
            throw new DeviceException(name, "is not open");
        }
        try {
            frame = pump.await(wait).orElse(null);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Optional<String> end = pump.end();
        String words = child.lastWords();
        if (frame == null && end.isPresent()) {
            String reason = end.get();
            throw new DeviceException(name, words.isEmpty() ? reason : reason + ": " + words);
        }
        return frame != null;
    }

    /** Asks the device for light, in the background and one at a time. */
    void expose(Light light) throws DeviceException {
        if (exposer != null) {
            exposer.kill();
        }
        List<String> command = exposing.get(light);
        exposer = command == null ? null : ChildProcess.start(name, command);
    }

    /** The frame that came last, with the moment at which it came. */
    Optional<Frame> frame() {
        return Optional.ofNullable(frame);
    }

    @Override
    public void open() {
        if (isOpen()) {
            return;
        }
        try {
            if (child != null && child.isAlive()) {
                // A second one would find the device busy, and there must never be a crowd.
                throw new DeviceException(name, "its last capture process can not be killed");
            }
            Capture.Stream stream = capture.plan();
            layout = stream.layout();
            exposing = stream.exposing();
            // A device keeps what it was last told, also by a process that is no more.
            expose(Light.AS_IT_IS);
            child = ChildProcess.start(name, stream.command());
            pump = new FramePump(child.output(), stream.layout(), nanos);
        } catch (DeviceException failure) {
            throw new WebcamException(failure);
        }
        var thread = new Thread(pump, name + "-pipe");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        if (exposer != null && exposer.kill()) {
            exposer = null;
        }
        if (child != null && child.kill()) {
            child = null;
        }
        pump = null;
        frame = null;
    }

    @Override
    public void dispose() {
        close();
    }

    @Override
    public boolean isOpen() {
        return pump != null;
    }

    /** The luma of the frame that came last, not a copy; null before there is one. */
    @Override
    public @Nullable ByteBuffer getImageBytes() {
        return frame == null ? null : ByteBuffer.wrap(frame.luma());
    }

    @Override
    public void getImageBytes(ByteBuffer target) {
        if (frame != null) {
            target.put(frame.luma());
        }
    }

    /** The same as a picture; the gate has no use for one. */
    @Override
    public @Nullable BufferedImage getImage() {
        if (frame == null) {
            return null;
        }
        var image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.luma());
        return image;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Dimension[] getResolutions() {
        return new Dimension[] {getResolution()};
    }

    /** What the device gives; 1 × 1 before it was opened. */
    @Override
    public Dimension getResolution() {
        return layout == null
                ? new Dimension(1, 1)
                : new Dimension(layout.width(), layout.height());
    }

    /** Not heard: the configuration says the size, and the device has the last word. */
    @Override
    public void setResolution(Dimension size) {}

    @Override
    public List<WebcamDevice> getDevices() {
        return List.of(this);
    }

    /** Whoever owns the camera calls in its own thread; the library shall not bring another. */
    @Override
    public boolean isThreadSafe() {
        return true;
    }
}
