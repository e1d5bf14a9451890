package org.gatereader.daemon.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.control.wire.TrustReport;

/** Asks whether anything is trusted, and whether what was delivered last was accepted. */
final class TrustProbe extends InstantProbe {
    private final Supplier<TrustReport> trust;
    private final Supplier<List<String>> faults;
    private final BooleanSupplier opensNothing;

    /**
     * @param faults what was wrong with what was delivered last
     * @param opensNothing whether no device is real: such a gate lacks nothing while it is no gate
     */
    TrustProbe(
            Supplier<TrustReport> trust,
            Supplier<List<String>> faults,
            BooleanSupplier opensNothing) {
        super(Section.TRUST, "trust");
        this.trust = trust;
        this.faults = faults;
        this.opensNothing = opensNothing;
    }

    @Override
    Finding judge() {
        TrustReport held = trust.get();
        int keys = held.serving().issuerKeys();
        List<String> wrong = new ArrayList<>(faults.get());
        held.lastRefusal().ifPresent(refusal -> wrong.add(refusal.file() + ": " + refusal.rule()));
        String measured = keys + " issuer keys, " + held.source().word();
        if (keys == 0) {
            String why = measured + (wrong.isEmpty() ? "" : ": " + wrong.getFirst());
            return opensNothing.getAsBoolean()
                    ? Findings.warn(part(), why, Remedy.TRUST_NONE)
                    : Findings.fail(part(), why, Remedy.TRUST_NONE);
        }
        // What is trusted serves on; what came last does not.
        return wrong.isEmpty()
                ? Findings.pass(part(), measured)
                : Findings.warn(
                        part(),
                        "%s; %d faults: %s".formatted(measured, wrong.size(), wrong.getFirst()),
                        Remedy.TRUST_FAULTY);
    }
}
