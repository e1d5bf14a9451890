package org.gatereader.tests.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The two clocks of the machine in which the lab runs, and waiting with a bound.
 *
 * @param nanos the kernel's monotonic clock, by which its tracer and the level sampler tell time
 * @param wall the time of day
 */
record LabTime(LongSupplier nanos, Supplier<Instant> wall) {
    /** A pulse is 500 ms long, and looking at its line costs next to nothing. */
    private static final Duration LOOK = Duration.ofMillis(2);

    /** Whoever asks the gate takes its time away, on two emulated processors. */
    private static final Duration QUESTION = Duration.ofMillis(100);

    /** Something that may come to hold; it may fail while the thing it asks is not there yet. */
    interface Condition {
        boolean holds() throws Exception;
    }

    long now() {
        return nanos.getAsLong();
    }

    Instant today() {
        return wall.get();
    }

    /**
     * Looks every two milliseconds until the condition holds.
     *
     * @param what what is waited for, for whoever reads that it did not come
     * @return how long it took
     */
    Duration await(String what, Duration patience, Condition condition) throws LabFinding {
        return await(what, patience, LOOK, condition);
    }

    /** The same, where looking is a question that the gate has to answer, or a file to read. */
    Duration awaitAnswer(String what, Duration patience, Condition condition) throws LabFinding {
        return await(what, patience, QUESTION, condition);
    }

    private Duration await(String what, Duration patience, Duration pause, Condition condition)
            throws LabFinding {
        long began = now();
        while (!holds(condition)) {
            if (now() - began > patience.toNanos()) {
                throw new LabFinding("not within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(this, pause.toNanos());
        }
        return Duration.ofNanos(now() - began);
    }

    /** Lets a drawn moment come: the only wait here that is for time itself. */
    void passUntil(long nanosThen) {
        for (long left = nanosThen - now(); left > 0; left = nanosThen - now()) {
            LockSupport.parkNanos(this, left);
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (Exception _) {
            return false;
        }
    }
}
