package org.gatereader.hal.camera;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.SimulatedDevice;
import org.jspecify.annotations.Nullable;

/**
 * A camera without hardware, which looks at a {@link Scene} at its own frame rate. Broken from any
 * thread; opened, asked and closed by its owner's.
 */
public final class SimulatedCamera implements Camera, SimulatedDevice {
    /** What can be wrong with it; one at a time. */
    public enum Fault {
        /** Gone: opening and asking fail. */
        UNPLUGGED,
        /** There, and no frame ever comes (field failure F1). */
        SILENT,
        /** Frames come, and nothing is on them: a covered lens, a light that is off. */
        DARK
    }

    private static final byte NEARLY_BLACK = 6;

    private final String name;
    private final Scene scene;
    private final long periodNanos;
    private final LongSupplier nanos;
    private volatile @Nullable Fault fault;
    private volatile Light light = Light.AS_IT_IS;
    private boolean isOpen;
    private boolean hasLooked;
    private long lookedAtNanos;

    /**
     * @param framesPerSecond 1..240; a slow reader gets the newest frame and misses the others
     * @param nanos monotonic; the frames' times are read from it
     */
    public SimulatedCamera(String name, Scene scene, int framesPerSecond, LongSupplier nanos) {
        if (framesPerSecond < 1 || framesPerSecond > 240) {
            throw new IllegalArgumentException("camera: expected 1..240 frames a second");
        }
        this.name = name;
        this.scene = scene;
        this.periodNanos = Duration.ofSeconds(1).toNanos() / framesPerSecond;
        this.nanos = nanos;
    }

    /** Breaks it, in place of what was broken before, until it is mended. */
    public void suffer(Fault newFault) {
        fault = newFault;
    }

    /** Takes the fault away; one that was unplugged has to be opened again. */
    public void mend() {
        fault = null;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open() throws DeviceException {
        requirePlugged();
        scene.begin();
        isOpen = true;
        light = Light.AS_IT_IS;
        hasLooked = false;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The waiting is real, the time on the frame is the injected clock's: a test that steps time
     * by hand waits 0.
     */
    @Override
    public Optional<Frame> nextFrame(Duration wait) throws DeviceException {
        requirePlugged();
        if (!isOpen) {
            throw new DeviceException(name, "is not open");
        }
        long waitNanos = Math.min(wait.toNanos(), nanosToNextFrame());
        if (waitNanos > 0) {
            LockSupport.parkNanos(this, waitNanos);
            requirePlugged();
        }
        return nanosToNextFrame() > 0 ? Optional.empty() : Optional.of(look());
    }

    /** Remembered, and without effect: the scene is what it is. */
    @Override
    public void expose(Light newLight) {
        light = newLight;
    }

    /** What it was last asked for. */
    public Light light() {
        return light;
    }

    @Override
    public void close() {
        isOpen = false;
    }

    private long nanosToNextFrame() {
        if (fault == Fault.SILENT) {
            return Long.MAX_VALUE;
        }
        return hasLooked ? periodNanos - (nanos.getAsLong() - lookedAtNanos) : 0;
    }

    private Frame look() throws DeviceException {
        hasLooked = true;
        lookedAtNanos = nanos.getAsLong();
        Picture picture = scene.at(lookedAtNanos);
        return new Frame(fault == Fault.DARK ? darkened(picture) : picture, lookedAtNanos);
    }

    private static Picture darkened(Picture picture) {
        byte[] luma = new byte[picture.width() * picture.height()];
        Arrays.fill(luma, NEARLY_BLACK);
        return new Picture(luma, picture.width(), picture.height(), picture.width());
    }

    private void requirePlugged() throws DeviceException {
        if (fault == Fault.UNPLUGGED) {
            isOpen = false;
            throw new DeviceException(name, "is unplugged");
        }
    }
}
