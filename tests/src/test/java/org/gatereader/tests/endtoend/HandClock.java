package org.gatereader.tests.endtoend;

import java.time.Duration;
import java.time.Instant;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.verifier.credential.TrustedTime;

/** Both clocks of a gate, stepped by hand. */
final class HandClock implements GateClock {
    private final Instant begin;
    private long nanos;
    private boolean isTrusted = true;

    HandClock(Instant begin) {
        this.begin = begin;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    void trust(boolean newIsTrusted) {
        isTrusted = newIsTrusted;
    }

    @Override
    public TrustedTime time() {
        Instant now = begin.plusNanos(nanos);
        return isTrusted
                ? new TrustedTime(now, TrustedTime.UNCERTAINTY_MIN, true)
                : TrustedTime.untrusted(now);
    }

    @Override
    public long nanos() {
        return nanos;
    }
}
