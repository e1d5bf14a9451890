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

    /** Tests every part; the answer names the broken one. */
    ControlAnswer selfTest();

    /** Looks for signed trust now; what holds serves when this returns. */
    ControlAnswer importTrust();
}
