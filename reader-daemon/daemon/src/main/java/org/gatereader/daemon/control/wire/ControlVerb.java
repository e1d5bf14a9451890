package org.gatereader.daemon.control.wire;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be asked of a running gate-reader. None opens the gate, sets a time, changes
 * trust unsigned or shortens a check. A request is one such line, ended by a line feed.
 */
public enum ControlVerb {
    /** How the gate stands; the only verb of {@code status.sock}. */
    STATUS("status", 0),
    /** Nobody is admitted until maintenance ends. */
    MAINTENANCE_ON("maintenance on", 1),
    MAINTENANCE_OFF("maintenance off", 2),
    /**
     * Begins the test of every part; the gate serves on, and its relay is turned only if it is out
     * of service already.
     */
    SELF_TEST("self-test", 3),
    /** Looks into the inbox for signed trust now, and takes what holds. */
    IMPORT("import", 4),
    /**
     * The same with somebody entitled at the barrier: nobody is admitted while it runs, the relay
     * is turned once and every sign is shown.
     */
    SELF_TEST_ATTENDED("self-test attended", 5),
    /** How the self-test stands; asked again and again, so it is no event either. */
    SELF_TEST_REPORT("self-test report", 6),
    /**
     * Lets the clock begin anew; its argument is a statement that two people have signed, in
     * base64url.
     */
    CLOCK_RESET("clock-reset", 7),
    /** The newest records of the journal. */
    JOURNAL("journal", 8),
    /** What the camera sees, every code covered; only while nobody is admitted. */
    CAMERA("camera", 9);

    private static final Set<ControlVerb> QUESTIONS =
            EnumSet.of(STATUS, SELF_TEST_REPORT, JOURNAL, CAMERA);

    private final String line;
    private final int number;

    ControlVerb(String line, int number) {
        this.line = line;
        this.number = number;
    }

    /** The request, without its line feed. */
    public String line() {
        return line;
    }

    /** Whether it changes nothing, and so is no event. */
    public boolean isQuestion() {
        return QUESTIONS.contains(this);
    }

    /** What the journal keeps of it; append-only. */
    public int number() {
        return number;
    }

    /** The request with its argument, which has neither blanks nor line feeds. */
    public String line(String argument) {
        return line + " " + argument;
    }

    /** The verb of this line: all of it, or what stands before an argument where it takes one. */
    public static Optional<ControlVerb> of(String line) {
        return Arrays.stream(values())
                .filter(
                        verb ->
                                verb == CLOCK_RESET
                                        ? line.startsWith(verb.line(""))
                                        : verb.line.equals(line))
                .findFirst();
    }

    /** What follows the verb in a line of this verb's; empty where nothing does. */
    public String argumentOf(String request) {
        return request.length() > line.length() ? request.substring(line.length() + 1) : "";
    }
}
