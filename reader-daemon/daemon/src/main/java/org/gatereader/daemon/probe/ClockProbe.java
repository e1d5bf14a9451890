package org.gatereader.daemon.probe;

import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.verifier.credential.TrustedTime;

/** Asks the gate's clock whether it can be trusted, and how far. */
final class ClockProbe extends InstantProbe {
    private final Supplier<TrustedTime> clock;
    private final String source;

    /**
     * @param source as {@code clock.source} names it
     */
    ClockProbe(Supplier<TrustedTime> clock, String source) {
        super(Section.CLOCK, "clock");
        this.clock = clock;
        this.source = source;
    }

    @Override
    Finding judge() {
        TrustedTime time = clock.get();
        String measured = "± %d ms, %s".formatted(time.uncertainty().toMillis(), source);
        return time.isTrusted()
                ? Findings.pass(part(), measured)
                : Findings.fail(part(), "CLOCK_UNTRUSTED, " + source, Remedy.CLOCK_UNTRUSTED);
    }
}
