package org.gatereader.daemon.probe;

import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.selftest.SelfCheckReport;

/** Judges the built-in vectors: the known answers of this machine's keys and arithmetic. */
final class VectorsProbe extends InstantProbe {
    private final Supplier<SelfCheckReport> check;

    VectorsProbe(Supplier<SelfCheckReport> check) {
        super(Section.JUDGEMENT, "vectors");
        this.check = check;
    }

    @Override
    Finding judge() {
        SelfCheckReport report = check.get();
        return report.isGood()
                ? Findings.pass(part(), report.judged() + " judged rightly")
                : Findings.fail(
                        part(),
                        "wrong about " + String.join(", ", report.faults()),
                        Remedy.VECTORS_WRONG);
    }
}
