package org.gatereader.daemon.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.intake.CameraExamination;
import org.gatereader.daemon.intake.CameraIntake;
import org.gatereader.hal.camera.LiveScene;
import org.gatereader.hal.camera.Picture;
import org.gatereader.hal.camera.SimulatedCamera;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera from which nothing comes, or too little. */
class CameraProbeTest {
    private static final int EXPECTED_RATE = 15;

    /** As a gate's frames are while it is still interpreted; half of what is expected is enough. */
    @ParameterizedTest
    @CsvSource({"5, 15, PASS", "9, 7.6, PASS", "9, 7.4, WARN", "13, 15, WARN"})
    void callsACameraSlowOnlyIfItStaysSo(int slowFrames, double rateThen, State told) {
        var camera = new SteppedCamera();
        CameraProbe probe = probe(Duration.ofSeconds(2), Optional.empty(), camera.intake::examine);
        Optional<Finding> found = Optional.empty();
        for (int frame = 0; found.isEmpty(); frame++) {
            camera.frameAfter(frame < slowFrames ? 0.5 : 1 / rateThen);
            found = probe.runOnce(camera.nanos);
        }
        assertEquals(told, found.orElseThrow().state(), found.orElseThrow().measured());
    }

    @ParameterizedTest
    @CsvSource({"500, 2", "2000, 2", "4000, 4", "60000, 5"})
    void callsASilentCameraBrokenWhenTheSiteWouldAndWithinFiveSeconds(long silenceMs, int after) {
        CameraProbe probe = probe(Duration.ofMillis(silenceMs), Optional.of("camera: is silent"));
        probe.runOnce(0);
        assertEquals(Optional.empty(), probe.runOnce(Duration.ofSeconds(after).toNanos() - 1));
        Finding found = probe.runOnce(Duration.ofSeconds(after).toNanos()).orElseThrow();
        assertEquals(State.FAIL, found.state());
        assertEquals("camera: is silent", found.measured());
    }

    /** The first picture of a gate that has just been started takes its time. */
    @ParameterizedTest
    @CsvSource({"500, 6", "2000, 6", "4000, 12", "60000, 15"})
    void waitsThreeTimesAsLongWhereTheGateMissesNothing(long silenceMs, int after) {
        CameraProbe probe = probe(Duration.ofMillis(silenceMs), Optional.empty());
        probe.runOnce(0);
        assertEquals(Optional.empty(), probe.runOnce(Duration.ofSeconds(after).toNanos() - 1));
        Finding found = probe.runOnce(Duration.ofSeconds(after).toNanos()).orElseThrow();
        assertEquals(State.FAIL, found.state());
        assertEquals("no frame in " + after + " s", found.measured());
    }

    @Test
    void saysWhatTheCameraSaidOfItself() {
        CameraProbe probe = probe(Duration.ZERO, Optional.of("camera: is unplugged"));
        probe.runOnce(0);
        Finding found = probe.runOnce(Duration.ofSeconds(2).toNanos()).orElseThrow();
        assertEquals("camera: is unplugged", found.measured());
    }

    private static CameraProbe probe(Duration silence, Optional<String> problem) {
        return probe(silence, problem, _ -> {});
    }

    private static CameraProbe probe(
            Duration silence,
            Optional<String> problem,
            Consumer<@Nullable CameraExamination> camera) {
        var expected = new CameraProbe.Expected(EXPECTED_RATE, silence);
        return new CameraProbe(new CameraProbe.Wires(camera, () -> problem, expected));
    }

    /** A camera before a wall, whose frames are taken from it when the test says so. */
    private static final class SteppedCamera {
        private static final int RATE_MAX = 240;

        private long nanos;
        private final CameraIntake intake =
                new CameraIntake(
                        new SimulatedCamera("camera", wall(), RATE_MAX, () -> nanos),
                        new CameraIntake.IntakeSettings(
                                Duration.ofSeconds(1), Duration.ofSeconds(2)),
                        new CameraIntake.Wires(
                                new ArrayBlockingQueue<>(1), _ -> true, _ -> {}, List::of),
                        () -> nanos);

        void frameAfter(double seconds) {
            nanos += (long) (seconds * 1e9);
            intake.runOnce(Duration.ZERO);
        }

        private static LiveScene wall() {
            byte[] luma = new byte[64 * 64];
            Arrays.fill(luma, (byte) 0x80);
            return new LiveScene(new Picture(luma, 64, 64, 64));
        }
    }
}
