package org.gatereader.tests.conformance;

import static org.gatereader.verifier.verdict.Check.SHAPE;
import static org.gatereader.verifier.verdict.DenyReason.HEADER_REFUSED;
import static org.gatereader.verifier.verdict.DenyReason.WRONG_SHAPE;
import static org.gatereader.verifier.verdict.DenyReason.WRONG_TYPE;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.CwtBuilder;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Check 5 of PROFILE-P1: tags, arrays, empty unprotected headers, signatures of 64 bytes, and
 * exactly the headers of each token: shape (106), then typ (107), then a header too many (109), the
 * outer token before the inner.
 */
class P1ShapeTest {
    private static final Cbor ONE = Cbor.integer(1);

    /** The same change to the outer token, which the holder signs, or to the inner one. */
    private enum Token {
        PRESENTATION(Labels.HEADER_KID),
        CREDENTIAL(Labels.HEADER_CREDENTIAL);

        private final long strange;

        Token(long strange) {
            this.strange = strange;
        }

        AccessDecision<Realm.Production> with(World world, Consumer<CwtBuilder<?>> change) {
            var credential = world.credential();
            if (this == CREDENTIAL) {
                change.accept(credential);
            }
            var presentation = world.present(credential);
            if (this == PRESENTATION) {
                change.accept(presentation);
            }
            return world.decide(presentation);
        }
    }

    @TestFactory
    Stream<DynamicContainer> eachTokenIsACoseSign1InTag18() {
        return each(
                token ->
                        Cases.of(SHAPE, WRONG_SHAPE)
                                .refuses("no tag", w -> tagged(w, token, array -> array))
                                .refuses("tag 17", w -> tagged(w, token, a -> Cbor.tag(17, a)))
                                .refuses("tag 61", w -> tagged(w, token, a -> Cbor.tag(61, a)))
                                .refuses(
                                        "tag 18 in tag 61",
                                        w -> tagged(w, token, a -> Cbor.tag(61, tag18(a))))
                                .refuses(
                                        "tag 18 twice", w -> tagged(w, token, a -> tag18(tag18(a))))
                                .refuses("a map", w -> tagged(w, token, _ -> tag18(emptyMap())))
                                .refuses("nothing", w -> tagged(w, token, _ -> nil()))
                                .grants("tag 18", w -> tagged(w, token, P1ShapeTest::tag18)));
    }

    @TestFactory
    Stream<DynamicContainer> eachTokenHasFourElementsOfTheirTypes() {
        var document = Cbor.bytes(array().toBytes());
        return each(
                token ->
                        Cases.of(SHAPE, WRONG_SHAPE)
                                .refuses("3 elements", w -> parts(w, token, p -> p.removeLast()))
                                .refuses("5 elements", w -> parts(w, token, p -> p.add(ONE)))
                                .refuses(
                                        "header no bytes", w -> parts(w, token, p -> p.set(0, ONE)))
                                .refuses(
                                        "header no map",
                                        w -> parts(w, token, p -> p.set(0, document)))
                                .refuses(
                                        "unprotected no map",
                                        w -> parts(w, token, p -> p.set(1, ONE)))
                                .refuses(
                                        "payload detached",
                                        w -> parts(w, token, p -> p.set(2, nil())))
                                .refuses(
                                        "claims no bytes",
                                        w -> parts(w, token, p -> p.set(2, emptyMap())))
                                .refuses(
                                        "claims no map",
                                        w -> parts(w, token, p -> p.set(2, document)))
                                .refuses(
                                        "signature as text",
                                        w -> parts(w, token, p -> p.set(3, text64())))
                                .refuses("signature of 63 bytes", w -> signature(w, token, 63))
                                .refuses("signature of 65 bytes", w -> signature(w, token, 65))
                                .refuses("signature of no bytes", w -> signature(w, token, 0))
                                .grants("signature of 64 bytes", w -> signature(w, token, 64)));
    }

    @TestFactory
    Stream<DynamicContainer> nothingStandsUnprotected() {
        var keyId = Cbor.map(new CborMap().put(4, Cbor.bytes(new byte[4])));
        var other = Cbor.map(new CborMap().put("x", ONE));
        return each(
                token ->
                        Cases.of(SHAPE, WRONG_SHAPE)
                                .refuses("a kid", w -> token.with(w, t -> t.unprotected(keyId)))
                                .refuses("a word", w -> token.with(w, t -> t.unprotected(other)))
                                .grants(
                                        "nothing",
                                        w -> token.with(w, t -> t.unprotected(emptyMap()))));
    }

