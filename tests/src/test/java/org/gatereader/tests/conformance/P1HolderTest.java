package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.AUDIENCE;
import static org.gatereader.verifier.verdict.Check.CHALLENGE;
import static org.gatereader.verifier.verdict.Check.HOLDER_KEY;
import static org.gatereader.verifier.verdict.Check.HOLDER_SIGNATURE;
import static org.gatereader.verifier.verdict.DenyReason.CHALLENGE_MISSING;
import static org.gatereader.verifier.verdict.DenyReason.CHALLENGE_UNKNOWN;
import static org.gatereader.verifier.verdict.DenyReason.HOLDER_KEY_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.HOLDER_SIGNATURE_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.WRONG_AUDIENCE;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks 10, 11, 13 and 14 of PROFILE-P1: the holder's key and signature, for whom, and to what.
 */
class P1HolderTest {
    /** The prime of P-256's field (NIST SP 800-186, section 3.2.1.3). */
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

    private static final byte[] CHALLENGE_OF_GATE = HexFormat.of().parseHex("c0".repeat(16));
    private static final byte[] PREVIOUS = HexFormat.of().parseHex("d1".repeat(16));

    @TestFactory
    Stream<DynamicTest> theHolderKeyIsAPointOfTheCurve() {
        var zero = BigInteger.ZERO;
        return Cases.of(HOLDER_KEY, HOLDER_KEY_INVALID)
                .refuses("x of p, y by its sign", w -> key(w, at(P, Cbor.bool(false))))
                .refuses("x above p", w -> key(w, at(P.add(BigInteger.ONE), Cbor.bool(true))))
                .refuses("x of p, y in full", w -> key(w, at(P, number(y(w)))))
                .refuses("y of p", w -> key(w, at(x(w), number(P))))
                .refuses("a point beside the curve", w -> key(w, at(x(w), number(y(w).flipBit(0)))))
                .refuses(
                        "an x that no point has, 1",
                        w -> key(w, at(BigInteger.ONE, Cbor.bool(true))))
                .refuses("infinity as zeros", w -> key(w, at(zero, number(zero))))
                .grants("the point in full", w -> key(w, at(x(w), number(y(w)))))
                .grants("the point by x and sign", w -> key(w, at(x(w), sign(w))))
                // The mirrored point is a point: it is another key, and did not sign.
                .then(HOLDER_SIGNATURE, HOLDER_SIGNATURE_INVALID)
                .refuses("the other sign", w -> key(w, at(x(w), otherSign(w))))
                .refuses("the mirrored point", w -> key(w, at(x(w), number(P.subtract(y(w))))))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> onlyTheHolderSignsTheProof() {
        return Cases.of(HOLDER_SIGNATURE, HOLDER_SIGNATURE_INVALID)
                .refuses("another phone", P1HolderTest::otherPhone)
                .refuses("the issuer", w -> w.decide(w.token().signedWith(w.issuer.key())))
                .refuses("an audience changed after signing", P1HolderTest::audienceChanged)
                .refuses("another credential of the holder", P1HolderTest::credentialExchanged)
                .refuses("zeros", w -> w.decide(w.token().signature(_ -> new byte[64])))
                .refuses("ones", w -> w.decide(w.token().signature(P1HolderTest::ones)))
                .grants("the holder", w -> w.decide(w.token()))
                .grants("the twin", w -> w.decide(w.token().signature(SigningKey::twin)))
                .grants("a second phone with its own credential", P1HolderTest::secondPhone)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aOneWayProofIsForThisGateOrAGroupItIsIn() {
        return Cases.of(AUDIENCE, WRONG_AUDIENCE)
                .grants("this gate", w -> madeFor(w, "seoul-main-03"))
                .grants("a group that names this gate", w -> madeFor(w, "seoul-main"))
                .grants("a group that holds every gate", w -> everyGate(w, "seoul-all"))
                .refuses("another gate of the group", w -> madeFor(w, "seoul-main-04"))
                .refuses("a group without this gate", w -> groupOf(w, List.of("seoul-main-04")))
                .refuses("a group without any gate", w -> groupOf(w, List.of()))
                .refuses("the site", w -> madeFor(w, DemoSite.SITE))
                .refuses("the gate in capitals", w -> madeFor(w, "SEOUL-MAIN-03"))
                .refuses("the gate with a blank", w -> madeFor(w, "seoul-main-03 "))
                .refuses("the beginning of the gate", w -> madeFor(w, "seoul-main-0"))
                .refuses("a wildcard", w -> madeFor(w, "seoul-main-*"))
                .refuses("any", w -> madeFor(w, "*"))
                .refuses(
                        "the gate in full-width digits", w -> madeFor(w, "seoul-main-\uff10\uff13"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aChallengedProofIsForThisGateAlone() {
        return Cases.of(AUDIENCE, WRONG_AUDIENCE)
                .grants("this gate, by code", w -> answeredFor(w, "p1-qr-challenge", DemoSite.GATE))
                .grants("this gate, by tap", w -> answeredFor(w, "p1-tap", DemoSite.GATE))
                .refuses("its group, by code", w -> answeredFor(w, "p1-qr-challenge", "seoul-main"))
                .refuses("its group, by tap", w -> answeredFor(w, "p1-tap", "seoul-main"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aCredentialForOneSiteIsForThisOne() {
        return Cases.of(AUDIENCE, WRONG_AUDIENCE)
                .grants("a credential for any site", w -> w.decide(w.token()))
                .grants("a credential for this site", w -> forSite(w, "seoul"))
                .refuses("a credential for another site", w -> forSite(w, "sejong"))
                .refuses("a credential for the gate", w -> forSite(w, DemoSite.GATE))
                .refuses("a credential for no site by name", w -> forSite(w, ""))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> whereAChallengeIsDemandedOneIsSigned() {
        return Cases.of(CHALLENGE, CHALLENGE_MISSING)
                .refuses("none, by code", w -> silent(w, "p1-qr-challenge"))
                .refuses("none, by tap", w -> silent(w, "p1-tap"))
                .grants("none, one way", w -> silent(w, "p1-qr"))
                .grants("the gate's, by code", w -> w.decide(challenged(w, "p1-qr-challenge")))
                .grants("the gate's, by tap", w -> w.decide(challenged(w, "p1-tap")))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aSignedChallengeIsOneThatIsOutstandingHere() {
        byte[] none = {};
        return Cases.of(CHALLENGE, CHALLENGE_UNKNOWN)
                .refuses("an invented one", w -> answering(w, PREVIOUS, CHALLENGE_OF_GATE))
                .refuses("one that is no longer honoured", w -> answering(w, PREVIOUS, none))
                .refuses("one with a byte more", w -> answering(w, longer(), CHALLENGE_OF_GATE))
                .refuses("one with a byte less", w -> answering(w, shorter(), CHALLENGE_OF_GATE))
                .refuses("a skimmed tap, shown as a code", P1HolderTest::skimmed)
                .grants("the current one", w -> answering(w, CHALLENGE_OF_GATE, CHALLENGE_OF_GATE))
                .grants("the previous one", P1HolderTest::previous)
                // One way and yet answered: it is as fresh as in its own lane.
                .grants("the current one, one way", w -> w.decide(challenged(w, "p1-qr")))
                .tests();
    }

    private static AccessDecision<Realm.Production> key(World world, CborMap coseKey) {
        return world.decide(world.present(world.credential().holderKey(coseKey)));
    }

    private static CborMap at(BigInteger x, Cbor y) {
        return new CborMap()
                .put(Labels.KEY_KTY, Cbor.integer(Labels.KTY_EC2))
                .put(Labels.KEY_CRV, Cbor.integer(Labels.CRV_P256))
                .put(Labels.KEY_X, number(x))
                .put(Labels.KEY_Y, y);
    }

    private static BigInteger x(World world) {
        return new BigInteger(1, world.phone.key().x());
    }

    private static BigInteger y(World world) {
        return new BigInteger(1, world.phone.key().y());
    }

    private static Cbor sign(World world) {
        return Cbor.bool(y(world).testBit(0));
    }

    private static Cbor otherSign(World world) {
        return Cbor.bool(!y(world).testBit(0));
    }

    /** 32 bytes, big-endian. */
    private static Cbor number(BigInteger value) {
        byte[] digits = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(digits.length, fixed.length);
        System.arraycopy(digits, digits.length - length, fixed, fixed.length - length, length);
        return Cbor.bytes(fixed);
    }

    private static byte[] ones(byte[] signature) {
        byte[] ones = signature.clone();
        Arrays.fill(ones, (byte) 0xff);
        return ones;
    }

    private static AccessDecision<Realm.Production> otherPhone(World world) {
        return world.decide(second().present(world.credential(), World.NOON));
    }

    private static AccessDecision<Realm.Production> secondPhone(World world) {
        var second = second();
        var credential =
                world.issuer
                        .credential(second, World.NOON.minusSeconds(60))
                        .status(World.INDEX, DemoSite.STATUS_URI);
        return world.decide(second.present(credential, World.NOON));
    }

    private static Phone second() {
        return new Phone(DemoKeys.named("phone-second"), new Random(1));
    }

    /** Changes the claims behind the signature's back; their length stays the same. */
    private static AccessDecision<Realm.Production> audienceChanged(World world) {
        var token = world.token().audience("seoul-main-04");
        return world.decide(token.parts(parts -> withPart(parts, 2, claimsForThisGate(token))));
    }

    private static Cbor claimsForThisGate(Presentation token) {
        return Cbor.map(token.claims().put(Labels.CLAIM_AUD, Cbor.text(DemoSite.GATE)));
    }

    /** Both credentials are the holder's; the proof was made over the first. */
    private static AccessDecision<Realm.Production> credentialExchanged(World world) {
        var token = world.token();
        var headers = token.headers();
        return world.decide(
                token.parts(
                        parts -> {
                            headers.put(
                                    Labels.HEADER_CREDENTIAL,
                                    world.credential().passClass(1).toCbor());
                            return withPart(parts, 0, Cbor.map(headers));
                        }));
    }

    private static List<Cbor> withPart(List<Cbor> parts, int index, Cbor document) {
        Cbor[] changed = parts.toArray(Cbor[]::new);
        changed[index] = Cbor.bytes(document.toBytes());
        return List.of(changed);
    }

    private static AccessDecision<Realm.Production> madeFor(World world, String audience) {
        return world.decide(world.token().audience(audience));
    }

    private static AccessDecision<Realm.Production> groupOf(World world, List<String> gates) {
        world.policy.put("gateGroups", new JsonMap().put("seoul-main", gates));
        return madeFor(world, "seoul-main");
    }

    private static AccessDecision<Realm.Production> everyGate(World world, String group) {
        world.policy.put("gateGroups", List.of(group));
        return madeFor(world, group);
    }

    private static AccessDecision<Realm.Production> answeredFor(
            World world, String lane, String audience) {
        return world.decide(challenged(world, lane).audience(audience));
    }

    private static AccessDecision<Realm.Production> forSite(World world, String site) {
        return world.decide(world.present(world.credential().audience(site)));
    }

    private static AccessDecision<Realm.Production> silent(World world, String lane) {
        world.open(lane);
        world.challenges = List.of(CHALLENGE_OF_GATE);
        return world.decide(world.token());
    }

    private static Presentation challenged(World world, String lane) {
        return world.tokenFor(lane, CHALLENGE_OF_GATE);
    }

    /** In the code lane; an empty {@code outstanding} stands for none. */
    private static AccessDecision<Realm.Production> answering(
            World world, byte[] signed, byte[] outstanding) {
        world.open("p1-qr-challenge");
        world.challenges = outstanding.length == 0 ? List.of() : List.of(outstanding);
        return world.decide(world.token().challenge(signed));
    }

    private static AccessDecision<Realm.Production> previous(World world) {
        world.open("p1-qr-challenge");
        world.challenges = List.of(CHALLENGE_OF_GATE, PREVIOUS);
        return world.decide(world.token().challenge(PREVIOUS));
    }

    /** The code channel has no challenge outstanding; the tap's is no business of it. */
    private static AccessDecision<Realm.Production> skimmed(World world) {
        world.policy.put("lanes", List.of("p1-qr", "p1-tap"));
        return world.decide(world.token().challenge(CHALLENGE_OF_GATE));
    }

    private static byte[] longer() {
        return Arrays.copyOf(CHALLENGE_OF_GATE, CHALLENGE_OF_GATE.length + 1);
    }

    private static byte[] shorter() {
        return Arrays.copyOf(CHALLENGE_OF_GATE, CHALLENGE_OF_GATE.length - 1);
    }
}
