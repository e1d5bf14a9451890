package org.gatereader.daemon.control;

import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlAnswer.Done;

/** Says yes to everything. */
final class Technician implements Operator {
    @Override
    public ControlAnswer beginMaintenance() {
        return new Done("begun");
    }

    @Override
    public ControlAnswer endMaintenance() {
        return new Done("ended");
    }

    @Override
    public ControlAnswer beginSelfTest() {
        return new Done("testing");
    }

    @Override
    public ControlAnswer beginAttendedSelfTest() {
        return new Done("testing while nobody is admitted");
    }

    @Override
    public ControlAnswer selfTestReport() {
        return new Done("tested");
    }

    @Override
    public ControlAnswer importTrust() {
        return new Done("imported");
    }

    @Override
    public ControlAnswer resetClock(String statement) {
        return new Done("reset by " + statement);
    }
}
