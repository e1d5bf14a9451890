package org.gatereader.daemon.control;

import java.time.Instant;
import java.util.List;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlAnswer.Done;
import org.gatereader.daemon.control.wire.JournalLine;

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
    public ControlAnswer newestOfJournal() {
        return new ControlAnswer.Journal(
                List.of(new JournalLine(7, Instant.parse("2026-03-02T00:00:00Z"), 21, "READY", 0)));
    }

    @Override
    public ControlAnswer seeThroughCamera() {
        return new ControlAnswer.Refused("the camera is shown only while nobody is admitted");
    }

    @Override
    public ControlAnswer resetClock(String statement) {
        return new Done("reset by " + statement);
    }
}
