package org.gatereader.daemon;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.gate.GateState;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.hal.DeviceHealth.Counters;
import org.gatereader.hal.DeviceHealth.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LastResortTest {
    private static final Duration LONG = Duration.ofHours(5);
    private static final DeviceHealth SILENT = intake(State.FAILED, LastResort.SILENCE);
    private static final DeviceHealth NEVER_SEEN =
            new DeviceHealth("nfc", State.FAILED, Optional.empty(), new Counters(9, 0, 0));

    @Test
    void endsAProcessInWhichNothingReadsAnyMore() {
        assertTrue(LastResort.isDue(GateState.LOCKED, List.of(SILENT), LONG));
        assertTrue(LastResort.isDue(GateState.LOCKED, List.of(SILENT, NEVER_SEEN), LONG));
    }

    @Test
    void endsAProcessWhoseThreadHangsInADriverAndReportsNothing() {
        var hung = intake(State.WORKING, LastResort.SILENCE);
        assertTrue(LastResort.isDue(GateState.LOCKED, List.of(hung), LONG));
    }

    @Test
    void leavesAProcessInWhichOneChannelStillReads() {
        var nfc = intake(State.WORKING, Duration.ofSeconds(2));
        assertFalse(LastResort.isDue(GateState.LOCKED, List.of(SILENT, nfc), LONG));
    }

    @Test
    void givesTheOtherStepsTheirTime() {
        var lately = intake(State.FAILED, LastResort.SILENCE.minusNanos(1));
        assertFalse(LastResort.isDue(GateState.LOCKED, List.of(lately), LONG));
    }

    @Test
    void doesNotGoRoundForADeviceThatThisProcessNeverSaw() {
        assertFalse(LastResort.isDue(GateState.LOCKED, List.of(NEVER_SEEN), LONG));
    }

    @Test
    void doesNotEndAProcessThatHasHardlyBegun() {
        var uptime = LastResort.UPTIME_MIN.minusNanos(1);
        assertFalse(LastResort.isDue(GateState.LOCKED, List.of(SILENT), uptime));
        assertTrue(LastResort.isDue(GateState.LOCKED, List.of(SILENT), LastResort.UPTIME_MIN));
    }

    @ParameterizedTest
    @EnumSource(value = GateState.class, mode = EnumSource.Mode.EXCLUDE, names = "LOCKED")
    void waitsForPeopleFireAndTechnicians(GateState state) {
        assertFalse(LastResort.isDue(state, List.of(SILENT), LONG));
    }

    private static DeviceHealth intake(State state, Duration sinceSign) {
        return new DeviceHealth("camera", state, Optional.of(sinceSign), new Counters(40, 1, 3));
    }
}
