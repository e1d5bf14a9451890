package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.STATUS;
import static org.gatereader.verifier.verdict.DenyReason.REVOKED;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_LIST_STALE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Check 17 of PROFILE-P1 and RULES, TUF: for whom a list of some age still answers. */
class P1StalenessTest {
    private static final Instant NOON = World.NOON;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DEGRADED = hours(48).plus(SECOND);
    private static final byte[] CHALLENGE = new byte[16];
    private static final long CLASS = 2;

    @TestFactory
    Stream<DynamicTest> aDegradedListAnswersForShortLivedCredentialsAndForChallenges() {
        return Cases.of(STATUS, STATUS_LIST_STALE)
                .grants("48 h old, a credential of a week", w -> aged(w, hours(48)))
                .refuses("a second older, a credential of a week", w -> aged(w, DEGRADED))
                .grants("degraded, a credential of 48 h", w -> lasting(w, hours(48)))
                .refuses("degraded, a second longer", w -> lasting(w, hours(48).plus(SECOND)))
                .grants("degraded, a challenge", w -> challenged(w, DEGRADED))
                .grants("7 days old, a challenge", w -> challenged(w, hours(168)))
                .refuses("a second older, a challenge", w -> challenged(w, hours(168).plus(SECOND)))
                .then(STATUS, REVOKED)
                .refuses("degraded, and it says revoked", P1StalenessTest::degradedAndRevoked)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aDegradedListAnswersForNoVisitors() {
        return Cases.of(STATUS, STATUS_LIST_STALE)
                .grants("48 h old, a visitor", w -> challenged(visitor(w, CLASS), hours(48)))
                .refuses("degraded, a visitor", w -> challenged(visitor(w, CLASS), DEGRADED))
                .grants("degraded, another class", w -> challenged(visitor(w, 9), DEGRADED))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aPassClassMayHaveALadderOfItsOwn() {
        return Cases.of(STATUS, STATUS_LIST_STALE)
                .grants("24 h old, high security", w -> aged(secured(w, CLASS), hours(24)))
                .refuses("a second older", w -> aged(secured(w, CLASS), hours(24).plus(SECOND)))
                .grants("48 h old, a challenge", w -> challenged(secured(w, CLASS), hours(48)))
                .refuses("a second older", w -> challenged(secured(w, CLASS), DEGRADED))
                .grants("degraded for another class only", w -> aged(secured(w, 9), hours(48)))
                .tests();
    }

    private static AccessDecision<Realm.Production> aged(World world, Duration age) {
        world.listIssuedAt = NOON.minus(age);
        world.listChange = list -> list.validUntil(world.listIssuedAt.plus(Duration.ofDays(31)));
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> challenged(World world, Duration age) {
        world.listIssuedAt = NOON.minus(age);
        world.listChange = list -> list.validUntil(world.listIssuedAt.plus(Duration.ofDays(31)));
        return world.decide(world.tokenFor("p1-qr-challenge", CHALLENGE));
    }

    /** Under a degraded list; issued an hour ago. */
    private static AccessDecision<Realm.Production> lasting(World world, Duration lifetime) {
        Instant expiresAt = NOON.minus(hours(1)).plus(lifetime);
        world.credentialChange = credential -> credential.validUntil(expiresAt);
        return aged(world, DEGRADED);
    }

    private static AccessDecision<Realm.Production> degradedAndRevoked(World world) {
        world.statuses.set(World.INDEX, StatusArray.REVOKED);
        return aged(world, DEGRADED);
    }

    private static World visitor(World world, long passClass) {
        world.policy.put("staleness", new JsonMap().put("visitors", List.of(passClass)));
        return world;
    }

    private static World secured(World world, long passClass) {
        var ladder =
                new JsonMap()
                        .put("classes", List.of(passClass))
                        .put("warnHours", 6)
                        .put("degradedHours", 24)
                        .put("closedHours", 48);
        world.policy.put("staleness", new JsonMap().put("ladders", List.of(ladder)));
        return world;
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }
}
