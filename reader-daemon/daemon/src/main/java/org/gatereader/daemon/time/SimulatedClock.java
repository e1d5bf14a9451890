package org.gatereader.daemon.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.gatereader.verifier.credential.TrustedTime;

/**
 * Starts synchronised at an instant and goes on by this machine's monotonic clock ({@code
 * clock.source = "simulated"}). Nothing vouches for that: it is for gates whose every device is
 * simulated. Time can be made to pass, and trust in it to end, from any thread.
 */
public final class SimulatedClock implements GateClock {
    private final Instant startedAt;
    private final long startedAtNanos = System.nanoTime();
    private final AtomicLong skippedNanos = new AtomicLong();
    private volatile boolean isTrusted = true;

    /** A clock that starts now. */
    public SimulatedClock() {
        this(Instant.now());
    }

    /** A clock that starts at any instant. */
    public SimulatedClock(Instant startsAt) {
        this.startedAt = startsAt;
    }

    /** Lets so much time pass at once, on both clocks. */
    public void skip(Duration time) {
        skippedNanos.addAndGet(time.toNanos());
    }

    /** From now on nothing vouches for the time of day, as after a step back (RULES, Clock). */
    public void distrust() {
        isTrusted = false;
    }

    /** The time of day, for those who make what is presented at it. */
    public Instant now() {
        return startedAt.plusNanos(nanos() - startedAtNanos);
    }

    @Override
    public TrustedTime time() {
        return isTrusted
                ? new TrustedTime(now(), TrustedTime.UNCERTAINTY_MIN, true)
                : TrustedTime.untrusted(now());
    }

    @Override
    public long nanos() {
        return System.nanoTime() + skippedNanos.get();
    }
}
