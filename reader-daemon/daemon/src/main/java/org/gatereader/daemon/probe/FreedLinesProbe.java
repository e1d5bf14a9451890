package org.gatereader.daemon.probe;

import java.util.Optional;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;

/**
 * Asks whether this board lets go of a line whose process was killed; else a killed gate stays
 * open.
 */
final class FreedLinesProbe extends InstantProbe {
    private final Supplier<Optional<String>> objection;

    /**
     * @param objection why the relay would stay engaged; empty where all is well
     */
    FreedLinesProbe(Supplier<Optional<String>> objection) {
        super(Section.LINES, "freed lines");
        this.objection = objection;
    }

    @Override
    Finding judge() {
        return objection
                .get()
                .map(said -> Findings.fail(part(), said, Remedy.LINES_KEPT))
                .orElseGet(() -> Findings.pass(part(), "fall to their pull"));
    }
}
