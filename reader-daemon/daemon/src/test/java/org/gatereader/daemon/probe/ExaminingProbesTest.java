package org.gatereader.daemon.probe;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gatereader.daemon.intake.CameraExamination;
import org.gatereader.daemon.intake.NfcExamination;
import org.gatereader.daemon.probe.SelfTest.Attendance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The probes for which a device's own thread looks. */
class ExaminingProbesTest {
    private final AtomicReference<@Nullable CameraExamination> camera = new AtomicReference<>();
    private final AtomicReference<@Nullable NfcExamination> reader = new AtomicReference<>();

    @Test
    void theCameraLooksForNoTestThatWasCutShort() {
        var expected = new CameraProbe.Expected(15, Duration.ofSeconds(2));
        var wires = new CameraProbe.Wires(camera::set, Optional::empty, expected);
        for (Probe probe :
                List.of(new CameraProbe(wires), new CodeProbe(camera::set, Attendance.ATTENDED))) {
            probe.runOnce(0);
            assertNotNull(camera.get());
            probe.letGo();
            assertNull(camera.get());
        }
    }

    @Test
    void theReaderIsAskedForNoTestThatWasCutShort() {
        var probe = new NfcProbe(Optional.of(new Taps()));
        probe.runOnce(0);
        assertNotNull(reader.get());
        probe.letGo();
        assertNull(reader.get());
    }

    private final class Taps implements TapsUnderTest {
        @Override
        public void examine(@Nullable NfcExamination examination) {
            reader.set(examination);
        }

        @Override
        public Optional<String> readerProblem() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> proofEndsAt() {
            return Optional.empty();
        }
    }
}
