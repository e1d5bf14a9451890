package org.gatereader.daemon.control.wire;

import java.util.List;
import java.util.Optional;

/** What comes back: one JSON object and a line feed, then the connection ends. */
public sealed interface ControlAnswer {
    /** How the gate stands. */
    record Status(StatusReport report) implements ControlAnswer {}

    /**
     * It is done, or on its way.
     *
     * @param message one sentence for the technician
     */
    record Done(String message) implements ControlAnswer {}

    /** How the self-test stands that was begun last. */
    record Tested(SelfTestReport report) implements ControlAnswer {}

    /**
     * The inbox was looked at.
     *
     * @param changes what the gate holds or believes differently now, a line each, such as {@code
     *     timestamp 4 -> 5}; none where there was nothing new. Metadata that was taken stays taken
     *     even if a later step refused the rest
     * @param refusal the rule that ended the update; what served before serves on
     */
    record Imported(List<String> changes, Optional<TrustReport.Refusal> refusal)
            implements ControlAnswer {
        public Imported {
            changes = List.copyOf(changes);
        }
    }

    /** The newest records of the journal, the oldest of them first. */
    record Journal(List<JournalLine> lines) implements ControlAnswer {
        public Journal {
            lines = List.copyOf(lines);
        }
    }

    /** What the camera sees just now. */
    record Camera(CameraSight sight) implements ControlAnswer {}

    /**
     * It was not done.
     *
     * @param message one sentence that says why
     */
    record Refused(String message) implements ControlAnswer {}
}
