package org.gatereader.daemon;

import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.control.ControlServer;
import org.gatereader.daemon.gate.GateSettings;
import org.gatereader.daemon.intake.CameraIntake.IntakeSettings;
import org.gatereader.daemon.journal.Journal;

/** What each owner is told of the configuration: config itself knows none of them. */
final class Settings {
    private Settings() {}

    static GateSettings gate(Configuration configuration) {
        return new GateSettings(
                configuration.relayPulse(),
                new GateSettings.Walk(
                        configuration.unlockDuration(), configuration.heldOpenAfter()),
                configuration.signDuration(),
                new GateSettings.Fire(
                        configuration.fireDebounce(), configuration.fireRestoredAfter()));
    }

    static ClockDesk.Settings clock(Configuration configuration) {
        return new ClockDesk.Settings(configuration.gateId(), configuration.clockResetRoot());
    }

    static IntakeSettings intake(Configuration configuration) {
        return new IntakeSettings(configuration.frameDeadline(), configuration.cameraSilence());
    }

    static ControlServer.Settings control(Configuration configuration) {
        return new ControlServer.Settings(
                configuration.controlDirectory(),
                configuration.statusGroup(),
                configuration.adminGroup());
    }

    static Journal.Settings journal(Configuration configuration) {
        return new Journal.Settings(
                configuration.journalDirectory(),
                configuration.journalBucket(),
                configuration.journalRecords());
    }
}
