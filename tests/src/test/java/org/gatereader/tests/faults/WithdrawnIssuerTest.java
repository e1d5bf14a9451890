package org.gatereader.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gatereader.tests.gatectl.RunningGate;
import org.junit.jupiter.api.Test;

/** Those who withdraw an issuer sign no lists: neither has to wait for the other. */
class WithdrawnIssuerTest extends ServingGate {
    @Test
    void aListThatNoIssuerRefersToIsLeftOutAndNamed() throws Exception {
        var issuer = site.issuer(true).put("status", List.of());
        repository.target("issuers.json", StoreSite.json(List.of(issuer))).publish();
        drop();
        assertLeavesTheListOut(gate);
        var absent = directory.resolve("absent");
        assertLeavesTheListOut(new StoreGate(disk, StoreGate.STATE, absent).turn());
        var shown = RunningGate.trust(directory, gate.report());
        assertEquals(0, shown.exitCode(), shown.out());
        assertTrue(shown.out().contains("  left out, " + StoreSite.LIST + ": "), shown.out());
        repository.target("issuers.json", StoreSite.json(List.of(site.issuer(true))));
        assertTakesTheNext();
    }

    private static void assertLeavesTheListOut(StoreGate gate) {
        assertEquals("", gate.refusal());
        var serving = gate.report().serving();
        assertEquals(List.of(), serving.lists());
        assertEquals(1, serving.unasked().size());
    }

    /** What it held goes with it: whoever points to it is refused with 405, as P1StatusTest has. */
    @Test
    void aListThatWasTakenAwayFromAnIssuerWhoRefersToItAnswersForNobody() {
        repository.role(UpdateRepository.STATUS).targets.remove(StoreSite.LIST);
        repository.publish();
        drop();
        assertEquals("", gate.refusal());
        assertEquals(List.of(), gate.report().serving().lists());
        assertEquals(List.of(), gate.report().serving().unasked());
    }
}
