package org.gatereader.demo.cases;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.Labels;

/** Checks 7 to 9 and 12 of PROFILE-P1: the issuer, its key, its signature. */
final class TrustRecipes {
    private static final Duration TWO_YEARS = Duration.ofDays(730);
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private TrustRecipes() {}

    static Map<String, Recipe> all() {
        var all = new LinkedHashMap<String, Recipe>();
        all.put("unknown-issuer", TrustRecipes::unknownIssuer);
        all.put("unknown-key", TrustRecipes::unknownKey);
        all.put(
                "other-algorithm",
                forge -> present(forge, forge.credential().algorithm(Labels.ALG_ES256)));
        all.put("forged-signature", TrustRecipes::forgedSignature);
        all.put("class-raised", TrustRecipes::classRaised);
        all.put(
                "type-not-trusted",
                forge -> present(forge, forge.credential().type("mobileid.go.kr/driver")));
        all.put("key-not-yet-valid", TrustRecipes::keyNotYetValid);
        all.put(
                "valid-for-two-years",
                forge ->
                        present(forge, forge.credential().validUntil(forge.now().plus(TWO_YEARS))));
        all.put("ends-before-it-begins", TrustRecipes::endsBeforeItBegins);
        return all;
    }

    private static ShownCode present(Forge forge, Credential credential) {
        return ShownCode.of(forge.present(credential));
    }

    private static ShownCode unknownIssuer(Forge forge) {
        return present(forge, forge.credentialOf(forge.issuerNamed("mpm-go.example", "stranger")));
    }

    private static ShownCode unknownKey(Forge forge) {
        byte[] keyId = {'n', 'e', 'w', '1'};
        return present(forge, forge.credentialOf(forge.issuerWith(keyId, "stranger")));
    }

    private static ShownCode forgedSignature(Forge forge) {
        return present(forge, forge.credential().signedWith(DemoKeys.named("stranger")));
    }

    /** A class 2 pass says that it is a class 1 pass, behind its signature's back. */
    private static ShownCode classRaised(Forge forge) {
        var credential = forge.credential();
        return present(
                forge,
                credential.parts(
                        parts ->
                                List.of(
                                        parts.get(0),
                                        parts.get(1),
                                        Cbor.bytes(raised(credential)),
                                        parts.get(3))));
    }

    private static byte[] raised(Credential credential) {
        return Cbor.map(credential.claims().put(Labels.CLAIM_PASS_CLASS, Cbor.integer(1)))
                .toBytes();
    }

    private static ShownCode keyNotYetValid(Forge forge) {
        var next = forge.issuerWith(DemoTrust.NEXT_KEY_ID, "issuer-next");
        return present(forge, forge.credentialOf(next));
    }

    private static ShownCode endsBeforeItBegins(Forge forge) {
        var credential = forge.credential().issuedAt(forge.now());
        return present(forge, credential.validUntil(forge.now().minus(ONE_DAY)));
    }
}
