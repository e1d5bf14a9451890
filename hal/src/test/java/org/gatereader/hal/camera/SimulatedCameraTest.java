package org.gatereader.hal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.HandClock;
import org.gatereader.hal.camera.SimulatedCamera.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedCameraTest {
    private static final int FRAMES_PER_SECOND = 25;
    private static final long PERIOD_MILLIS = 40;

    private final HandClock clock = new HandClock();
    private final LiveScene scene = new LiveScene(grey(10));
    private final SimulatedCamera camera =
            new SimulatedCamera("camera", scene, FRAMES_PER_SECOND, clock);

    @BeforeEach
    void open() throws DeviceException {
        camera.open();
    }

    @Test
    void givesOneFrameAPeriod() throws DeviceException {
        assertTrue(frame().isPresent());
        clock.advanceMillis(PERIOD_MILLIS - 1);
        assertFalse(frame().isPresent());
        clock.advanceMillis(1);
        assertTrue(frame().isPresent());
    }

    @Test
    void givesTheNewestPictureAndNoneThatWasPushedBefore() throws DeviceException {
        scene.push(grey(20));
        scene.push(grey(30));
        assertEquals(30, brightness(frame()));
        clock.advanceMillis(10 * PERIOD_MILLIS);
        assertEquals(30, brightness(frame()));
        assertFalse(frame().isPresent());
    }

    @Test
    void stampsAFrameWithTheMomentItWasTaken() throws DeviceException {
        clock.advanceMillis(5);
        assertEquals(clock.getAsLong(), frame().orElseThrow().capturedAtNanos());
    }

    @Test
    void waitsNoLongerThanItIsAllowedTo() throws DeviceException {
        frame();
        assertFalse(camera.nextFrame(Duration.ofNanos(1)).isPresent());
    }

    @Test
    void saysThatItIsUnpluggedUntilItIsPluggedInAndOpenedAgain() throws DeviceException {
        camera.suffer(Fault.UNPLUGGED);
        assertThrows(DeviceException.class, this::frame);
        assertThrows(DeviceException.class, camera::open);
        camera.mend();
        assertThrows(DeviceException.class, this::frame);
        camera.open();
        assertTrue(frame().isPresent());
    }

    @Test
    void saysNothingAtAllWhenItHangs() throws DeviceException {
        camera.suffer(Fault.SILENT);
        clock.advance(Duration.ofHours(1));
        assertFalse(frame().isPresent());
        camera.mend();
        assertTrue(frame().isPresent());
    }

    @Test
    void seesNothingInTheDark() throws DeviceException {
        scene.push(grey(200));
        camera.suffer(Fault.DARK);
        assertTrue(brightness(frame()) < 10);
    }

    @Test
    void takesRatesFromOneToTwoHundredAndFortyFramesASecond() {
        new SimulatedCamera("camera", scene, 240, clock);
        assertThrows(
                IllegalArgumentException.class,
                () -> new SimulatedCamera("camera", scene, 241, clock));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SimulatedCamera("camera", scene, 0, clock));
    }

    private Optional<Frame> frame() throws DeviceException {
        return camera.nextFrame(Duration.ZERO);
    }

    private static int brightness(Optional<Frame> frame) {
        return frame.orElseThrow().luma()[0] & 0xFF;
    }

    private static Picture grey(int level) {
        return new Picture(new byte[] {(byte) level}, 1, 1, 1);
    }
}
