package org.gatereader.tests.conformance;

import static org.gatereader.tests.conformance.World.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Jwt;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.SdJwt;
import org.gatereader.demo.wallet.SdJwtPresentation;
import org.gatereader.demo.wallet.SigningKey;

/**
 * What is shown in each vector of {@code tests/vectors/p2} that needs a signature, by the name of
 * its file. When, to whom and with which answer stands in the file's header.
 */
final class P2VectorRecipes {
    private static final byte[] CHALLENGE =
            HexFormat.of().parseHex("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final Instant ISSUED = NOON.minusSeconds(3600);
    private static final Instant LONGEST = ISSUED.plus(Duration.ofDays(400));
    private static final Instant SECOND = NOON.plusSeconds(1);
    private static final Instant NIGHT = Instant.parse("2030-01-01T13:00:00Z");
    private static final Instant BEFORE_THE_KEY = Instant.parse("2019-12-31T23:59:59Z");

    /** No point of P-256 has an x of 1. */
    private static final String X_OF_NO_POINT = "A".repeat(42) + "E";

    private static final String STRANGE = SdJwt.disclosure("salt", "note", "x");

    private final Map<String, Function<P2World, String>> all = new LinkedHashMap<>();

    private P2VectorRecipes() {}

    static Map<String, Function<World, String>> all() {
        var recipes = new P2VectorRecipes();
        recipes.nothingIsChanged();
        recipes.form();
        recipes.text();
        recipes.shape();
        recipes.issuer();
        recipes.disclosures();
        recipes.elements();
        recipes.claims();
        recipes.holder();
        recipes.audienceAndNonce();
        recipes.validity();
        recipes.status();
        recipes.policy();
        Map<String, Function<World, String>> shown = new LinkedHashMap<>();
        recipes.all.forEach(
                (name, recipe) -> shown.put(name, world -> recipe.apply(new P2World(world))));
        return shown;
    }

    /** The header alone makes the difference. */
    private void nothingIsChanged() {
        for (String name :
                new String[] {
                    "granted",
                    "lane-closed",
                    "key-of-cose",
                    "key-ended",
                    "key-ends-in-a-second",
                    "too-old",
                    "as-old-as-allowed",
                    "too-far-ahead",
                    "as-far-ahead-as-allowed",
                    "at-the-floor",
                    "above-the-floor",
                    "no-clock",
                    "admitted",
                    "used-before"
                }) {
            token(name, token -> {});
        }
    }

    private void form() {
        all.put("4096-characters", w -> sized(w, 4096));
        all.put("4097-characters", w -> sized(w, 4097));
        credential("16-disclosures", c -> disclosable(c, 14));
        credential("17-disclosures", c -> disclosable(c, 15));
        shown("disclosure-of-nothing", list -> with(list, ""));
        token("key-binding-of-two-parts", t -> t.keyBindingText(P2VectorRecipes::withoutSignature));
        token("no-last-tilde", t -> t.keyBindingText(_ -> "WyJzYWx0IiwieCJd"));
    }

    private void text() {
        shown("padded", list -> changed(list, text -> text + "="));
        shown("other-alphabet", list -> changed(list, text -> "+" + text.substring(1)));
        shown("loose-bits", list -> with(list, "MR"));
        jwt("name-twice", j -> j.claimText(t -> t.replaceFirst("\\{", "{\"x\":1,\"x\":2,")));
        jwt("depth-8", j -> j.claim("x", nested(7)));
        jwt("depth-9", j -> j.claim("x", nested(8)));
        // ["salt","x"
        shown("disclosure-cut", list -> with(list, "WyJzYWx0IiwieCI"));
        binding("key-binding-no-json", j -> j.claimText(t -> t + ","));
    }

    private void shape() {
        binding("header-no-object", j -> j.headerText(_ -> "[\"ES256\"]"));
        jwt("claims-no-object", j -> j.claimText(_ -> "[]"));
        jwt("signature-of-63-bytes", j -> j.signature(s -> Arrays.copyOf(s, 63)));
        jwt("typ-of-a-draft", j -> j.header("typ", "vc+sd-jwt"));
        jwt("no-typ", j -> j.withoutHeader("typ"));
        binding("typ-jwt", j -> j.header("typ", "JWT"));
        jwt("crit", j -> j.header("crit", List.of("x")).header("x", 1));
        jwt("b64", j -> j.header("b64", true));
        jwt("jku", j -> j.header("jku", "https://keys.example/1"));
        jwt("x5u", j -> j.header("x5u", "https://keys.example/1"));
        jwt("jwk", j -> j.header("jwk", World.stranger().jwk()));
        binding("key-binding-with-jwk", j -> j.header("jwk", World.stranger().jwk()));
        jwt("granted-with-other-headers", j -> j.header("x5c", List.of("MA==")).header("y", 1));
        jwt("alg-none", j -> j.header("alg", "none"));
        jwt("alg-hs256", j -> j.header("alg", "HS256"));
        jwt("alg-esp256", j -> j.header("alg", "ESP256"));
        binding("alg-none-outside", j -> j.header("alg", "none"));
    }

    private void issuer() {
        jwt("unknown-issuer", j -> j.claim("iss", "https://mpm.go.kr/"));
        jwt("no-issuer", j -> j.withoutClaim("iss"));
        jwt("unknown-key", j -> j.header("kid", "mpm-2031"));
        jwt("no-kid", j -> j.withoutHeader("kid"));
        jwt("type-not-trusted", j -> j.claim("vct", "https://mobileid.go.kr/driver"));
        jwt("no-type", j -> j.withoutClaim("vct"));
        jwt("forged", j -> j.signedWith(World.stranger()));
        jwt("granted-twin-signature", j -> j.signature(SigningKey::twin));
    }

    private void disclosures() {
        shown("granted-nothing-disclosed", list -> List.of());
        credential("granted-with-decoys", c -> c.digest(SdJwt.digestOf("decoy")));
        jwt("granted-without-sd-alg", j -> j.withoutClaim("_sd_alg"));
        jwt("sd-alg-of-another", j -> j.claim("_sd_alg", "sha-512"));
        shown("disclosure-of-nobody", list -> with(list, STRANGE));
        shown("disclosure-twice", list -> with(list, list.getFirst()));
        credential("digest-twice", c -> c.digest("decoy").digest("decoy"));
        credential("digest-no-text", c -> c.claim("_sd", List.of(1)));
        jwt("digests-no-array", j -> j.claim("_sd", "decoy"));
        hidden("disclosure-of-two-parts", "salt", "note");
        hidden("disclosure-of-four-parts", "salt", "note", "x", "y");
        hidden("salt-no-text", 1, "note", "x");
        hidden("name-no-text", "salt", 1, "x");
        hidden("name-sd", "salt", "_sd", List.of());
        hidden("name-of-an-element", "salt", "...", "x");
        credential("name-there-before", c -> c.claim("note", "x").disclosable("note", "y"));
        hidden("name-disclosed-twice", "salt", "pass_class", 1);
        hidden("granted-with-another", "salt", "note", "x");
        for (String name : List.of("iss", "nbf", "exp", "cnf", "vct", "status")) {
            hidden("disclosed-" + name, "salt", name, "x");
        }
        all.put("jwk-disclosed", w -> w.present(keyHidden(w)).toText());
        all.put("granted-iat-disclosed", w -> w.present(w.issuedAtHidden(ISSUED)).toText());
    }

    private void elements() {
        String sejong = SdJwt.disclosure("salt", "sejong");
        var place = place(sejong);
        credential("granted-element", c -> c.disclosed(sejong).claim("at", List.of("a", place)));
        credential("granted-element-withheld", c -> c.claim("at", List.of("a", place)));
        credential(
                "element-of-three-parts",
                c -> c.disclosed(STRANGE).claim("at", List.of(place(STRANGE))));
        credential(
                "element-beside-another-name",
                c -> c.claim("at", List.of(place(sejong).put("x", 1))));
        credential("element-in-no-array", c -> c.claim("at", place));
        String outer = SdJwt.disclosure("salt", "work", new JsonMap().put("_sd", digests(STRANGE)));
        credential(
                "granted-in-a-disclosure",
                c -> c.digest(SdJwt.digestOf(outer)).disclosed(outer).disclosed(STRANGE));
        credential("inner-without-outer", c -> c.digest(SdJwt.digestOf(outer)).disclosed(STRANGE));
    }

    private void claims() {
        jwt("no-expiry", j -> j.withoutClaim("exp"));
        jwt("no-iat", j -> j.withoutClaim("iat"));
        jwt("expiry-as-text", j -> j.claim("exp", "2030"));
        jwt("iat-with-fraction", j -> j.claimText(t -> t.replaceFirst("(\"iat\":\\d+)", "$1.0")));
        jwt("no-cnf", j -> j.withoutClaim("cnf"));
        jwt("cnf-with-kid", j -> j.claim("cnf", new JsonMap().put("kid", "1")));
        all.put(
                "class-negative",
                w -> w.present(ofClass(w, -1)).disclosures(_ -> List.of()).toText());
        binding("audience-list", j -> j.claim("aud", List.of(DemoSite.GATE)));
        binding("key-binding-without-iat", j -> j.withoutClaim("iat"));
        binding("key-binding-with-expiry", j -> j.claim("exp", NOON.plusSeconds(60)));
        jwt("status-index-of-33-bits", j -> j.claim("status", at(1L << 32)));
        all.put("issued-before-the-key", w -> w.present(w.issuedAtHidden(BEFORE_THE_KEY)).toText());
    }

    private void holder() {
        all.put("key-off-the-curve", w -> heldBy(w, jwk(w).put("x", X_OF_NO_POINT)));
        all.put("key-private", w -> heldBy(w, jwk(w).put("d", "AQ")));
        all.put("key-rsa", w -> heldBy(w, jwk(w).put("kty", "RSA")));
        all.put("key-of-another-curve", w -> heldBy(w, jwk(w).put("crv", "secp256k1")));
        all.put(
                "granted-key-with-more",
                w -> heldBy(w, jwk(w).put("ext", true).put("key_ops", List.of("verify"))));
        token("no-key-binding", t -> t.keyBindingText(_ -> ""));
        binding("other-phone", j -> j.signedWith(World.stranger()));
        token("hash-of-others", t -> t.hashed(text -> text + "x"));
        token(
                "hash-without-last-tilde",
                t -> t.hashed(text -> text.substring(0, text.length() - 1)));
    }

    private void audienceAndNonce() {
        token("granted-to-a-group", t -> t.audience(DemoSite.GATE_GROUP));
        token("other-gate", t -> t.audience("seoul-main-04"));
        jwt("granted-to-the-site", j -> j.claim("aud", DemoSite.SITE));
        jwt("other-site", j -> j.claim("aud", "sejong"));
        token("nonce-of-16", t -> t.nonce("0123456789abcdef"));
        token("nonce-of-15", t -> t.nonce("0123456789abcde"));
        binding("no-nonce", j -> j.withoutClaim("nonce"));
        binding("challenge-missing", j -> j.withoutClaim("nonce"));
        token("challenge-unknown", t -> t.challenge(new byte[16]));
        for (String name : List.of("challenge", "challenge-without-a-clock", "challenge-one-way")) {
            token(name, t -> t.challenge(CHALLENGE));
        }
        token("challenge-for-the-group", t -> t.challenge(CHALLENGE).audience(DemoSite.GATE_GROUP));
    }

    private void validity() {
        jwt("for-400-days", j -> j.claim("exp", LONGEST));
        jwt("for-longer", j -> j.claim("exp", LONGEST.plusSeconds(1)));
        jwt("ends-when-it-begins", j -> j.claim("exp", ISSUED));
        jwt("begins-now", j -> j.claim("nbf", NOON));
        jwt("begins-in-a-second", j -> j.claim("nbf", SECOND));
        jwt("expires-in-a-second", j -> j.claim("exp", SECOND));
        jwt("expired", j -> j.claim("exp", NOON));
        all.put(
                "signed-before-it-began",
                w ->
                        w.present(w.credential().with(j -> j.claim("nbf", NOON)))
                                .with(j -> j.claim("iat", NOON.minusSeconds(1)))
                                .toText());
    }

    private void status() {
        long last = DemoSite.STATUS_ENTRIES - 1;
        jwt("last-entry", j -> j.claim("status", at(last)));
        jwt("behind-the-last-entry", j -> j.claim("status", at(last + 1)));
        jwt("revoked", j -> j.claim("status", at(VectorTrust.REVOKED)));
        jwt("suspended", j -> j.claim("status", at(VectorTrust.SUSPENDED)));
        jwt("status-of-3", j -> j.claim("status", at(VectorTrust.UNKNOWN)));
        listed("foreign-list", "https://elsewhere.example/1");
        listed("list-absent", DemoSite.STATUS_URI_PREFIX + "9");
        listed("list-as-cwt", DemoSite.STATUS_URI);
        listed("list-expires-now", VectorTrust.EXPIRES_NOW);
        listed("list-expires-soon", VectorTrust.EXPIRES_SOON);
        jwt("no-status", j -> j.withoutClaim("status"));
        jwt("other-mechanism", j -> j.claim("status", new JsonMap().put("bitstring", "x")));
    }

    private void policy() {
        jwt("type-not-admitted", j -> j.claim("vct", VectorTrust.JWT_VISITOR));
        jwt("issuer-not-admitted", j -> j.claim("iss", VectorTrust.JWT_OTHER_ISSUER));
        shown("class-withheld", list -> list.subList(1, 2));
        shown("agency-withheld", list -> list.subList(0, 1));
        binding("last-minute", j -> j.claim("iat", NIGHT.minusSeconds(1)));
        binding("closing-time", j -> j.claim("iat", NIGHT));
    }

    /** A presentation that keeps every rule, but for this. */
    private void token(String name, Consumer<SdJwtPresentation> change) {
        all.put(
                name,
                world -> {
                    var token = world.token();
                    change.accept(token);
                    return token.toText();
                });
    }

    /** Its key-binding JWT was changed before the phone signed it. */
    private void binding(String name, Consumer<Jwt> change) {
        token(name, token -> token.with(change));
    }

    /** Other disclosures are shown, and signed for. */
    private void shown(String name, UnaryOperator<List<String>> change) {
        token(name, token -> token.disclosures(change));
    }

    /** Its credential was changed before the issuer signed it. */
    private void credential(String name, UnaryOperator<SdJwt> change) {
        all.put(name, world -> world.present(change.apply(world.credential())).toText());
    }

    private void jwt(String name, Consumer<Jwt> change) {
        credential(name, credential -> credential.with(change));
    }

    /** The issuer put the digest of this disclosure beside the others. */
    private void hidden(String name, Object... parts) {
        String disclosure = SdJwt.disclosure(parts);
        credential(name, c -> c.digest(SdJwt.digestOf(disclosure)).disclosed(disclosure));
    }

    private void listed(String name, String uri) {
        jwt(name, j -> j.claim("status", JwtIssuer.statusAt(World.INDEX, uri)));
    }

    private static JsonMap at(long index) {
        return JwtIssuer.statusAt(index, DemoSite.JWT_STATUS_URI);
    }

    private static String heldBy(P2World world, JsonMap jwk) {
        var credential = world.credential().claim("cnf", new JsonMap().put("jwk", jwk));
        return world.present(credential).toText();
    }

    private static JsonMap jwk(P2World world) {
        return world.world.phone.key().jwk();
    }

    private static SdJwt keyHidden(P2World world) {
        String disclosure = SdJwt.disclosure("salt", "jwk", jwk(world));
        return world.credential()
                .claim("cnf", new JsonMap().put("_sd", digests(disclosure)))
                .disclosed(disclosure);
    }

    private static SdJwt ofClass(P2World world, int passClass) {
        return world.credential().withoutClaim("_sd").claim("pass_class", passClass);
    }

    private static SdJwt disclosable(SdJwt credential, int more) {
        for (int i = 0; i < more; i++) {
            credential.disclosable("c" + i, i);
        }
        return credential;
    }

    private static JsonMap place(String disclosure) {
        return new JsonMap().put("...", SdJwt.digestOf(disclosure));
    }

    private static List<String> digests(String disclosure) {
        return List.of(SdJwt.digestOf(disclosure));
    }

    private static List<String> with(List<String> list, String another) {
        var more = new ArrayList<>(list);
        more.add(another);
        return more;
    }

    private static List<String> changed(List<String> list, UnaryOperator<String> change) {
        var changed = new ArrayList<>(list);
        changed.set(0, change.apply(list.getFirst()));
        return changed;
    }

    private static String withoutSignature(String jwt) {
        return jwt.substring(0, jwt.lastIndexOf('.'));
    }

    private static Object nested(int arrays) {
        Object nested = 0;
        for (int i = 0; i < arrays; i++) {
            nested = List.of(nested);
        }
        return nested;
    }

    /** Fills ignored claims until the text has exactly so many characters. */
    private static String sized(P2World world, int characters) {
        for (int filling = characters / 2; ; filling++) {
            String x = "x".repeat(filling);
            for (String y : List.of("", "y", "yy")) {
                var credential = world.credential().claim("x", x).with(j -> j.header("y", y));
                String text = world.present(credential).toText();
                if (text.length() == characters) {
                    return text;
                }
            }
        }
    }
}
