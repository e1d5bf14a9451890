package org.gatereader.daemon.probe;

import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.control.wire.SelfTestReport.Words;

/** Makes findings: who passes needs no advice, and all others have one. */
final class Findings {
    private Findings() {}

    static Finding pass(Part part, String measured) {
        return new Finding(part, State.PASS, measured, Words.NONE);
    }

    static Finding warn(Part part, String measured, Remedy remedy) {
        return new Finding(part, State.WARN, measured, remedy.words());
    }

    static Finding fail(Part part, String measured, Remedy remedy) {
        return new Finding(part, State.FAIL, measured, remedy.words());
    }

    /** Where there is nothing to test. */
    static Finding skip(Part part, String why) {
        return new Finding(part, State.SKIP, why, Words.NONE);
    }

    /** Where it could be tested in another way. */
    static Finding skip(Part part, String why, Remedy remedy) {
        return new Finding(part, State.SKIP, why, remedy.words());
    }
}
