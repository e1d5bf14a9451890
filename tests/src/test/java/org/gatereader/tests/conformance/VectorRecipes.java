package org.gatereader.tests.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.gatereader.tests.conformance.World.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.verifier.verdict.Channel;

/**
 * What is shown in each vector of {@code tests/vectors/p1} that needs a signature, by the name of
 * its file. When, to whom and with which answer stands in the file's header.
 */
final class VectorRecipes {
    private static final byte[] CHALLENGE =
            HexFormat.of().parseHex("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final Instant ISSUED = NOON.minusSeconds(3600);
    private static final Instant LONGEST = ISSUED.plus(Duration.ofDays(400));
    private static final Instant SECOND = NOON.plusSeconds(1);
    private static final Instant NIGHT = Instant.parse("2030-01-01T13:00:00Z");
    private static final Instant LIST_48_HOURS_OLD = ISSUED.plus(Duration.ofDays(2));
    private static final Instant DEGRADED = LIST_48_HOURS_OLD.plusSeconds(1);
    private static final Cbor ZERO = Cbor.integer(0);
    private static final Cbor EMPTY_MAP = Cbor.map(new CborMap());

    private final Map<String, Function<World, Presentation>> all = new LinkedHashMap<>();

    private VectorRecipes() {}

    /** What is shown: the text of a code, or hex where it comes over NFC. */
    static Map<String, Function<World, String>> all() {
        var recipes = new VectorRecipes();
        recipes.nothingIsChanged();
        recipes.documents();
        recipes.shape();
        recipes.claims();
        recipes.issuer();
        recipes.holder();
        recipes.validity();
        recipes.status();
        recipes.policy();
        Map<String, Function<World, String>> shown = new LinkedHashMap<>();
        recipes.all.forEach((name, recipe) -> shown.put(name, world -> shown(world, recipe)));
        return shown;
    }

    private static String shown(World world, Function<World, Presentation> recipe) {
        byte[] presentation = recipe.apply(world).toBytes();
        return world.channel == Channel.QR
                ? Presentation.textOf(presentation)
                : HexFormat.of().formatHex(presentation);
    }

    /** The header alone makes the difference. */
    private void nothingIsChanged() {
        for (String name :
                new String[] {
                    "granted", "key-ended", "key-ends-in-a-second", "used-before",
                    "challenge-missing", "tap-challenge-missing", "as-old-as-allowed", "too-old",
                    "as-far-ahead-as-allowed", "too-far-ahead", "no-clock", "at-the-floor",
                    "above-the-floor", "admitted"
                }) {
            token(name, token -> token);
        }
        for (String name :
                new String[] {"challenge", "challenge-without-a-clock", "tap", "skimmed-tap"}) {
            token(name, token -> token.challenge(CHALLENGE));
        }
    }

    private void documents() {
        extra("depth-8", nested(7));
        extra("depth-9", nested(8));
        extra("items-64", Cbor.array(Collections.nCopies(27, ZERO)));
        extra("items-65", Cbor.array(Collections.nCopies(28, ZERO)));
        extra("integer-not-minimal", Cbor.widened(Cbor.integer(23), 1));
        extra("float", Cbor.float16(0x3c00));
        extra("bignum", Cbor.tag(2, Cbor.bytes(new byte[] {1})));
        extra("length-indefinite", Cbor.raw(new byte[] {(byte) 0x9f, (byte) 0xff}));
        extra("not-utf-8", Cbor.text(new byte[] {-61, 40}));
        extra("key-twice", Cbor.mapAsGiven(new CborMap().add(ZERO, ZERO).add(ZERO, ZERO)));
        credential("trailing-byte", c -> c.claimBytes(b -> Arrays.copyOf(b, b.length + 1)));
        credential("keys-unsorted", c -> c.claimBytes(_ -> reversed(c.claims())));
        all.put("640-bytes", world -> sized(world, 640));
        all.put("641-bytes", world -> sized(world, 641));
    }

    private void shape() {
        token("untagged", t -> t.tagging(array -> array));
        token("tagged-as-cwt", t -> t.tagging(array -> Cbor.tag(61, Cbor.tag(18, array))));
        token("unprotected-kid", t -> t.unprotected(Cbor.map(new CborMap().put(4, bytes(4)))));
        token("signature-of-63-bytes", t -> t.signature(s -> Arrays.copyOf(s, 63)));
        token("typ-of-a-credential", t -> t.header(Labels.HEADER_TYP, Cbor.integer(293)));
        credential("typ-of-a-token", c -> c.header(Labels.HEADER_TYP, Cbor.integer(294)));
        credential("kid-of-3-bytes", c -> c.keyId(new byte[3]));
        credential("crit", c -> c.header(Labels.HEADER_CRIT, Cbor.array(Cbor.integer(16))));
    }

    private void claims() {
        token("cti-of-8-bytes", t -> t.tokenId(new byte[8]));
        token("cti-of-7-bytes", t -> t.tokenId(new byte[7]));
        token("audience-list", t -> t.claim(Labels.CLAIM_AUD, Cbor.array(Cbor.text("g"))));
        token("proof-with-subject", t -> t.claim(Labels.CLAIM_SUB, Cbor.text("somebody")));
        credential("sub-of-24-bytes", c -> c.subject("s".repeat(24)));
        credential("sub-of-25-bytes", c -> c.subject("s".repeat(25)));
        credential("no-expiry", c -> c.withoutClaim(Labels.CLAIM_EXP));
        credential("status-index-of-33-bits", c -> c.status(1L << 32, DemoSite.STATUS_URI));
        extra("redacted-claim", Cbor.tag(60, bytes(32)));
        credential(
                "granted-with-extra-claims",
                c -> c.claim("-65537", Cbor.integer(1)).claim(-70_000, ZERO));
        credential(
                "granted-without-class-and-agency",
                c -> c.withoutClaim(Labels.CLAIM_PASS_CLASS).withoutClaim(Labels.CLAIM_AGENCY));
    }

    private void issuer() {
        credential("unknown-issuer", c -> c.issuer("mpm.go.kr.example"));
        credential("unknown-key", c -> c.keyId("mpm9".getBytes(US_ASCII)));
        credential("other-algorithm", c -> c.algorithm(Labels.ALG_ES256));
        token("other-algorithm-outside", t -> t.algorithm(Labels.ALG_ES256));
        credential("forged", c -> c.signedWith(World.stranger()));
        credential("type-not-trusted", c -> c.type("mobileid.go.kr/driver"));
        all.put(
                "granted-es256",
                w -> w.present(w.credential().algorithm(Labels.ALG_ES256)).algorithm(-7));
    }

    private void holder() {
        all.put("granted-y-in-full", w -> heldBy(w, w.phone.key().coseKeyInFull()));
        all.put("key-off-the-curve", w -> heldBy(w, coseKey(w).put(Labels.KEY_X, one())));
        all.put("other-sign-of-y", w -> heldBy(w, mirrored(w)));
        all.put(
                "granted-twin-signatures",
                w ->
                        w.present(w.credential().signature(SigningKey::twin))
                                .signature(SigningKey::twin));
        token("other-phone", t -> t.signedWith(World.stranger()));
        token("granted-to-a-group", t -> t.audience(DemoSite.GATE_GROUP));
        token("other-gate", t -> t.audience("seoul-main-04"));
        token("gate-in-capitals", t -> t.audience("SEOUL-MAIN-03"));
        credential("other-site", c -> c.audience("sejong"));
        token("challenge-unknown", t -> t.challenge(new byte[16]));
        token("challenge-for-the-group", t -> t.challenge(CHALLENGE).audience(DemoSite.GATE_GROUP));
    }

    private void validity() {
        credential("for-400-days", c -> c.validUntil(LONGEST));
        credential("for-longer", c -> c.validUntil(LONGEST.plusSeconds(1)));
        credential("ends-when-it-begins", c -> c.validUntil(ISSUED));
        credential("begins-now", c -> c.notBefore(NOON));
        credential("begins-in-a-second", c -> c.notBefore(SECOND));
        credential("issued-in-a-second", c -> c.issuedAt(SECOND));
        credential("expires-in-a-second", c -> c.validUntil(SECOND));
        credential("expired", c -> c.validUntil(NOON));
        all.put(
                "signed-before-it-began",
                w -> w.present(w.credential().notBefore(NOON)).issuedAt(NOON.minusSeconds(1)));
        all.put(
                "signed-when-it-ended",
                w -> w.present(w.credential().validUntil(SECOND)).issuedAt(SECOND));
    }

    private void status() {
        long last = DemoSite.STATUS_ENTRIES - 1;
        listed("last-entry", last, DemoSite.STATUS_URI);
        listed("behind-the-last-entry", last + 1, DemoSite.STATUS_URI);
        listed("revoked", VectorTrust.REVOKED, DemoSite.STATUS_URI);
        listed("suspended", VectorTrust.SUSPENDED, DemoSite.STATUS_URI);
        listed("status-of-3", VectorTrust.UNKNOWN, DemoSite.STATUS_URI);
        listed("beside-them", VectorTrust.UNKNOWN + 1, DemoSite.STATUS_URI);
        listed("exempt-and-revoked", VectorTrust.REVOKED, DemoSite.STATUS_URI);
        listed("foreign-list", World.INDEX, "https://elsewhere.example/1");
        listed("list-absent", World.INDEX, VectorTrust.ABSENT);
        listed("list-expires-now", World.INDEX, VectorTrust.EXPIRES_NOW);
        listed("list-expires-soon", World.INDEX, VectorTrust.EXPIRES_SOON);
        token("list-48-hours-old", t -> t.issuedAt(LIST_48_HOURS_OLD));
        token("list-degraded", t -> t.issuedAt(DEGRADED));
        token("list-degraded-challenge", t -> t.issuedAt(DEGRADED).challenge(CHALLENGE));
        lasting("list-degraded-short-lived", Duration.ofDays(2));
        lasting("list-degraded-longer-lived", Duration.ofDays(2).plusSeconds(1));
        credential("no-status", c -> c.withoutClaim(Labels.CLAIM_STATUS));
        credential("exempt-from-status", c -> c.withoutClaim(Labels.CLAIM_STATUS));
        var other = Cbor.map(new CborMap().put("identifier_list", EMPTY_MAP));
        credential("other-mechanism", c -> c.claim(Labels.CLAIM_STATUS, other));
    }

    private void policy() {
        credential("type-not-admitted", c -> c.type(VectorTrust.VISITOR));
        all.put("issuer-not-admitted", VectorRecipes::byOtherIssuer);
        credential("class-not-admitted", c -> c.passClass(3));
        token("last-minute", t -> t.issuedAt(NIGHT.minusSeconds(1)));
        token("closing-time", t -> t.issuedAt(NIGHT));
        credential("other-agency", c -> c.agency("NTS"));
        credential(
                "agency-as-a-name",
                c -> c.withoutClaim(Labels.CLAIM_AGENCY).claim("agency", Cbor.text("MOIS")));
    }

    /** A presentation that keeps every rule, but for this. */
    private void token(String name, UnaryOperator<Presentation> change) {
        all.put(name, world -> change.apply(world.token()));
    }

    /** A presentation of a credential that was changed before its issuer signed it. */
    private void credential(String name, UnaryOperator<Credential> change) {
        all.put(name, world -> world.present(change.apply(world.credential())));
    }

    /** An extra claim, which is ignored unless it breaks a rule for all claims. */
    private void extra(String name, Cbor value) {
        credential(name, credential -> credential.claim("x", value));
    }

    private void listed(String name, long index, String uri) {
        credential(name, credential -> credential.status(index, uri));
    }

    /** Shown when the list is degraded; issued later than the list, so that it is still valid. */
    private void lasting(String name, Duration lifetime) {
        all.put(
                name,
                world -> {
                    var credential = world.credential().issuedAt(NOON);
                    return world.present(credential.validUntil(NOON.plus(lifetime)))
                            .issuedAt(DEGRADED);
                });
    }

    private static Presentation heldBy(World world, CborMap coseKey) {
        return world.present(world.credential().holderKey(coseKey));
    }

    private static Presentation byOtherIssuer(World world) {
        world.issuer = VectorTrust.otherIssuer();
        return world.token();
    }

    /** Fills an ignored claim until the presentation has exactly so many bytes. */
    private static Presentation sized(World world, int bytes) {
        var token = world.token();
        int filling = bytes - token.toBytes().length;
        while (token.toBytes().length != bytes) {
            token = world.present(world.credential().claim("x", bytes(filling--)));
        }
        return token;
    }

    private static CborMap coseKey(World world) {
        return world.phone.key().coseKey();
    }

    private static CborMap mirrored(World world) {
        boolean isOdd = (world.phone.key().y()[31] & 1) == 1;
        return coseKey(world).put(Labels.KEY_Y, Cbor.bool(!isOdd));
    }

    /** No point of P-256 has an x of 1. */
    private static Cbor one() {
        byte[] number = new byte[32];
        number[31] = 1;
        return Cbor.bytes(number);
    }

    private static Cbor bytes(int count) {
        return Cbor.bytes(new byte[count]);
    }

    private static Cbor nested(int arrays) {
        var nested = ZERO;
        for (int i = 0; i < arrays; i++) {
            nested = Cbor.array(nested);
        }
        return nested;
    }

    private static byte[] reversed(CborMap claims) {
        return Cbor.mapAsGiven(claims.reversed()).toBytes();
    }
}
