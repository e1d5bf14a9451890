package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.CLAIMS;
import static org.gatereader.verifier.verdict.Check.POLICY;
import static org.gatereader.verifier.verdict.DenyReason.CLAIMS_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.CLAIM_NOT_SATISFIED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Claims that P1 does not name are ignored (check 6), whatever they hold, unless they speak of
 * redaction; and none of them passes for one that P1 does name.
 */
class P1ExtraClaimsTest {
    private static final Cbor ZERO = Cbor.integer(0);

    @TestFactory
    Stream<DynamicTest> claimsThatNobodyKnowsAreIgnored() {
        var wide = Cbor.integer(BigInteger.TWO.pow(64).negate());
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .grants("a label of COSE's registry", w -> claim(w, Cbor.integer(7), ZERO))
                .grants("a private label", w -> claim(w, Cbor.integer(-70_000), ZERO))
                .grants("a label beyond 63 bits", w -> claim(w, wide, ZERO))
                .grants("a name", w -> claim(w, Cbor.text("hobby"), Cbor.text("chess")))
                .grants("an empty name", w -> claim(w, Cbor.text(""), ZERO))
                .grants("a map with keys of any kind", w -> claim(w, Cbor.text("x"), oddMap()))
                .refuses("a key in bytes", w -> claim(w, Cbor.bytes(new byte[4]), ZERO))
                .refuses("a key that is an array", w -> claim(w, Cbor.array(), ZERO))
                .refuses("a key that is true", w -> claim(w, Cbor.bool(true), ZERO))
                .refuses("a key in a tag", w -> claim(w, Cbor.tag(4, ZERO), ZERO))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsRedacted() {
        var digest = Cbor.bytes(new byte[32]);
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("redacted keys", w -> claim(w, Cbor.simple(59), Cbor.array(digest)))
                .refuses("redacted keys further in", w -> extra(w, redactedKeys()))
                .refuses("a simple 59 as a value", w -> extra(w, Cbor.simple(59)))
                .refuses("a claim to be redacted", w -> extra(w, Cbor.tag(58, digest)))
                .refuses("a redacted element", w -> extra(w, Cbor.array(Cbor.tag(60, digest))))
                .refuses("a decoy", w -> extra(w, Cbor.tag(62, digest)))
                .refuses("a decoy in a tag", w -> extra(w, Cbor.tag(4, Cbor.tag(62, digest))))
                .refuses("a decoy as a key", w -> claim(w, Cbor.tag(62, ZERO), ZERO))
                .grants("simple 58", w -> extra(w, Cbor.simple(58)))
                .grants("simple 60", w -> extra(w, Cbor.simple(60)))
                .grants("tag 57", w -> extra(w, Cbor.tag(57, digest)))
                .grants("tag 59", w -> extra(w, Cbor.tag(59, digest)))
                .grants("tag 61", w -> extra(w, Cbor.tag(61, digest)))
                .grants("tag 63", w -> extra(w, Cbor.tag(63, digest)))
                .tests();
    }

    @Test
    void theClassIsTheOneUnderItsLabelWhateverANameSays() {
        var world = new World();
        var credential = world.credential().passClass(2).claim("-65537", Cbor.integer(1));
        assertEquals(new AccessDecision.Granted<>(2), world.decide(world.present(credential)));
    }

    @Test
    void aNameGivesNoClassToACredentialWithoutOne() {
        var world = new World();
        var credential =
                world.credential()
                        .withoutClaim(Labels.CLAIM_PASS_CLASS)
                        .claim("-65537", Cbor.integer(1));
        assertEquals(new AccessDecision.Granted<>(0), world.decide(world.present(credential)));
    }

    /** A journal has 63 bits for a class; nobody numbers passes so high. */
    @Test
    void aClassBeyond63BitsIsTheGreatestThatThereIs() {
        var world = new World();
        var credential =
                world.credential()
                        .claim(Labels.CLAIM_PASS_CLASS, Cbor.integer(BigInteger.TWO.pow(63)));
        assertEquals(
                new AccessDecision.Granted<>(Long.MAX_VALUE),
                world.decide(world.present(credential)));
    }

    @TestFactory
    Stream<DynamicTest> aPolicyAsksForClaimsByLabelOrNameAndNeitherAnswersForTheOther() {
        return Cases.of(POLICY, CLAIM_NOT_SATISFIED)
                .grants("the class under its label", w -> requiring(w, "-65537", 2))
                .refuses(
                        "a name like the class's label beside it",
                        w -> requiring(named(w, "-65537", Cbor.integer(1)), "-65537", 1))
                .refuses(
                        "a name like a label that is absent",
                        w -> requiring(named(w, "-70000", Cbor.integer(1)), "-70000", 1))
                .grants("the agency under its label", w -> requiring(w, "agency", "MOIS"))
                .refuses(
                        "a name like the agency's beside it",
                        w -> requiring(named(w, "agency", Cbor.text("NIS")), "agency", "NIS"))
                .refuses("a name like the agency's alone", P1ExtraClaimsTest::agencyInWords)
                .refuses(
                        "the subject, which names a person", P1ExtraClaimsTest::requiringTheSubject)
                .grants(
                        "a name that is no label's",
                        w -> requiring(named(w, "dept", Cbor.text("IT")), "dept", "IT"))
                .tests();
    }

    private static AccessDecision<Realm.Production> requiringTheSubject(World world) {
        world.policy.put("requiredClaims", new JsonMap().put("2", List.of("somebody")));
        return world.decide(world.present(world.credential().subject("somebody")));
    }

    private static AccessDecision<Realm.Production> agencyInWords(World world) {
        world.policy.put("requiredClaims", new JsonMap().put("agency", List.of("MOIS")));
        var credential =
                world.credential()
                        .withoutClaim(Labels.CLAIM_AGENCY)
                        .claim("agency", Cbor.text("MOIS"));
        return world.decide(world.present(credential));
    }

    /** A world whose issuer writes this claim, too. */
    private static World named(World world, String name, Cbor value) {
        world.credentialChange = credential -> credential.claim(name, value);
        return world;
    }

    private static AccessDecision<Realm.Production> requiring(
            World world, String claim, Object value) {
        world.policy.put("requiredClaims", new JsonMap().put(claim, List.of(value)));
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> claim(World world, Cbor label, Cbor value) {
        return world.decide(world.present(world.credential().claim(label, value)));
    }

    private static AccessDecision<Realm.Production> extra(World world, Cbor value) {
        return claim(world, Cbor.text("x"), value);
    }

    private static Cbor redactedKeys() {
        return Cbor.map(new CborMap().put(Cbor.simple(59), Cbor.array()));
    }

    private static Cbor oddMap() {
        return Cbor.map(
                new CborMap().put(Cbor.array(), ZERO).put(Cbor.bool(true), Cbor.simple(22)));
    }
}
