package org.gatereader.daemon.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.gatereader.daemon.control.wire.TrustReport;
import org.junit.jupiter.api.Test;

/** A machine that trusts nobody. */
class TrustProbeTest {
    private static final TrustReport NOTHING =
            new TrustReport(
                    TrustReport.Source.SIGNED,
                    TrustReport.Serving.NOTHING,
                    List.of(),
                    Optional.empty());

    @Test
    void aGateThatTrustsNobodyIsBroken() {
        assertEquals(
                State.FAIL, new TrustProbe(() -> NOTHING, List::of, () -> false).judge().state());
    }

    @Test
    void whatOpensNothingLacksNothingYet() {
        assertEquals(
                State.WARN, new TrustProbe(() -> NOTHING, List::of, () -> true).judge().state());
    }
}
