package org.gatereader.daemon.time;

import java.time.Instant;
import org.gatereader.verifier.credential.TrustedTime;

/**
 * Takes this machine's clock for synchronised at the start and goes on by the monotonic one ({@code
 * clock.source = "simulated"}). Nothing vouches for that: it is for gates whose every device is
 * simulated.
 */
public final class SimulatedClock implements GateClock {
    private final Instant startedAt = Instant.now();
    private final long startedAtNanos = System.nanoTime();

    /** A clock that starts now. */
    public SimulatedClock() {}

    @Override
    public TrustedTime time() {
        return new TrustedTime(
                startedAt.plusNanos(nanos() - startedAtNanos), TrustedTime.UNCERTAINTY_MIN, true);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
