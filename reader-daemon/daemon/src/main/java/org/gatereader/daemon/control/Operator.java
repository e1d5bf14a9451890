package org.gatereader.daemon.control;

import org.gatereader.daemon.control.wire.ControlAnswer;

/**
 * What an entitled person can have done at this gate. Called by the control thread, which serves
 * nobody else meanwhile: each answers within a second, or says that it has begun.
 */
public interface Operator {
    ControlAnswer beginMaintenance();

    ControlAnswer endMaintenance();

    /** Tests every part; the answer names the broken one. */
    ControlAnswer selfTest();
}