    @TestFactory
    Stream<DynamicTest> noHeaderIsMissingOrOfAnotherType() {
        var wide = Cbor.integer(BigInteger.TWO.pow(63));
        return Cases.of(SHAPE, WRONG_SHAPE)
                .refuses("no alg outside", w -> without(w, Token.PRESENTATION, 1))
                .refuses("no typ outside", w -> without(w, Token.PRESENTATION, 16))
                .refuses("no credential", w -> without(w, Token.PRESENTATION, 13))
                .refuses("no alg inside", w -> without(w, Token.CREDENTIAL, 1))
                .refuses("no typ inside", w -> without(w, Token.CREDENTIAL, 16))
                .refuses("no kid", w -> without(w, Token.CREDENTIAL, 4))
                .refuses("alg as text", w -> header(w, Token.CREDENTIAL, 1, Cbor.text("ESP256")))
                .refuses("alg beyond 63 bits", w -> header(w, Token.PRESENTATION, 1, wide))
                .refuses("kid as text", w -> header(w, Token.CREDENTIAL, 4, Cbor.text("mpm1")))
                .refuses("the credential in bytes", P1ShapeTest::wrapped)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aKeyIdHas4To16Bytes() {
        return Cases.of(SHAPE, WRONG_SHAPE)
                .refuses("a kid of 3 bytes", w -> keyId(w, 3))
                .grants("a kid of 4 bytes", w -> keyId(w, 4))
                .grants("a kid of 16 bytes", w -> keyId(w, 16))
                .refuses("a kid of 17 bytes", w -> keyId(w, 17))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> typTellsTheTokensApart() {
        return Cases.of(SHAPE, WRONG_TYPE)
                .refuses("a credential's typ outside", w -> typ(w, Token.PRESENTATION, 293))
                .refuses("a token's typ inside", w -> typ(w, Token.CREDENTIAL, 294))
                .refuses("another typ outside", w -> typ(w, Token.PRESENTATION, 295))
                .refuses("another typ inside", w -> typ(w, Token.CREDENTIAL, 61))
                .refuses("a negative typ", w -> typ(w, Token.CREDENTIAL, ~293))
                .refuses(
                        "the typ in words",
                        w -> header(w, Token.PRESENTATION, 16, Cbor.text("application/kb+cwt")))
                .grants("the typ of a token", w -> typ(w, Token.PRESENTATION, 294))
                .grants("the typ of a credential", w -> typ(w, Token.CREDENTIAL, 293))
                .tests();
    }

    @TestFactory
    Stream<DynamicContainer> noHeaderIsTooMany() {
        return each(
                token ->
                        Cases.of(SHAPE, HEADER_REFUSED)
                                .refuses("crit", w -> header(w, token, 2, Cbor.array(ONE)))
                                .refuses("a content type", w -> header(w, token, 3, ONE))
                                .refuses(
                                        "a header of the other",
                                        w -> header(w, token, token.strange, ONE))
                                .refuses("x5chain", w -> header(w, token, 33, array()))
                                .refuses("a negative label", w -> header(w, token, -1, ONE))
                                .refuses("a word", w -> token.with(w, t -> named(t, "typ"))));
    }

    @TestFactory
    Stream<DynamicTest> shapeGoesBeforeTypAndTypBeforeStrangers() {
        var typ = Cbor.integer(1);
        return Cases.of(SHAPE, WRONG_SHAPE)
                .refuses(
                        "no kid, a wrong typ and a strange header",
                        w ->
                                Token.CREDENTIAL.with(
                                        w, t -> t.withoutHeader(4).header(16, typ).header(99, ONE)))
                .then(SHAPE, WRONG_TYPE)
                .refuses(
                        "a wrong typ and a strange header",
                        w -> Token.CREDENTIAL.with(w, t -> t.header(16, typ).header(99, ONE)))
                .refuses(
                        "a wrong typ outside, an inner token without a kid",
                        w -> w.decide(w.present(w.credential().withoutHeader(4)).header(16, typ)))
                .tests();
    }

    private static Stream<DynamicContainer> each(Function<Token, Cases> cases) {
        return Stream.of(Token.values())
                .map(
                        token ->
                                DynamicContainer.dynamicContainer(
                                        "" + token, cases.apply(token).tests()));
    }

    private static AccessDecision<Realm.Production> tagged(
            World world, Token token, UnaryOperator<Cbor> tagging) {
        return token.with(world, t -> t.tagging(tagging));
    }

    private static AccessDecision<Realm.Production> parts(
            World world, Token token, Consumer<List<Cbor>> change) {
        return token.with(
                world,
                t ->
                        t.parts(
                                parts -> {
                                    List<Cbor> changed = new ArrayList<>(parts);
                                    change.accept(changed);
                                    return changed;
                                }));
    }

    private static AccessDecision<Realm.Production> signature(World world, Token token, int bytes) {
        return token.with(world, t -> t.signature(s -> Arrays.copyOf(s, bytes)));
    }

    private static AccessDecision<Realm.Production> header(
            World world, Token token, long label, Cbor value) {
        return token.with(world, t -> t.header(label, value));
    }

    private static AccessDecision<Realm.Production> typ(World world, Token token, long typ) {
        return header(world, token, Labels.HEADER_TYP, Cbor.integer(typ));
    }

    private static AccessDecision<Realm.Production> without(World world, Token token, long label) {
        return token.with(world, t -> t.withoutHeader(label));
    }

    private static AccessDecision<Realm.Production> keyId(World world, int bytes) {
        byte[] keyId = new byte[bytes];
        Arrays.fill(keyId, (byte) 7);
        world.trustIssuer(DemoSite.ISSUER, keyId);
        return world.decide(world.token());
    }

    private static AccessDecision<Realm.Production> wrapped(World world) {
        return world.decide(world.present(Cbor.bytes(world.credential().toBytes())));
    }

    private static void named(CwtBuilder<?> token, String label) {
        token.headers().put(label, ONE);
    }

    private static Cbor tag18(Cbor array) {
        return Cbor.tag(Labels.TAG_SIGN1, array);
    }

    private static Cbor emptyMap() {
        return Cbor.map(new CborMap());
    }

    private static Cbor nil() {
        return Cbor.simple(22);
    }

    private static Cbor array() {
        return Cbor.array(ONE);
    }

    private static Cbor text64() {
        return Cbor.text("0".repeat(64));
    }
}
