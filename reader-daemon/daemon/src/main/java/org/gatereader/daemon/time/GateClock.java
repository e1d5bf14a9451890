package org.gatereader.daemon.time;

import java.time.Instant;
import java.util.Optional;
import org.gatereader.verifier.credential.TrustedTime;

/**
 * The process's two clocks. Each loop reads them once at its top and passes what it read on, so
 * that a test can step a whole gate by hand.
 */
public interface GateClock extends AutoCloseable {
    /** The time of day, and how far it can be believed: for validity. */
    TrustedTime time();

    /** Monotonic nanoseconds of an arbitrary origin: for durations. */
    long nanos();

    /** Why the time of day is believed, or not. */
    default ClockStanding standing() {
        return new ClockStanding(
                time().isTrusted() ? ClockCondition.SIMULATED : ClockCondition.STEPPED_BACK,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * One look at what the clock is made of, once a second and by one thread.
     *
     * @param signed what the serving trust says about the time
     */
    default void look(SignedTimes signed) {}

    /**
     * At the next look, forgets what was believed to have passed beyond this instant: the ratchet,
     * and steps. Two signatures stand behind it; it sets no clock.
     */
    default void reset(Instant passed) {}

    @Override
    default void close() {}
}
