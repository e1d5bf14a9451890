package org.gatereader.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.gatereader.daemon.time.SimulatedClock;

/** How time passes between two steps of a case. */
interface Pace {
    /** Lets so much of the gate's time pass. */
    void pass(Duration time);

    /** As people see it. */
    static Pace natural(SimulatedClock clock) {
        return time -> {
            long until = clock.nanos() + time.toNanos();
            for (long rest = time.toNanos();
                    rest > 0 && !isInterrupted();
                    rest = until - clock.nanos()) {
                LockSupport.parkNanos(clock, rest);
            }
        };
    }

    /**
     * At once: the gate's clock jumps ahead. The owners' threads then get a moment of real time,
     * longer than any of them rests, to notice.
     */
    static Pace hurried(SimulatedClock clock) {
        Pace natural = natural(clock);
        return time -> {
            clock.skip(time);
            natural.pass(OWNERS_REST);
        };
    }

    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }

    /** Admission rests longest, 200 ms at a time. */
    Duration OWNERS_REST = Duration.ofMillis(250);
}
