package org.gatereader.daemon.probe;

import java.util.Optional;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.ClockReport;
import org.gatereader.daemon.control.wire.ClockReport.Belief;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;

/** Asks the gate's clock whether it can be trusted, how far, and why. */
final class ClockProbe extends InstantProbe {
    private final Supplier<ClockReport> clock;
    private final String source;

    /**
     * @param source as {@code clock.source} names it
     */
    ClockProbe(Supplier<ClockReport> clock, String source) {
        super(Section.CLOCK, "clock");
        this.clock = clock;
        this.source = source;
    }

    @Override
    Finding judge() {
        ClockReport report = clock.get();
        Belief belief = report.belief();
        String why = "%s, %s: %s".formatted(belief.word(), source, belief.condition());
        if (!belief.isTrusted()) {
            return Findings.fail(part(), why, Remedy.CLOCK_UNTRUSTED);
        }
        String measured = "%s, ± %d ms".formatted(why, belief.uncertainty().toMillis());
        Optional<String> problem = report.memory().flatMap(ClockReport.Memory::problem);
        return problem.isEmpty()
                ? Findings.pass(part(), measured)
                : Findings.warn(part(), measured + "; " + problem.get(), Remedy.CLOCK_MEMORY);
    }
}
