package org.gatereader.daemon.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera from which nothing comes. */
class CameraProbeTest {
    @ParameterizedTest
    @CsvSource({"500, 2", "2000, 2", "4000, 4", "60000, 5"})
    void callsASilentCameraBrokenWhenTheSiteWouldAndWithinFiveSeconds(long silenceMs, int after) {
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
        var expected = new CameraProbe.Expected(15, silence);
        return new CameraProbe(new CameraProbe.Wires(_ -> {}, () -> problem, expected));
    }
}
