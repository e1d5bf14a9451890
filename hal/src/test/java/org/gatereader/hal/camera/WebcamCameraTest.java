package org.gatereader.hal.camera;

import static org.gatereader.hal.camera.ChildProgram.HEIGHT;
import static org.gatereader.hal.camera.ChildProgram.WIDTH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.HandClock;
import org.gatereader.hal.camera.Camera.Light;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real child processes, each behaving as a capture program has been seen to behave. */
@Timeout(60)
class WebcamCameraTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir Path directory;
    private @Nullable ChildProgram program;
    private @Nullable WebcamCamera camera;

    @AfterEach
    void letGo() {
        if (camera != null) {
            camera.close();
        }
    }

    @Test
    void givesTheFramesOfItsProgram() throws Exception {
        opened("frames A");
        Frame frame = next();
        byte[] expected = new byte[WIDTH * HEIGHT];
        Arrays.fill(expected, (byte) 'A');
        assertArrayEquals(expected, frame.luma());
        assertEquals(WIDTH, frame.width());
        assertEquals(HEIGHT, frame.height());
    }

    @Test
    void aProgramThatDiesIsTheProblemWithItsLastWords() throws Exception {
        opened("echo starting >&2; frame A; printf 'no space\\tleft on bus\\n' >&2; exit 1");
        assertEquals("camera: the frames ended: no space?left on bus", failure().getMessage());
    }

    @Test
    void halfAFrameIsNoFrame() throws Exception {
        opened("frame A | head -c 1000");
        assertEquals(
                "camera: expected whole frames, the last one was cut off", failure().getMessage());
    }

    @Test
    void aProgramThatFloodsIsNotBelieved() throws Exception {
        opened("cat /dev/zero");
        assertEquals(
                "camera: expected at most 240 frames a second, got more", failure().getMessage());
    }

    @Test
    void aFrozenProgramIsSilentAndKilledAndTheNextOneGivesFrames() throws Exception {
        opened("frames A");
        next();
        program().freeze();
        awaitSilence();
        var frozen = program().process();
        camera().close();
        assertFalse(frozen.isAlive());
        camera().open();
        next();
    }

    @Test
    void closingKillsWhatTheProgramStartedToo() throws Exception {
        opened("sleep 1000 & echo $! > \"${0%/*}/child\"; frames A");
        next();
        var child = program().process("child");
        assertTrue(child.isAlive());
        camera().close();
        child.onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void aProgramThatComplainsForEverStillGivesFrames() throws Exception {
        opened("yes 'a complaint that nobody reads' >&2 & frames A");
        for (int i = 0; i < 30; i++) {
            next();
        }
    }

    @Test
    void openingAnOpenCameraStartsNoSecondProgram() throws Exception {
        opened("frames A");
        next();
        var first = program().process();
        camera().open();
        next();
        assertEquals(first, program().process());
    }

    @Test
    void closingTwiceIsTheSameAsOnce() throws Exception {
        opened("frames A");
        camera().close();
        camera().close();
        assertThrows(DeviceException.class, () -> camera().nextFrame(Duration.ZERO));
    }

    @Test
    void asksTheDeviceForLightBesideItsFramesAndForItsOwnAtEachOpening() throws Exception {
        program = new ChildProgram(directory.resolve("capture"), "frames A\n");
        Path less = directory.resolve("less");
        Path own = directory.resolve("own");
        var exposing =
                Map.of(
                        Light.LESS, List.of("/usr/bin/touch", less.toString()),
                        Light.AS_IT_IS, List.of("/usr/bin/touch", own.toString()));
        var stream = program.capture().plan();
        Capture capture = () -> new Capture.Stream(stream.command(), stream.layout(), exposing);
        camera = new WebcamCamera("camera", capture, Optional.empty(), new HandClock());
        camera.open();
        awaitFile(own);
        camera.expose(Light.LESS);
        awaitFile(less);
        // Nothing is known for more: the light stays what it is.
        camera.expose(Light.MORE);
        next();
    }

    @Test
    void saysWhichProgramCanNotBeStarted() {
        Capture absent =
                () ->
                        new Capture.Stream(
                                List.of("/nonexistent/v4l2-ctl"), FrameLayout.grey(WIDTH, HEIGHT));
        var webcam = new WebcamCamera("camera", absent, Optional.empty(), new HandClock());
        var failure = assertThrows(DeviceException.class, webcam::open);
        assertEquals("camera: /nonexistent/v4l2-ctl can not be started", failure.getMessage());
    }

    private void opened(String script) throws IOException, DeviceException {
        program = new ChildProgram(directory.resolve("capture"), script + "\n");
        camera = new WebcamCamera("camera", program.capture(), Optional.empty(), new HandClock());
        camera.open();
    }

    private Frame next() throws DeviceException {
        return camera().nextFrame(LONG).orElseThrow();
    }

    /** What is still in the pipe comes first. */
    private void awaitSilence() throws DeviceException {
        Optional<Frame> frame;
        do {
            frame = camera().nextFrame(SHORT);
        } while (frame.isPresent());
    }

    private void awaitFile(Path file) throws DeviceException {
        while (!Files.exists(file)) {
            next();
        }
    }

    private DeviceException failure() {
        return assertThrows(
                DeviceException.class,
                () -> {
                    while (true) {
                        camera().nextFrame(LONG);
                    }
                });
    }

    private WebcamCamera camera() {
        return Objects.requireNonNull(camera);
    }

    private ChildProgram program() {
        return Objects.requireNonNull(program);
    }
}
