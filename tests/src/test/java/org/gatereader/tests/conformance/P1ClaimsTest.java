package org.gatereader.tests.conformance;

import static org.gatereader.demo.wallet.Labels.CLAIM_AGENCY;
import static org.gatereader.demo.wallet.Labels.CLAIM_AUD;
import static org.gatereader.demo.wallet.Labels.CLAIM_CNF;
import static org.gatereader.demo.wallet.Labels.CLAIM_CTI;
import static org.gatereader.demo.wallet.Labels.CLAIM_EXP;
import static org.gatereader.demo.wallet.Labels.CLAIM_IAT;
import static org.gatereader.demo.wallet.Labels.CLAIM_ISS;
import static org.gatereader.demo.wallet.Labels.CLAIM_NBF;
import static org.gatereader.demo.wallet.Labels.CLAIM_PASS_CLASS;
import static org.gatereader.demo.wallet.Labels.CLAIM_STATUS;
import static org.gatereader.demo.wallet.Labels.CLAIM_SUB;
import static org.gatereader.demo.wallet.Labels.CLAIM_VCT;
import static org.gatereader.demo.wallet.Labels.KEY_CRV;
import static org.gatereader.demo.wallet.Labels.KEY_KTY;
import static org.gatereader.demo.wallet.Labels.KEY_X;
import static org.gatereader.demo.wallet.Labels.KEY_Y;
import static org.gatereader.verifier.verdict.Check.CLAIMS;
import static org.gatereader.verifier.verdict.Check.FRESHNESS;
import static org.gatereader.verifier.verdict.Check.KEY_ENTRY;
import static org.gatereader.verifier.verdict.Check.STATUS;
import static org.gatereader.verifier.verdict.Check.VALIDITY;
import static org.gatereader.verifier.verdict.DenyReason.CLAIMS_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.ISSUER_KEY_NOT_VALID;
import static org.gatereader.verifier.verdict.DenyReason.PRESENTATION_IN_FUTURE;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_INDEX_OUT_OF_RANGE;
import static org.gatereader.verifier.verdict.DenyReason.STATUS_LIST_UNKNOWN;
import static org.gatereader.verifier.verdict.DenyReason.VALIDITY_INCONSISTENT;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Check 6 of PROFILE-P1: every claim that P1 names is of its type and size. */
class P1ClaimsTest {
    private static final Cbor ZERO = Cbor.integer(0);
    private static final Cbor NEGATIVE = Cbor.integer(-1);
    private static final Cbor GREATEST =
            Cbor.integer(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));

    @TestFactory
    Stream<DynamicTest> theProofNamesOneAudienceOf1To64Bytes() {
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("no audience", w -> w.decide(w.token().withoutClaim(CLAIM_AUD)))
                .refuses("an empty audience", w -> atGate(w, ""))
                .grants("an audience of 1 byte", w -> atGate(w, "g"))
                .grants("an audience of 64 bytes", w -> atGate(w, "g".repeat(64)))
                .refuses("an audience of 65 bytes", w -> atGate(w, "g".repeat(65)))
                .grants("21 syllables, which are 63 bytes", w -> atGate(w, "문".repeat(21)))
                .refuses("22 syllables, which are 66 bytes", w -> atGate(w, "문".repeat(22)))
                .refuses("a list of one audience", w -> proof(w, CLAIM_AUD, audiences()))
                .refuses("an audience in bytes", w -> proof(w, CLAIM_AUD, bytes(8)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> theProofHasATimeAndAFreshRandomOf8To16Bytes() {
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("no iat", w -> w.decide(w.token().withoutClaim(CLAIM_IAT)))
                .refuses("a negative iat", w -> proof(w, CLAIM_IAT, NEGATIVE))
                .refuses("an iat in words", w -> proof(w, CLAIM_IAT, Cbor.text("now")))
                .refuses("no cti", w -> w.decide(w.token().withoutClaim(CLAIM_CTI)))
                .refuses("a cti of 7 bytes", w -> proof(w, CLAIM_CTI, bytes(7)))
                .grants("a cti of 8 bytes", w -> proof(w, CLAIM_CTI, bytes(8)))
                .grants("a cti of 16 bytes", w -> proof(w, CLAIM_CTI, bytes(16)))
                .refuses("a cti of 17 bytes", w -> proof(w, CLAIM_CTI, bytes(17)))
                .refuses("a cti in words", w -> proof(w, CLAIM_CTI, Cbor.text("12345678")))
                .then(FRESHNESS, PRESENTATION_IN_FUTURE)
                .refuses("an iat of 2^64-1", w -> proof(w, CLAIM_IAT, GREATEST))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> theProofSaysNothingElse() {
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("an issuer", w -> proof(w, CLAIM_ISS, Cbor.text("mpm.go.kr")))
                .refuses("a subject", w -> proof(w, CLAIM_SUB, Cbor.text("12345678")))
                .refuses("an expiry", w -> proof(w, CLAIM_EXP, GREATEST))
                .refuses("a private claim", w -> proof(w, -70_000, ZERO))
                .refuses("a claim in words", w -> w.decide(w.token().claim("nonce", ZERO)))
                .refuses("a claim beyond 63 bits", w -> w.decide(w.token().claim(GREATEST, ZERO)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aSignedChallengeHas8To32Bytes() {
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("a cnonce of 7 bytes", w -> answered(w, 7))
                .grants("a cnonce of 8 bytes", w -> answered(w, 8))
                .grants("a cnonce of 32 bytes", w -> answered(w, 32))
                .refuses("a cnonce of 33 bytes", w -> answered(w, 33))
                .refuses("a cnonce in words", w -> proof(w, 39, Cbor.text("12345678")))
                .refuses("a cnonce that is null", w -> proof(w, 39, Cbor.simple(22)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> issuerTypeAndSubjectHaveTheirSizes() {
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("no issuer", w -> without(w, CLAIM_ISS))
                .refuses("an empty issuer", w -> claim(w, CLAIM_ISS, Cbor.text("")))
                .grants("an issuer of 1 byte", w -> issuedBy(w, "i"))
                .grants("an issuer of 64 bytes", w -> issuedBy(w, "i".repeat(64)))
                .refuses("an issuer of 65 bytes", w -> issuedBy(w, "i".repeat(65)))
                .refuses("an issuer in bytes", w -> claim(w, CLAIM_ISS, bytes(8)))
                .refuses("no type", w -> without(w, CLAIM_VCT))
                .refuses("an empty type", w -> claim(w, CLAIM_VCT, Cbor.text("")))
                .grants("a type of 1 byte", w -> ofType(w, "t"))
                .grants("a type of 64 bytes", w -> ofType(w, "t".repeat(64)))
                .refuses("a type of 65 bytes", w -> ofType(w, "t".repeat(65)))
                .refuses("no subject", w -> without(w, CLAIM_SUB))
                .refuses("a subject of 7 bytes", w -> claim(w, CLAIM_SUB, text(7)))
                .grants("a subject of 8 bytes", w -> claim(w, CLAIM_SUB, text(8)))
                .grants("a subject of 24 bytes", w -> claim(w, CLAIM_SUB, text(24)))
                .refuses("a subject of 25 bytes", w -> claim(w, CLAIM_SUB, text(25)))
                .refuses("a subject in bytes", w -> claim(w, CLAIM_SUB, bytes(8)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> instantsAreUnsignedAndMayBeHuge() {
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("no expiry", w -> without(w, CLAIM_EXP))
                .refuses("a negative expiry", w -> claim(w, CLAIM_EXP, NEGATIVE))
                .refuses("an expiry in words", w -> claim(w, CLAIM_EXP, Cbor.text("never")))
                .refuses("no iat", w -> without(w, CLAIM_IAT))
                .refuses("a negative iat", w -> claim(w, CLAIM_IAT, NEGATIVE))
                .refuses("a negative nbf", w -> claim(w, CLAIM_NBF, NEGATIVE))
                .refuses("an nbf of null", w -> claim(w, CLAIM_NBF, Cbor.simple(22)))
                .grants("an nbf of 0", w -> claim(w, CLAIM_NBF, ZERO))
                .then(VALIDITY, VALIDITY_INCONSISTENT)
                .refuses("an expiry of 2^64-1", w -> claim(w, CLAIM_EXP, GREATEST))
                .refuses("an nbf of 2^64-1", w -> claim(w, CLAIM_NBF, GREATEST))
                .then(KEY_ENTRY, ISSUER_KEY_NOT_VALID)
                .refuses("an iat of 2^64-1", w -> claim(w, CLAIM_IAT, GREATEST))
                .refuses("an iat of 2^63-1", w -> claim(w, CLAIM_IAT, signed(Long.MAX_VALUE)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> theHolderKeyIsExactlyOneOnP256() {
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("no cnf", w -> without(w, CLAIM_CNF))
                .refuses("a cnf that is no map", w -> claim(w, CLAIM_CNF, bytes(32)))
                .refuses("an empty cnf", w -> claim(w, CLAIM_CNF, Cbor.map(new CborMap())))
                .refuses("a cnf with a kid beside", w -> claim(w, CLAIM_CNF, keyAndKid(w)))
                .refuses("a key that is no map", w -> claim(w, CLAIM_CNF, only(1, bytes(32))))
                .refuses("a key without kty", w -> key(w, compressed(w).remove(KEY_KTY)))
                .refuses("a key of kty 1", w -> key(w, compressed(w).put(KEY_KTY, Cbor.integer(1))))
                .refuses("a key without crv", w -> key(w, compressed(w).remove(KEY_CRV)))
                .refuses("a key on P-384", w -> key(w, compressed(w).put(KEY_CRV, Cbor.integer(2))))
                .refuses("a key without x", w -> key(w, compressed(w).remove(KEY_X)))
                .refuses("an x of 31 bytes", w -> key(w, compressed(w).put(KEY_X, bytes(31))))
                .refuses("an x of 33 bytes", w -> key(w, compressed(w).put(KEY_X, bytes(33))))
                .refuses("a key without y", w -> key(w, compressed(w).remove(KEY_Y)))
                .refuses("a y of 31 bytes", w -> key(w, compressed(w).put(KEY_Y, bytes(31))))
                .refuses("a y of 33 bytes", w -> key(w, compressed(w).put(KEY_Y, bytes(33))))
                .refuses("a y of null", w -> key(w, compressed(w).put(KEY_Y, Cbor.simple(22))))
                .refuses("a sign of 0 or 1", w -> key(w, compressed(w).put(KEY_Y, ZERO)))
                .refuses("a key with an alg", w -> key(w, compressed(w).put(3, Cbor.integer(-9))))
                .refuses("a private key", w -> key(w, compressed(w).put(-4, bytes(32))))
                .grants("y as its sign", w -> key(w, compressed(w)))
                .grants("y in full", w -> key(w, w.phone.key().coseKeyInFull()))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aStatusReferenceIsExactlyAnIndexAndAUri() {
        var index = Cbor.integer(100);
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("a status that is no map", w -> claim(w, CLAIM_STATUS, ZERO))
                .refuses("a reference that is no map", w -> status(w, ZERO))
                .refuses("no index", w -> reference(w, reference(index).remove(Cbor.text("idx"))))
                .refuses("no uri", w -> reference(w, reference(index).remove(Cbor.text("uri"))))
                .refuses("a third member", w -> reference(w, reference(index).put("x", ZERO)))
                .refuses("a negative index", w -> reference(w, reference(NEGATIVE)))
                .refuses("an index of 2^32", w -> reference(w, reference(signed(1L << 32))))
                .refuses("an index of 2^64-1", w -> reference(w, reference(GREATEST)))
                .refuses("an index in words", w -> reference(w, reference(Cbor.text("1"))))
                .refuses("an empty uri", w -> statusAt(w, ""))
                .refuses("a uri of 129 bytes", w -> statusAt(w, uri(129)))
                .refuses("a uri in bytes", w -> reference(w, reference(index).put("uri", bytes(8))))
                // Two mechanisms in one claim are not in the CDDL; a lone unknown one is 404.
                .refuses("a second mechanism beside it", P1ClaimsTest::twoMechanisms)
                .grants("a uri of 128 bytes", w -> listedAt(w, uri(128)))
                .then(STATUS, STATUS_LIST_UNKNOWN)
                .refuses("a uri of 1 byte", w -> statusAt(w, "u"))
                .then(STATUS, STATUS_INDEX_OUT_OF_RANGE)
                .refuses("an index of 2^32-1", w -> reference(w, reference(signed(0xffff_ffffL))))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> audienceClassAndAgencyMayBeAbsentButNotWrong() {
        return Cases.of(CLAIMS, CLAIMS_INVALID)
                .refuses("a negative class", w -> claim(w, CLAIM_PASS_CLASS, NEGATIVE))
                .refuses("a class in words", w -> claim(w, CLAIM_PASS_CLASS, Cbor.text("2")))
                .grants("no class", w -> without(w, CLAIM_PASS_CLASS))
                .refuses("an empty agency", w -> claim(w, CLAIM_AGENCY, Cbor.text("")))
                .refuses("an agency of 33 bytes", w -> claim(w, CLAIM_AGENCY, text(33)))
                .refuses("an agency in bytes", w -> claim(w, CLAIM_AGENCY, bytes(4)))
                .grants("an agency of 1 byte", w -> claim(w, CLAIM_AGENCY, text(1)))
                .grants("an agency of 32 bytes", w -> claim(w, CLAIM_AGENCY, text(32)))
                .grants("no agency", w -> without(w, CLAIM_AGENCY))
                .refuses("a list of sites", w -> claim(w, CLAIM_AUD, audiences()))
                .refuses("a site in bytes", w -> claim(w, CLAIM_AUD, bytes(5)))
                .grants("its site", w -> claim(w, CLAIM_AUD, Cbor.text(DemoSite.SITE)))
                .tests();
    }

    private static AccessDecision<Realm.Production> atGate(World world, String gate) {
        world.gate = gate;
        return world.decide(world.token().audience(gate));
    }

    private static AccessDecision<Realm.Production> proof(World world, long label, Cbor value) {
        return world.decide(world.token().claim(label, value));
    }

    private static AccessDecision<Realm.Production> answered(World world, int bytes) {
        return world.decide(world.tokenFor("p1-qr-challenge", new byte[bytes]));
    }

    private static AccessDecision<Realm.Production> claim(World world, long label, Cbor value) {
        return world.decide(world.present(world.credential().claim(label, value)));
    }

    private static AccessDecision<Realm.Production> without(World world, long label) {
        return world.decide(world.present(world.credential().withoutClaim(label)));
    }

    private static AccessDecision<Realm.Production> issuedBy(World world, String issuer) {
        world.trustIssuer(issuer, world.issuer.keyId());
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> ofType(World world, String type) {
        world.trustEntry.put("vct", List.of(type));
        return world.decide(world.present(world.credential().type(type)));
    }

    private static AccessDecision<Realm.Production> key(World world, CborMap coseKey) {
        return world.decide(world.present(world.credential().holderKey(coseKey)));
    }

    private static CborMap compressed(World world) {
        return world.phone.key().coseKey();
    }

    private static Cbor keyAndKid(World world) {
        return Cbor.map(new CborMap().put(1, Cbor.map(compressed(world))).put(3, bytes(4)));
    }

    private static AccessDecision<Realm.Production> status(World world, Cbor reference) {
        return claim(world, CLAIM_STATUS, Cbor.map(new CborMap().put("status_list", reference)));
    }

    private static AccessDecision<Realm.Production> reference(World world, CborMap reference) {
        return status(world, Cbor.map(reference));
    }

    private static CborMap reference(Cbor index) {
        return new CborMap().put("idx", index).put("uri", Cbor.text(DemoSite.STATUS_URI));
    }

    private static AccessDecision<Realm.Production> statusAt(World world, String uri) {
        return world.decide(world.present(world.credential().status(World.INDEX, uri)));
    }

    private static AccessDecision<Realm.Production> listedAt(World world, String uri) {
        world.listUri = uri;
        return statusAt(world, uri);
    }

    private static AccessDecision<Realm.Production> twoMechanisms(World world) {
        var mechanisms =
                new CborMap()
                        .put("status_list", Cbor.map(reference(Cbor.integer(World.INDEX))))
                        .put("identifier_list", Cbor.map(new CborMap()));
        return claim(world, CLAIM_STATUS, Cbor.map(mechanisms));
    }

    private static String uri(int bytes) {
        String prefix = DemoSite.STATUS_URI_PREFIX;
        return prefix + "u".repeat(bytes - prefix.length());
    }

    private static Cbor audiences() {
        return Cbor.array(Cbor.text(DemoSite.GATE));
    }

    private static Cbor only(long label, Cbor value) {
        return Cbor.map(new CborMap().put(label, value));
    }

    private static Cbor bytes(int count) {
        return Cbor.bytes(new byte[count]);
    }

    private static Cbor text(int length) {
        return Cbor.text("1".repeat(length));
    }

    private static Cbor signed(long value) {
        return Cbor.integer(value);
    }
}
