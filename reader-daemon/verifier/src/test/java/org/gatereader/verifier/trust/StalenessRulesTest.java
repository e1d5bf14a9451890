package org.gatereader.verifier.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.gatereader.verifier.revocation.StalenessLadder;
import org.junit.jupiter.api.Test;

/** The member {@code staleness} of a policy, and what two policies make of it together. */
class StalenessRulesTest {
    private static final StalenessLadder SHORT = StalenessLadder.ofHours(1, 2, 3);

    @Test
    void aPolicyThatSaysNothingHasTheLadderOfStaff() {
        assertEquals(StalenessRules.STANDARD, rules(new TrustFiles()));
    }

    @Test
    void aLadderWithoutClassesIsThatOfAllOthers() {
        var rules =
                rules(
                        new TrustFiles()
                                .replace(
                                        TrustDirectory.POLICY,
                                        "\"statusExempt\": []",
                                        """
                                        "staleness": {"visitors": [9], "ladders": [
                                          {"warnHours": 1, "degradedHours": 2, "closedHours": 3},
                                          {"classes": [7], "warnHours": 6, "degradedHours": 24,
                                           "closedHours": 48}]}
                                        """));
        var expected = Map.of(7L, StalenessLadder.HIGH_SECURITY);
        assertEquals(new StalenessRules(SHORT, expected, Set.of(9L)), rules);
        assertEquals(SHORT, rules.ladderOf(8));
        assertEquals(Duration.ofDays(2), rules.longestClosed());
    }

    @Test
    void twoPoliciesTogetherAreAsNarrowAsEither() {
        var national =
                new StalenessRules(
                        StalenessLadder.STAFF, Map.of(7L, StalenessLadder.HIGH_SECURITY), Set.of());
        var site = new StalenessRules(SHORT, Map.of(8L, StalenessLadder.STAFF), Set.of(9L));
        var both =
                new StalenessRules(SHORT, Map.of(7L, SHORT, 8L, StalenessLadder.STAFF), Set.of(9L));
        assertEquals(both, national.narrowedBy(site));
        assertEquals(both, site.narrowedBy(national));
    }

    private static StalenessRules rules(TrustFiles files) {
        return files.content().policy().admission().status().staleness();
    }
}
