package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.CURRENCY;
import static org.gatereader.verifier.verdict.Check.FRESHNESS;
import static org.gatereader.verifier.verdict.Check.VALIDITY;
import static org.gatereader.verifier.verdict.DenyReason.BEFORE_FLOOR;
import static org.gatereader.verifier.verdict.DenyReason.CLOCK_UNTRUSTED;
import static org.gatereader.verifier.verdict.DenyReason.EXPIRED;
import static org.gatereader.verifier.verdict.DenyReason.NOT_YET_VALID;
import static org.gatereader.verifier.verdict.DenyReason.PRESENTATION_IN_FUTURE;
import static org.gatereader.verifier.verdict.DenyReason.PRESENTATION_TOO_OLD;
import static org.gatereader.verifier.verdict.DenyReason.VALIDITY_INCONSISTENT;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Checks 12, 15 and 16 of PROFILE-P1: every bound in time, on the bound and one step beyond. */
class P1TimeTest {
    private static final Instant NOON = World.NOON;
    private static final Duration NANO = Duration.ofNanos(1);

    @TestFactory
    Stream<DynamicTest> theInstantsOfACredentialDoNotContradictEachOther() {
        Instant issuedAt = NOON.minusSeconds(3600);
        return Cases.of(VALIDITY, VALIDITY_INCONSISTENT)
                .refuses("exp at iat", w -> issued(w, c -> c.validUntil(issuedAt)))
                .refuses(
                        "exp before iat",
                        w -> issued(w, c -> c.validUntil(issuedAt.minusSeconds(1))))
                .refuses(
                        "exp at iat, and nbf before both",
                        w -> issued(w, c -> from(c, issuedAt.minusSeconds(1), -3600)))
                .refuses("nbf at exp", w -> issued(w, c -> from(c, NOON.plusSeconds(9), 9)))
                .refuses("nbf behind exp", w -> issued(w, c -> from(c, NOON.plusSeconds(9), 8)))
                .grants("400 days", w -> issued(w, c -> c.validUntil(issuedAt.plus(days(400)))))
                .refuses("400 days and a second", P1TimeTest::aSecondTooLong)
                .then(CURRENCY, NOT_YET_VALID)
                .refuses(
                        "nbf a second before exp",
                        w -> issued(w, c -> from(c, NOON.plusSeconds(9), 10)))
                .then(CURRENCY, EXPIRED)
                .refuses(
                        "exp a second behind iat",
                        w -> issued(w, c -> c.validUntil(issuedAt.plusSeconds(1))))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aProofIsAtMost15SecondsAndUOld() {
        return Cases.of(FRESHNESS, PRESENTATION_TOO_OLD)
                .grants("15.5 s with u of 0.5 s", w -> shown(w, 15_500, 500))
                .refuses("15.501 s with u of 0.5 s", w -> shown(w, 15_501, 500))
                .grants("15 s with u of 0", w -> shown(w, 15_000, 0))
                .refuses("15.001 s with u of 0", w -> shown(w, 15_001, 0))
                .grants("25 s with u of 10 s", w -> shown(w, 25_000, 10_000))
                .refuses("25.001 s with u of 10 s", w -> shown(w, 25_001, 10_000))
                .refuses(
                        "a nanosecond too old", w -> shownAt(w, NOON.plusMillis(15_500).plus(NANO)))
                .refuses("signed in 1970", w -> w.decide(w.token().issuedAt(Instant.EPOCH)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aProofIsDatedAtMost5SecondsAndUAhead() {
        return Cases.of(FRESHNESS, PRESENTATION_IN_FUTURE)
                .grants("5.5 s with u of 0.5 s", w -> shown(w, -5_500, 500))
                .refuses("5.501 s with u of 0.5 s", w -> shown(w, -5_501, 500))
                .grants("5 s with u of 0", w -> shown(w, -5_000, 0))
                .refuses("5.001 s with u of 0", w -> shown(w, -5_001, 0))
                .grants("15 s with u of 10 s", w -> shown(w, -15_000, 10_000))
                .refuses("15.001 s with u of 10 s", w -> shown(w, -15_001, 10_000))
                .refuses(
                        "a nanosecond too early",
                        w -> shownAt(w, NOON.minusMillis(5_500).minus(NANO)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> withoutAChallengeTheClockIsTrusted() {
        var hours = Duration.ofSeconds(190_000);
        return Cases.of(FRESHNESS, CLOCK_UNTRUSTED)
                .refuses("a clock that nothing vouches for", w -> untrusted(w, "p1-qr"))
                .grants(
                        "the same clock where a challenge is signed",
                        w -> untrusted(w, "p1-qr-challenge"))
                .grants("the same clock under a tap", w -> untrusted(w, "p1-tap"))
                .grants("190000 s after a synchronisation, u of 10 s", w -> sinceSync(w, hours, 50))
                .refuses("a second later", w -> sinceSync(w, hours.plusSeconds(1), 50))
                .grants("the same with a TCXO", w -> sinceSync(w, hours.plusSeconds(1), 2))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aOneWayProofIsSignedAfterTheFloor() {
        return Cases.of(FRESHNESS, BEFORE_FLOOR)
                .refuses("signed at the floor", w -> above(w, NOON, "p1-qr"))
                .grants("signed just after it", w -> above(w, NOON.minus(NANO), "p1-qr"))
                .refuses("signed just before it", w -> above(w, NOON.plus(NANO), "p1-qr"))
                .refuses("no floor yet", P1TimeTest::notReady)
                .grants(
                        "below the floor, with a challenge",
                        w -> above(w, NOON.plusSeconds(60), "p1-tap"))
                .then(FRESHNESS, PRESENTATION_TOO_OLD)
                .refuses("too old and below the floor", P1TimeTest::oldAndBelow)
                .then(FRESHNESS, CLOCK_UNTRUSTED)
                .refuses("an untrusted clock and below the floor", P1TimeTest::untrustedAndBelow)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aChallengedProofIsAsFreshAsItsChallenge() {
        return Cases.of(FRESHNESS, PRESENTATION_TOO_OLD)
                .grants(
                        "signed by a clock a minute behind",
                        w -> challengedAt(w, NOON.minusSeconds(60)))
                .grants(
                        "signed by a clock a minute ahead",
                        w -> challengedAt(w, NOON.plusSeconds(60)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aCredentialBeginsAtNbfAndWithoutOneAtIat() {
        var later = NOON.plusSeconds(1);
        return Cases.of(CURRENCY, NOT_YET_VALID)
                .grants("at nbf", w -> issued(w, c -> c.notBefore(NOON)))
                .refuses("a second before nbf", w -> issued(w, c -> c.notBefore(later)))
                .refuses("a nanosecond before nbf", P1TimeTest::justBeforeNbf)
                .grants("at iat, without nbf", w -> issued(w, c -> c.issuedAt(NOON)))
                .refuses("a second before iat, without nbf", w -> issued(w, c -> c.issuedAt(later)))
                // nbf may lie before iat; the proof may not.
                .then(CURRENCY, VALIDITY_INCONSISTENT)
                .refuses(
                        "before iat, with nbf in the past",
                        w -> issued(w, c -> c.issuedAt(later).notBefore(NOON)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aCredentialEndsAtExpAndNotAfterIt() {
        return Cases.of(CURRENCY, EXPIRED)
                .refuses("at exp", w -> issued(w, c -> c.validUntil(NOON)))
                .refuses(
                        "a second after exp",
                        w -> issued(w, c -> c.validUntil(NOON.minusSeconds(1))))
                .grants(
                        "a second before exp",
                        w -> issued(w, c -> c.validUntil(NOON.plusSeconds(1))))
                .grants("a nanosecond before exp", P1TimeTest::justBeforeExp)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> theProofIsSignedWithinTheCredentialsValidity() {
        return Cases.of(CURRENCY, VALIDITY_INCONSISTENT)
                .grants("signed at nbf", w -> signed(w, NOON, w.credential().notBefore(NOON)))
                .refuses(
                        "signed a second before nbf",
                        w -> signed(w, NOON.minusSeconds(1), w.credential().notBefore(NOON)))
                .grants("signed at iat", w -> signed(w, NOON, w.credential().issuedAt(NOON)))
                .refuses(
                        "signed a second before iat",
                        w -> signed(w, NOON.minusSeconds(1), w.credential().issuedAt(NOON)))
                .grants(
                        "signed a second before exp",
                        w -> signed(w, NOON.plusSeconds(2), endsIn3(w)))
                .refuses("signed at exp", w -> signed(w, NOON.plusSeconds(3), endsIn3(w)))
                .tests();
    }

    private interface Change {
        Credential apply(Credential credential);
    }

    private static AccessDecision<Realm.Production> issued(World world, Change change) {
        return world.decide(world.present(change.apply(world.credential())));
    }

    /** Begins then, and ends so many seconds after noon. */
    private static Credential from(Credential credential, Instant nbf, int endsAfter) {
        return credential.notBefore(nbf).validUntil(NOON.plusSeconds(endsAfter));
    }

    private static AccessDecision<Realm.Production> aSecondTooLong(World world) {
        Instant issuedAt = NOON.minusSeconds(3600);
        return issued(world, c -> c.validUntil(issuedAt.plus(days(400)).plusSeconds(1)));
    }

    private static Duration days(int count) {
        return Duration.ofDays(count);
    }

    /** Signed at noon and shown so much later. */
    private static AccessDecision<Realm.Production> shown(
            World world, int laterMillis, int uMillis) {
        world.uncertainBy(Duration.ofMillis(uMillis));
        return shownAt(world, NOON.plusMillis(laterMillis));
    }

    private static AccessDecision<Realm.Production> shownAt(World world, Instant now) {
        world.at(now);
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> untrusted(World world, String lane) {
        world.time = TrustedTime.untrusted(NOON);
        return inLane(world, lane);
    }

    private static AccessDecision<Realm.Production> sinceSync(
            World world, Duration sinceSync, long driftPpm) {
        world.time = TrustedTime.synchronised(NOON, sinceSync, driftPpm);
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> above(World world, Instant floor, String lane) {
        world.floorAt(floor);
        return inLane(world, lane);
    }

    /** With a challenge, except one way. */
    private static AccessDecision<Realm.Production> inLane(World world, String lane) {
        return world.decide(
                lane.equals("p1-qr") ? world.token() : world.tokenFor(lane, new byte[16]));
    }

    private static AccessDecision<Realm.Production> notReady(World world) {
        world.guard = new ReplayGuard(World.CRYPTO, new byte[16]);
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> oldAndBelow(World world) {
        world.floorAt(NOON);
        return shown(world, 20_000, 0);
    }

    private static AccessDecision<Realm.Production> untrustedAndBelow(World world) {
        world.floorAt(NOON);
        return untrusted(world, "p1-qr");
    }

    private static AccessDecision<Realm.Production> challengedAt(World world, Instant signedAt) {
        return world.decide(world.tokenFor("p1-qr-challenge", new byte[16]).issuedAt(signedAt));
    }

    private static AccessDecision<Realm.Production> justBeforeNbf(World world) {
        world.at(NOON.minus(NANO));
        return issued(world, c -> c.notBefore(NOON));
    }

    private static AccessDecision<Realm.Production> justBeforeExp(World world) {
        world.at(NOON.plusSeconds(1).minus(NANO));
        return issued(world, c -> c.validUntil(NOON.plusSeconds(1)));
    }

    private static AccessDecision<Realm.Production> signed(
            World world, Instant signedAt, Credential credential) {
        return world.decide(world.present(credential).issuedAt(signedAt));
    }

    private static Credential endsIn3(World world) {
        return world.credential().validUntil(NOON.plusSeconds(3));
    }
}
