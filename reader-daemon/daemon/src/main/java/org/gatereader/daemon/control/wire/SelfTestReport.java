package org.gatereader.daemon.control.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a technician's self-test stands: what was found so far, in the order of the parts.
 *
 * @param picture what the camera sees, once it was tested and if nothing in it looks like a code
 */
public record SelfTestReport(
        Progress progress, List<Finding> findings, Optional<GreyPicture> picture) {
    public SelfTestReport {
        findings = List.copyOf(findings);
    }

    /**
     * How far it is.
     *
     * @param testing the part that is being tested now; empty once the test is over
     * @param took since it began
     */
    public record Progress(String testing, Duration took) {}

    /**
     * What the test of one part showed.
     *
     * @param measured the value, with its unit; never anything about a person
     * @param advice what to do; {@link Words#NONE} where nothing need be done
     */
    public record Finding(Part part, State state, String measured, Words advice) {}

    /**
     * One tested part.
     *
     * @param name as the technician knows it: camera, relay, fire
     */
    public record Part(Section section, String name) {}

    /** What a part belongs to; who mends one of a section can mend the others. */
    public enum Section {
        CAMERA,
        NFC,
        LINES,
        CLOCK,
        STORAGE,
        TRUST,
        JUDGEMENT,
        BOARD
    }

    /** How a part came out. */
    public enum State {
        PASS,
        /** It works, and will not for long, or not well; or there was no time to test it. */
        WARN,
        /** It does not work. */
        FAIL,
        /** It was not tested, or this machine has none. */
        SKIP
    }

    /** The same in both languages. */
    public record Words(String korean, String english) {
        /** Nothing need be said. */
        public static final Words NONE = new Words("", "");
    }

    public boolean isOver() {
        return progress.testing().isEmpty();
    }

    /** The findings of one state, in their order. */
    public Stream<Finding> of(State state) {
        return findings.stream().filter(finding -> finding.state() == state);
    }
}
