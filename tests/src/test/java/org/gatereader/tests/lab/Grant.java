package org.gatereader.tests.lab;

/**
 * A reason for the relay to be engaged once: somebody presented a valid pass, or pressed the exit
 * button, between these two instants of the monotonic clock.
 */
record Grant(String what, long fromNanos, long untilNanos) {
    boolean covers(long nanos) {
        return fromNanos <= nanos && nanos <= untilNanos;
    }
}
