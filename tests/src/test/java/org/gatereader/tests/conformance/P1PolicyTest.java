package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.POLICY;
import static org.gatereader.verifier.verdict.DenyReason.CLAIM_NOT_SATISFIED;
import static org.gatereader.verifier.verdict.DenyReason.CLASS_NOT_ADMITTED;
import static org.gatereader.verifier.verdict.DenyReason.ISSUER_NOT_ADMITTED;
import static org.gatereader.verifier.verdict.DenyReason.OUTSIDE_HOURS;
import static org.gatereader.verifier.verdict.DenyReason.TYPE_NOT_ADMITTED;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Check 18 of PROFILE-P1: what the site admits of what the trust list allows. */
class P1PolicyTest {
    @TestFactory
    Stream<DynamicTest> theTypeIsOneOfTheSites() {
        return Cases.of(POLICY, TYPE_NOT_ADMITTED)
                .refuses("another type", w -> admitting(w, "types", "mobileid.go.kr/visitor"))
                .refuses("the beginning of the type", w -> admitting(w, "types", "mobileid.go.kr"))
                .refuses("no type", w -> admitting(w, "types"))
                .grants("the type", w -> admitting(w, "types", DemoSite.CREDENTIAL_TYPE))
                .grants(
                        "the second of two",
                        w -> admitting(w, "types", "x", DemoSite.CREDENTIAL_TYPE))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> theIssuerIsOneOfTheSites() {
        return Cases.of(POLICY, ISSUER_NOT_ADMITTED)
                .refuses("another issuer", w -> admitting(w, "issuers", "seoul.go.kr"))
                .refuses("no issuer", w -> admitting(w, "issuers"))
                .grants("the issuer", w -> admitting(w, "issuers", DemoSite.ISSUER))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> theClassIsOneOfTheSites() {
        return Cases.of(POLICY, CLASS_NOT_ADMITTED)
                .refuses("class 1 where 2 is shown", w -> admitting(w, "classes", 1))
                .refuses("no class", w -> admitting(w, "classes"))
                .refuses("0 where 2 is shown", w -> admitting(w, "classes", 0))
                .refuses("2 where none is shown", w -> classless(w, 2))
                .grants("0 where none is shown", w -> classless(w, 0))
                .grants("2 where 2 is shown", w -> admitting(w, "classes", 1, 2))
                .tests();
    }

    /** Noon of the world is a Tuesday in Seoul. */
    @TestFactory
    Stream<DynamicTest> theGateIsOpenNow() {
        return Cases.of(POLICY, OUTSIDE_HOURS)
                .grants("today from noon", w -> open(w, "tue", "12:00", "18:00"))
                .refuses("today from a minute past noon", w -> open(w, "tue", "12:01", "18:00"))
                .refuses("today until noon", w -> open(w, "tue", "09:00", "12:00"))
                .grants("today until a minute past noon", w -> open(w, "tue", "09:00", "12:01"))
                .refuses("another day", w -> open(w, "wed", "09:00", "18:00"))
                .refuses("in London it is the night", w -> inZone(w, "Europe/London"))
                .grants("in Seoul it is noon", w -> inZone(w, "Asia/Seoul"))
                .refuses("never", P1PolicyTest::closed)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aNightBelongsToTheDayOnWhichItBegins() {
        return Cases.of(POLICY, OUTSIDE_HOURS)
                .refuses("Monday 21:59", w -> onMondayNights(w, "2029-12-31T21:59:59+09:00"))
                .grants("Monday 22:00", w -> onMondayNights(w, "2029-12-31T22:00:00+09:00"))
                .grants("Monday 23:59", w -> onMondayNights(w, "2029-12-31T23:59:59+09:00"))
                .grants("Tuesday 00:00", w -> onMondayNights(w, "2030-01-01T00:00:00+09:00"))
                .grants("Tuesday 05:59", w -> onMondayNights(w, "2030-01-01T05:59:59+09:00"))
                .refuses("Tuesday 06:00", w -> onMondayNights(w, "2030-01-01T06:00:00+09:00"))
                .refuses("Tuesday 22:00", w -> onMondayNights(w, "2030-01-01T22:00:00+09:00"))
                .refuses("Monday 05:59", w -> onMondayNights(w, "2029-12-31T05:59:59+09:00"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aRequiredClaimHasOneOfItsValues() {
        var truth = Cbor.bool(true);
        return Cases.of(POLICY, CLAIM_NOT_SATISFIED)
                .grants("one of two agencies", w -> requiring(w, "agency", "MPM", "MOIS"))
                .refuses("another agency", w -> requiring(w, "agency", "MPM"))
                .refuses("the agency in lower case", w -> requiring(w, "agency", "mois"))
                .refuses("no value at all", w -> requiring(w, "agency"))
                .refuses("a claim that is not there", w -> requiring(w, "rank", "5"))
                .grants("a number", w -> claiming(w, Cbor.integer(5), 5))
                .refuses(
                        "a number where a text is required", w -> claiming(w, Cbor.integer(5), "5"))
                .refuses("a text where a number is required", w -> claiming(w, Cbor.text("5"), 5))
                .grants("a truth", w -> claiming(w, truth, true))
                .refuses("a truth where the other is required", w -> claiming(w, truth, false))
                .refuses(
                        "a list that has the value",
                        w -> claiming(w, Cbor.array(Cbor.integer(5)), 5))
                .refuses("null", w -> claiming(w, Cbor.simple(22), false))
                .refuses("one of two claims", P1PolicyTest::oneOfTwo)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> typeGoesBeforeIssuerClassHoursAndClaims() {
        return Cases.of(POLICY, TYPE_NOT_ADMITTED)
                .refuses("all five wrong", w -> wrong(w, 5))
                .then(POLICY, ISSUER_NOT_ADMITTED)
                .refuses("all but the type wrong", w -> wrong(w, 4))
                .then(POLICY, CLASS_NOT_ADMITTED)
                .refuses("class, hours and claims wrong", w -> wrong(w, 3))
                .then(POLICY, OUTSIDE_HOURS)
                .refuses("hours and claims wrong", w -> wrong(w, 2))
                .then(POLICY, CLAIM_NOT_SATISFIED)
                .refuses("claims wrong", w -> wrong(w, 1))
                .grants("nothing wrong", w -> wrong(w, 0))
                .tests();
    }

    private static AccessDecision<Realm.Production> admitting(
            World world, String key, Object... values) {
        world.policy.put(key, List.of(values));
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> classless(World world, long admitted) {
        world.policy.put("classes", List.of(admitted));
        var credential = world.credential().withoutClaim(Labels.CLAIM_PASS_CLASS);
        return world.decide(world.present(credential));
    }

    private static AccessDecision<Realm.Production> open(
            World world, String day, String from, String until) {
        return admitting(world, "hours", window(day, from, until));
    }

    private static JsonMap window(String day, String from, String until) {
        return new JsonMap().put("days", List.of(day)).put("from", from).put("until", until);
    }

    private static AccessDecision<Realm.Production> inZone(World world, String zone) {
        world.policy.put("zone", zone);
        return open(world, "tue", "11:59", "12:01");
    }

    private static AccessDecision<Realm.Production> closed(World world) {
        return admitting(world, "hours");
    }

    private static AccessDecision<Realm.Production> onMondayNights(World world, String now) {
        world.at(OffsetDateTime.parse(now).toInstant());
        world.policy.put("hours", List.of(window("mon", "22:00", "06:00")));
        world.listIssuedAt = world.time.now();
        var credential = world.issuer.credential(world.phone, world.time.now());
        return world.decide(world.phone.present(credential, world.time.now()));
    }

    private static AccessDecision<Realm.Production> requiring(
            World world, String claim, Object... values) {
        world.policy.put("requiredClaims", new JsonMap().put(claim, List.of(values)));
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> claiming(
            World world, Cbor shown, Object required) {
        world.policy.put("requiredClaims", new JsonMap().put("x", List.of(required)));
        return world.decide(world.present(world.credential().claim("x", shown)));
    }

    private static AccessDecision<Realm.Production> oneOfTwo(World world) {
        var claims = new JsonMap().put("agency", List.of("MOIS")).put("x", List.of(1));
        world.policy.put("requiredClaims", claims);
        return world.decide(world.token());
    }

    /** As many wrong things as this, the last ones of the order. */
    private static AccessDecision<Realm.Production> wrong(World world, int count) {
        var hours = List.of(window("sun", "09:00", "18:00"));
        var none = List.of();
        world.policy.put(
                "requiredClaims", new JsonMap().put("agency", count > 0 ? none : List.of("MOIS")));
        if (count > 1) {
            world.policy.put("hours", hours);
        }
        if (count > 2) {
            world.policy.put("classes", none);
        }
        if (count > 3) {
            world.policy.put("issuers", none);
        }
        if (count > 4) {
            world.policy.put("types", none);
        }
        return world.decide(world.token());
    }
}
