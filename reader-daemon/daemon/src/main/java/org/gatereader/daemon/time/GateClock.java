package org.gatereader.daemon.time;

import org.gatereader.verifier.credential.TrustedTime;

/**
 * The process's two clocks. Each loop reads them once at its top and passes what it read on, so
 * that a test can step a whole gate by hand.
 */
public interface GateClock {
    /** The time of day, and how far it can be believed: for validity. */
    TrustedTime time();

    /** Monotonic nanoseconds of an arbitrary origin: for durations. */
    long nanos();
}
