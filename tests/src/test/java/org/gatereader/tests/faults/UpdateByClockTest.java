package org.gatereader.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.gatereader.daemon.time.ClockCondition;
import org.gatereader.daemon.time.SignedTimes;
import org.gatereader.daemon.time.TrustedClock;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.hal.linux.KernelTime;
import org.gatereader.hal.linux.LinuxException;
import org.junit.jupiter.api.Test;

/**
 * A board's clock goes by what its store serves, and the store by that clock: neither may wait for
 * the other for ever.
 */
class UpdateByClockTest extends ServingGate {
    private static final Duration CLOSED_AFTER = Duration.ofDays(7);
    private static final String NONCE = "00".repeat(16);

    private Instant wall = LATER;
    private Duration elapsed = Duration.ofMinutes(2);
    private boolean isKept = true;

    @Test
    void aKeptClockThatIsBeyondEveryListIsBelievedAgainByANewerOne() throws LinuxException {
        var clock = clock();
        assertEquals(ClockCondition.SYNCHRONISED, looked(clock));
        pass(CLOSED_AFTER);
        assertEquals(ClockCondition.AHEAD, looked(clock));
        takesANewListBy(clock);
        assertEquals(ClockCondition.SYNCHRONISED, looked(clock));
    }

    @Test
    void aGateThatNoTimeServiceReachesTakesWhatIsCarriedToIt() throws LinuxException {
        var clock = clock();
        assertEquals(ClockCondition.SYNCHRONISED, looked(clock));
        isKept = false;
        pass(Duration.ofHours(60));
        assertEquals(ClockCondition.DRIFTED, looked(clock));
        takesANewListBy(clock);
    }

    @Test
    void aBoardWhoseClockBeginsAnewTakesWhatIsNewer() throws LinuxException {
        isKept = false;
        wall = Instant.EPOCH;
        var clock = clock();
        assertEquals(ClockCondition.BEHIND, looked(clock));
        wall = LATER;
        takesANewListBy(clock);
    }

    private void takesANewListBy(TrustedClock clock) {
        Instant issuedAt = wall.minusSeconds(60);
        site.publishList(StatusArray.REVOKED, issuedAt).writeTo(inbox);
        gate.time = clock.time();
        gate.turn();
        assertEquals("", gate.refusal());
        assertEquals("REVOKED since " + issuedAt, gate.answer());
    }

    private ClockCondition looked(TrustedClock clock) {
        Instant newest = Objects.requireNonNull(gate.serving.get()).newestSignedTime();
        clock.look(new SignedTimes(newest, CLOSED_AFTER));
        return clock.standing().condition();
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        elapsed = elapsed.plus(time);
    }

    private TrustedClock clock() throws LinuxException {
        return new TrustedClock(
                new TrustedClock.Settings(directory.resolve("ratchet"), false),
                new TrustedClock.Wires(this::read, () -> elapsed.toNanos(), () -> NONCE));
    }

    private KernelTime read() {
        return new KernelTime(
                wall,
                new KernelTime.Boot("", elapsed),
                new KernelTime.Sync(isKept, Duration.ZERO, Duration.ZERO),
                Optional.empty());
    }
}
