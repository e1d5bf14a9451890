package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.ISSUER_SIGNATURE;
import static org.gatereader.verifier.verdict.Check.KEY_ENTRY;
import static org.gatereader.verifier.verdict.Check.TRUST_ENTRY;
import static org.gatereader.verifier.verdict.DenyReason.ALGORITHM_REFUSED;
import static org.gatereader.verifier.verdict.DenyReason.ISSUER_KEY_NOT_VALID;
import static org.gatereader.verifier.verdict.DenyReason.ISSUER_KEY_UNKNOWN;
import static org.gatereader.verifier.verdict.DenyReason.ISSUER_SIGNATURE_INVALID;
import static org.gatereader.verifier.verdict.DenyReason.ISSUER_UNKNOWN;
import static org.gatereader.verifier.verdict.DenyReason.TYPE_NOT_TRUSTED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Checks 7 to 9 of PROFILE-P1: the trust entry, what it allows, the issuer's signature. */
class P1TrustTest {
    private static final Instant NOON = World.NOON;

    @TestFactory
    Stream<DynamicTest> anIssuerIsTrustedByItsNameAlone() {
        return Cases.of(TRUST_ENTRY, ISSUER_UNKNOWN)
                .refuses("another name", w -> issuedBy(w, "mois.go.kr"))
                .refuses("the name in capitals", w -> issuedBy(w, "MPM.go.kr"))
                .refuses("the name with a dot behind it", w -> issuedBy(w, "mpm.go.kr."))
                .refuses("the name with a blank behind it", w -> issuedBy(w, "mpm.go.kr "))
                .refuses("a part of the name", w -> issuedBy(w, "go.kr"))
                .refuses("the name with a Cyrillic er", w -> issuedBy(w, "m\u0440m.go.kr"))
                .refuses("the name, its accent decomposed", w -> issuedBy(w, "e\u0301", "\u00e9"))
                .grants("the name", w -> issuedBy(w, "mpm.go.kr"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aKeyIsFoundByItsIdInEachOfItsReadings() {
        return Cases.of(TRUST_ENTRY, ISSUER_KEY_UNKNOWN)
                .refuses("another kid", w -> keyId(w, "6d706d31", "mpm2"))
                .refuses("a kid that is longer", w -> keyId(w, "6d706d31", "mpm11"))
                .refuses(
                        "a kid of which the entry's is longer", w -> keyId(w, "6d706d3131", "mpm1"))
                .grants("a kid in hex", w -> keyId(w, "6d706d31", "mpm1"))
                .grants("a kid in hex, in capitals", w -> keyId(w, "6D706D31", "mpm1"))
                .grants("a kid in base64url", w -> keyId(w, "bXBtMQ", "mpm1"))
                .grants("a kid in UTF-8", w -> keyId(w, "mpm1", "mpm1"))
                .grants("a kid that is the hex itself", w -> keyId(w, "6d706d31", "6d706d31"))
                .refuses("padded base64url", w -> keyId(w, "bXBtMQ==", "mpm1"))
                .refuses("half a hex digit too many", w -> keyId(w, "6d706d310", "mpm1"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> twoIssuersMayUseTheSameKeyId() {
        return Cases.of(ISSUER_SIGNATURE, ISSUER_SIGNATURE_INVALID)
                .grants("the second issuer, signed with its key", w -> ofSecond(w, "issuer-other"))
                .refuses("the second issuer, signed with the first's", w -> ofSecond(w, "issuer"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> theAlgorithmIsTheEntrysAndNotTheTokens() {
        return Cases.of(KEY_ENTRY, ALGORITHM_REFUSED)
                .refuses(
                        "-7 inside where the entry says ESP256",
                        w -> algorithms(w, "ESP256", -7, -9))
                .refuses(
                        "-7 outside where the entry says ESP256",
                        w -> algorithms(w, "ESP256", -9, -7))
                .refuses(
                        "-9 inside where the entry says ES256", w -> algorithms(w, "ES256", -9, -7))
                .refuses(
                        "-9 outside where the entry says ES256",
                        w -> algorithms(w, "ES256", -7, -9))
                .refuses("EdDSA", w -> algorithms(w, "ESP256", -8, -9))
                .refuses("HMAC", w -> algorithms(w, "ESP256", 5, -9))
                .refuses("none", w -> algorithms(w, "ESP256", 0, -9))
                .grants("-9 where the entry says ESP256", w -> algorithms(w, "ESP256", -9, -9))
                .grants("-7 where the entry says ES256", w -> algorithms(w, "ES256", -7, -7))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aKeyIsValidNowAndWhenItSigned() {
        Instant issuedAt = NOON.minusSeconds(3600);
        return Cases.of(KEY_ENTRY, ISSUER_KEY_NOT_VALID)
                .grants("signed in the key's first second", w -> validFrom(w, issuedAt))
                .refuses("signed a second before", w -> validFrom(w, issuedAt.plusSeconds(1)))
                .refuses("signed half a second before", w -> validFrom(w, issuedAt.plusMillis(500)))
                .refuses("shown when the key ends", w -> validUntil(w, NOON))
                .grants("shown just before the key ends", w -> validUntil(w, NOON.plusMillis(1)))
                .refuses(
                        "signed before the key's first second and shown after",
                        w -> validFrom(w, NOON))
                .refuses(
                        "shown before the key's first second",
                        w -> validFrom(w, NOON.plusSeconds(1)))
                .refuses("signed when the key has ended", P1TrustTest::signedAfterTheKey)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aKeySignsOnlyItsOwnTypes() {
        return Cases.of(KEY_ENTRY, TYPE_NOT_TRUSTED)
                .refuses("another type", w -> ofType(w, "mobileid.go.kr/driver"))
                .refuses("the type in capitals", w -> ofType(w, "mobileid.go.kr/Officer"))
                .refuses("a type below the type", w -> ofType(w, "mobileid.go.kr/officer/1"))
                .refuses("the beginning of the type", w -> ofType(w, "mobileid.go.kr/"))
                .grants("the type", w -> ofType(w, "mobileid.go.kr/officer"))
                .grants("the second of its types", P1TrustTest::secondType)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> insideTheEntryAlgorithmGoesBeforeValidityAndValidityBeforeType() {
        return Cases.of(KEY_ENTRY, ALGORITHM_REFUSED)
                .refuses("all three wrong", w -> entryWrong(w, -7, NOON))
                .then(KEY_ENTRY, ISSUER_KEY_NOT_VALID)
                .refuses("validity and type wrong", w -> entryWrong(w, -9, NOON))
                .then(KEY_ENTRY, TYPE_NOT_TRUSTED)
                .refuses("the type wrong", w -> entryWrong(w, -9, NOON.plusSeconds(1)))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> onlyTheIssuersKeySignsItsCredentials() {
        return Cases.of(ISSUER_SIGNATURE, ISSUER_SIGNATURE_INVALID)
                .refuses(
                        "a stranger's signature",
                        w -> issued(w, c -> c.signedWith(World.stranger())))
                .refuses(
                        "the holder's own signature",
                        w -> issued(w, c -> c.signedWith(w.phone.key())))
                .refuses("the status key's", w -> issued(w, c -> c.signedWith(w.lists.key())))
                .refuses("a class raised after signing", w -> issued(w, P1TrustTest::raised))
                .refuses("a header changed after signing", w -> issued(w, P1TrustTest::rekeyed))
                .refuses(
                        "a signature of zeros", w -> issued(w, c -> c.signature(_ -> new byte[64])))
                .refuses("s of zero", w -> issued(w, c -> c.signature(s -> filled(s, 32, 0x00))))
                .refuses("r of zero", w -> issued(w, c -> c.signature(s -> filled(s, 0, 0x00))))
                .refuses("r above n", w -> issued(w, c -> c.signature(s -> filled(s, 0, 0xff))))
                .refuses("s above n", w -> issued(w, c -> c.signature(s -> filled(s, 32, 0xff))))
                .refuses(
                        "r and s exchanged",
                        w -> issued(w, c -> c.signature(P1TrustTest::exchanged)))
                .grants("its own signature", w -> issued(w, c -> c))
                // Phone key stores do not normalise: any s is taken.
                .grants("its signature's twin", w -> issued(w, c -> c.signature(SigningKey::twin)))
                .tests();
    }

    private static AccessDecision<Realm.Production> issuedBy(World world, String name) {
        return world.decide(world.present(world.credential().issuer(name)));
    }

    private static AccessDecision<Realm.Production> issuedBy(
            World world, String name, String trusted) {
        world.trustEntry.put("iss", trusted);
        return issuedBy(world, name);
    }

    private static AccessDecision<Realm.Production> keyId(
            World world, String trusted, String shown) {
        world.trustEntry.put("kid", trusted);
        byte[] keyId = shown.getBytes(StandardCharsets.UTF_8);
        return world.decide(world.present(world.credential().keyId(keyId)));
    }

    /** A second issuer that is trusted with a key of its own, under the same kid. */
    private static AccessDecision<Realm.Production> ofSecond(World world, String signer) {
        var random = new Random(1);
        byte[] keyId = world.issuer.keyId();
        var second = new Issuer("seoul.go.kr", keyId, DemoKeys.named("issuer-other"), random);
        world.moreTrustEntries.add(second.trustEntry(world.lists));
        var credential =
                second.credential(world.phone, NOON).status(World.INDEX, DemoSite.STATUS_URI);
        return world.decide(world.present(credential.signedWith(DemoKeys.named(signer))));
    }

    private static AccessDecision<Realm.Production> algorithms(
            World world, String trusted, long inside, long outside) {
        world.trustEntry.put("alg", trusted);
        return world.decide(world.present(world.credential().algorithm(inside)).algorithm(outside));
    }

    private static AccessDecision<Realm.Production> validFrom(World world, Instant from) {
        world.trustEntry.put("validFrom", from.toString());
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> validUntil(World world, Instant until) {
        world.trustEntry.put("validUntil", until.toString());
        return world.decide(world.token());
    }

    /** Its issuer's clock ran ahead of ours, past the end of the key. */
    private static AccessDecision<Realm.Production> signedAfterTheKey(World world) {
        world.trustEntry.put("validUntil", NOON.plusSeconds(60).toString());
        return world.decide(world.present(world.credential().issuedAt(NOON.plusSeconds(60))));
    }

    private static AccessDecision<Realm.Production> ofType(World world, String type) {
        return world.decide(world.present(world.credential().type(type)));
    }

    private static AccessDecision<Realm.Production> secondType(World world) {
        world.trustEntry.put("vct", List.of("a/b", DemoSite.CREDENTIAL_TYPE));
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> entryWrong(
            World world, long algorithm, Instant until) {
        world.trustEntry.put("validUntil", until.toString());
        var credential = world.credential().type("a/b").algorithm(algorithm);
        return world.decide(world.present(credential));
    }

    private static AccessDecision<Realm.Production> issued(
            World world, UnaryOperator<Credential> change) {
        return world.decide(world.present(change.apply(world.credential())));
    }

    private static Credential raised(Credential credential) {
        return credential.parts(parts -> withPart(parts, 2, claimsOfClass(credential, 1)));
    }

    private static Cbor claimsOfClass(Credential credential, long passClass) {
        return Cbor.map(credential.claims().put(Labels.CLAIM_PASS_CLASS, Cbor.integer(passClass)));
    }

    /** The kid is another one while it is signed. */
    private static Credential rekeyed(Credential credential) {
        byte[] header = Cbor.map(credential.headers()).toBytes();
        return credential
                .keyId("mpm9".getBytes(StandardCharsets.UTF_8))
                .parts(parts -> withPart(parts, 0, Cbor.raw(header)));
    }

    private static List<Cbor> withPart(List<Cbor> parts, int index, Cbor document) {
        Cbor[] changed = parts.toArray(Cbor[]::new);
        changed[index] = Cbor.bytes(document.toBytes());
        return List.of(changed);
    }

    private static byte[] filled(byte[] signature, int from, int value) {
        byte[] changed = signature.clone();
        Arrays.fill(changed, from, from + 32, (byte) value);
        return changed;
    }

    private static byte[] exchanged(byte[] signature) {
        byte[] changed = Arrays.copyOfRange(signature, 32, 96);
        System.arraycopy(signature, 0, changed, 32, 32);
        return changed;
    }
}
