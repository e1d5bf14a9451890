package org.gatereader.daemon.time;

import java.util.Optional;

/**
 * How the clock stands, for status and journal.
 *
 * @param ratchet empty for a clock that keeps none
 * @param problem what the technician should see to, one sentence
 */
public record ClockStanding(
        ClockCondition condition, Optional<Ratchet> ratchet, Optional<String> problem) {}
