package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.DenyReason;
import org.junit.jupiter.api.Test;

class P1DecisionTest {
    private final World world = new World();

    @Test
    void grantsAFreshPresentationOfAValidCredentialAfterEveryCheck() {
        var decision = world.decide(world.present(world.credential()));
        assertEquals(new AccessDecision.Granted<>(2), decision);
        assertEquals(List.of(Check.values()), world.held);
    }

    @Test
    void refusesTheSamePresentationASecondTime() {
        var presentation = world.present(world.credential()).toText();
        world.decideText(presentation);
        assertEquals(
                new AccessDecision.Denied<>(DenyReason.ALREADY_USED),
                world.decideText(presentation));
    }

    @Test
    void refusesACredentialAtTheInstantItExpires() {
        var decision = world.decide(world.present(world.credential().validUntil(World.NOON)));
        assertEquals(new AccessDecision.Denied<>(DenyReason.EXPIRED), decision);
    }
}
