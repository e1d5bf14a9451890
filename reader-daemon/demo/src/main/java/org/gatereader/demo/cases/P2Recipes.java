package org.gatereader.demo.cases;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Jwt;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.SdJwt;
import org.gatereader.demo.wallet.SdJwtPresentation;

/** The phone's second pass, an SD-JWT VC (PROFILE-P2): the same people, and what only it can do. */
final class P2Recipes {
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    private final Map<String, Recipe> all = new LinkedHashMap<>();

    private P2Recipes() {}

    static Map<String, Recipe> all() {
        var recipes = new P2Recipes();
        recipes.add();
        return recipes.all;
    }

    private void add() {
        for (String name :
                List.of("p2-valid", "p2-replayed-screenshot", "p2-challenge", "p2-old-challenge")) {
            jwt(name, jwt -> jwt.claim("status", at(DemoTrust.PHONE_INDEX)));
        }
        token("p2-wrong-gate", t -> t.audience("sejong-main-01"));
        token("p2-key-binding-missing", t -> t.keyBindingText(_ -> ""));
        token("p2-hash-of-others", t -> t.hashed(text -> text + "x"));
        token("p2-stranger-disclosure", t -> t.disclosures(P2Recipes::withAStrangers));
        token("p2-agency-withheld", t -> t.disclosures(list -> list.subList(0, 1)));
        token("p2-foreign-challenge", t -> t.nonce("AAAAAAAAAAAAAAAAAAAAAA"));
        binding("p2-other-phone", jwt -> jwt.signedWith(DemoKeys.named("phone-second")));
        binding("p2-typ-jwt", jwt -> jwt.header("typ", "JWT"));
        binding("p2-no-nonce", jwt -> jwt.withoutClaim("nonce"));
        jwt("p2-forged-signature", jwt -> jwt.signedWith(DemoKeys.named("stranger")));
        jwt("p2-unknown-issuer", jwt -> jwt.claim("iss", "https://mpm-go.example"));
        jwt("p2-unsecured", jwt -> jwt.header("alg", "none"));
        jwt("p2-own-key", jwt -> jwt.header("jwk", DemoKeys.named("stranger").jwk()));
        jwt("p2-no-expiry", jwt -> jwt.withoutClaim("exp"));
        jwt("p2-revoked", jwt -> jwt.claim("status", at(DemoTrust.REVOKED_INDEX)));
        jwt("p2-suspended", jwt -> jwt.claim("status", at(DemoTrust.SUSPENDED_INDEX)));
        all.put(
                "p2-expired",
                forge -> shown(forge, jwt -> jwt.claim("exp", forge.now().minus(ONE_MINUTE))));
        all.put(
                "p2-screenshot",
                forge ->
                        shown(
                                forge.present(forge.sdJwt())
                                        .with(
                                                jwt ->
                                                        jwt.claim(
                                                                "iat",
                                                                forge.now().minus(ONE_MINUTE)))));
    }

    private void token(String name, UnaryOperator<SdJwtPresentation> change) {
        all.put(name, forge -> shown(change.apply(forge.present(forge.sdJwt()))));
    }

    private void binding(String name, Consumer<Jwt> change) {
        token(name, token -> token.with(change));
    }

    private void jwt(String name, Consumer<Jwt> change) {
        all.put(name, forge -> shown(forge, change));
    }

    private static ShownCode shown(Forge forge, Consumer<Jwt> change) {
        return shown(forge.present(forge.sdJwt().with(change)));
    }

    private static ShownCode shown(SdJwtPresentation presentation) {
        return ShownCode.ofText(presentation.toText());
    }

    private static Object at(long index) {
        return JwtIssuer.statusAt(index, DemoSite.JWT_STATUS_URI);
    }

    private static List<String> withAStrangers(List<String> disclosures) {
        return List.of(
                disclosures.get(0), disclosures.get(1), SdJwt.disclosure("salt", "pass_class", 1));
    }
}
