package org.gatereader.daemon.probe;

import java.util.List;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;

/** Says which devices have no hardware behind them: all their tests may pass, and nothing opens. */
final class DriversProbe extends InstantProbe {
    private final List<String> simulated;

    /**
     * @param simulated the names of the simulated devices
     */
    DriversProbe(List<String> simulated) {
        super(Section.BOARD, "drivers");
        this.simulated = simulated;
    }

    @Override
    Finding judge() {
        return simulated.isEmpty()
                ? Findings.pass(part(), "every driver is real")
                : Findings.warn(
                        part(), "simulated: " + String.join(", ", simulated), Remedy.SIMULATED);
    }
}
