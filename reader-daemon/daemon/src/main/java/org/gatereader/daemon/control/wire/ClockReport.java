package org.gatereader.daemon.control.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Time as this process knows it.
 *
 * @param now the time of day when this was answered, by the gate's own clock
 * @param memory empty for a clock that keeps no ratchet
 */
public record ClockReport(Instant now, Duration uptime, Belief belief, Optional<Memory> memory) {
    /**
     * How far the time of day is believed.
     *
     * @param condition why, such as SYNCHRONISED or STEPPED_BACK
     * @param uncertainty how wrong the time may be while it is trusted
     */
    public record Belief(boolean isTrusted, String condition, Duration uncertainty) {
        /** As it stands in the answer and on the screen. */
        public String word() {
            return isTrusted ? "trusted" : "CLOCK_UNTRUSTED";
        }
    }

    /**
     * What the gate does not forget over a restart.
     *
     * @param ratchet the latest time that is known to have passed
     * @param resetNonce what a reset of the clock must name
     * @param problem what the technician should see to
     */
    public record Memory(Instant ratchet, String resetNonce, Optional<String> problem) {}
}
