package org.gatereader.hal;

import java.time.Duration;
import java.util.Optional;

/**
 * How one device stands: what the status and the self-test say of it. It counts what the device
 * did, never what a person did.
 *
 * @param device the configured name
 * @param sinceSign how long ago it last answered; empty if it never did in this process
 */
public record DeviceHealth(
        String device, State state, Optional<Duration> sinceSign, Counters counters) {

    /** Whether the device can be used. */
    public enum State {
        /** It has not answered yet, or its owner has ended. */
        CLOSED,
        WORKING,
        /** It failed, and has not answered since; its owner opens it again and again. */
        FAILED
    }

    /**
     * Since the process began.
     *
     * @param failures calls that failed, openings among them
     * @param reopenings how often it worked again
     * @param resets how often the bus or adapter that carries it was reset
     */
    public record Counters(long failures, long reopenings, long resets) {}
}
