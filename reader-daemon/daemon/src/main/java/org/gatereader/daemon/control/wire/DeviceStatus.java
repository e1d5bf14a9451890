package org.gatereader.daemon.control.wire;

import java.time.Duration;
import java.util.Optional;

/**
 * How one device of the gate stands.
 *
 * @param name as the configuration and the self-test say it
 * @param sinceSign how long ago the device last answered; empty if it never did
 */
public record DeviceStatus(
        String name, State state, Optional<Duration> sinceSign, Counters counters) {

    /** Whether the device can be used, in the words of the two languages of a gate. */
    public enum State {
        CLOSED("닫힘", "closed"),
        WORKING("정상", "working"),
        FAILED("고장", "failed");

        private final String korean;
        private final String english;

        State(String korean, String english) {
            this.korean = korean;
            this.english = english;
        }

        public String korean() {
            return korean;
        }

        public String english() {
            return english;
        }
    }

    /**
     * Since the process began.
     *
     * @param failures calls that failed
     * @param reopenings how often the device worked again
     * @param resets how often its bus was reset
     */
    public record Counters(long failures, long reopenings, long resets) {}
}
