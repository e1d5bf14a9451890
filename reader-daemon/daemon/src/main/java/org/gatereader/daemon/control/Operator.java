package org.gatereader.daemon.control;

import org.gatereader.daemon.control.wire.ControlAnswer;

/**
 * What an entitled person can have done at this gate. Called by the control thread, which serves
 * nobody else meanwhile: each answers within a second, but for an import, which takes as long as
 * its largest list.
 */
public interface Operator {
    ControlAnswer beginMaintenance();

    ControlAnswer endMaintenance();

    /** Begins the test of every part; refused while one runs. */
    ControlAnswer beginSelfTest();

    /** The same with somebody entitled at the barrier, who keeps it free. */
    ControlAnswer beginAttendedSelfTest();

    /** How the self-test stands that was begun last. */
    ControlAnswer selfTestReport();

    /** Looks for signed trust now; what holds serves when this returns. */
    ControlAnswer importTrust();

    /**
     * Lets the clock begin anew, if two people have signed for that.
     *
     * @param statement base64url of the signed statement, whatever came
     */
    ControlAnswer resetClock(String statement);

    /** What the journal last wrote. */
    ControlAnswer newestOfJournal();

    /**
     * What the camera sees, every code covered; refused while people are admitted, for it would be
     * they.
     */
    ControlAnswer seeThroughCamera();
}
