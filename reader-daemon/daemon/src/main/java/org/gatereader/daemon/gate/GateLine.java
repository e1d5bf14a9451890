package org.gatereader.daemon.gate;

import java.util.Optional;

/**
 * One line of the gate as it stood at the end of a turn; for the technician.
 *
 * @param isActive relay engaged, fire, opened cabinet, pressed button, occupied passage; as last
 *     known where there is a problem
 * @param problem what its device last said, empty while it works
 */
public record GateLine(Role role, boolean isActive, Optional<String> problem) {
    /** What a line is for. */
    public enum Role {
        RELAY,
        FIRE,
        TAMPER,
        EXIT,
        PASSAGE,
        /** Lamp and buzzer. */
        INDICATOR
    }
}
