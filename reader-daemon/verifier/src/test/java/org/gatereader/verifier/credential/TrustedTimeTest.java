package org.gatereader.verifier.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, Clock: u = 0.5 s + drift × time since the synchronisation, at most 10 s. */
class TrustedTimeTest {
    private static final Instant NOW = Instant.parse("2030-01-01T03:00:00Z");

    @ParameterizedTest(name = "{0} s at {1} ppm")
    @CsvSource({
        "0, 50, 500",
        "3600, 50, 680",
        "86400, 50, 4820",
        "190000, 50, 10000",
        "50000, 2, 600"
    })
    void uGrowsWithTheTimeSinceTheSynchronisation(long seconds, long driftPpm, long millis) {
        var time = TrustedTime.synchronised(NOW, Duration.ofSeconds(seconds), driftPpm);
        assertEquals(new TrustedTime(NOW, Duration.ofMillis(millis), true), time);
    }

    @Test
    void aClockIsNoLongerTrustedOnceUExceeds10Seconds() {
        var time = TrustedTime.synchronised(NOW, Duration.ofSeconds(190_001), 50);
        assertFalse(time.isTrusted());
        assertEquals(Duration.ofSeconds(10), time.uncertainty());
    }

    @Test
    void theLatestThatItCanBeIsWithinUOfATrustedClock() {
        var time = TrustedTime.synchronised(NOW, Duration.ZERO, 50);
        assertEquals(NOW.plusMillis(500), time.latest());
    }

    /** A gate that begins in 1970 must be able to take a list that was made since. */
    @Test
    void aClockThatNothingVouchesForCanBeAnyTimeLater() {
        assertTrue(TrustedTime.untrusted(Instant.EPOCH).latest().isAfter(NOW));
    }
}
