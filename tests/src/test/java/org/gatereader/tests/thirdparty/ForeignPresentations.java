package org.gatereader.tests.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatereader.tests.thirdparty.ThirdParty.CRYPTO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.util.Base64URL;
import com.upokecenter.cbor.CBORObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.tests.conformance.TrustVectors;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;

/**
 * Presentations that npm @sd-jwt 0.14.0 issued and presented. A gate judges each at its instant, by
 * the trust directory {@code foreign}, written by hand for the first issuer key; the others of that
 * issuer take its place. Nobody published a status list for them: it is signed by us.
 */
final class ForeignPresentations {
    private static final String STATUS_URI = "https://status.example/1";

    private ForeignPresentations() {}

    static String outcome(Path file) {
        var presentations = ThirdParty.json(file);
        long granted =
                presentations.getValues().stream()
                        .map(ForeignPresentations::decide)
                        .filter("granted"::equals)
                        .count();
        return presentations.size() + ": " + granted + " granted";
    }

    private static String decide(CBORObject presentation) {
        var at = Instant.parse(presentation.get("at").AsString());
        var gate =
                new AtTheGate(
                        presentation.get("aud").AsString(),
                        trust(presentation.get("issuer_key"), at),
                        new TrustedTime(at, TrustedTime.UNCERTAINTY_MIN, true));
        String text = presentation.get("presentation").AsString();
        var key = presentation.get("issuer_key");
        var issuer = CRYPTO.p256Key(coordinate(key, "x"), coordinate(key, "y")).orElseThrow();
        assertEquals(presentation.get("processed_payload"), SdJwtReading.disclosed(text, issuer));
        return gate.outcome(text);
    }

    private static byte[] coordinate(CBORObject key, String name) {
        return new Base64URL(key.get(name).AsString()).decode();
    }

    private static TrustSnapshot<Realm.Production> trust(CBORObject issuerKey, Instant at) {
        var files = TrustVectors.files("foreign");
        String issuers = new String(files.get("issuers.json"), UTF_8);
        files.put(
                "issuers.json",
                replaced(replaced(issuers, issuerKey, "x"), issuerKey, "y").getBytes(UTF_8));
        byte[] digest = CRYPTO.sha256(STATUS_URI.getBytes(UTF_8));
        var nobodyRevoked = new StatusArray(1 << 16, 2);
        var list = StatusListIssuer.demo().foreignJwt(STATUS_URI, nobodyRevoked, at);
        files.put(
                "status/" + HexFormat.of().formatHex(digest) + ".jwt",
                list.toText().getBytes(UTF_8));
        return switch (new TrustDirectory(CRYPTO, at, Optional.empty()).read(files)) {
            case TrustReading.Whole(var content, var faults) when faults.isEmpty() ->
                    content.asProduction().orElseThrow();
            case TrustReading reading -> throw new AssertionError(reading.toString());
        };
    }

    /** The first coordinate of that name is the issuer's. */
    private static String replaced(String issuers, CBORObject key, String name) {
        String member = "\"" + name + "\": \"";
        return issuers.replaceFirst(member + "[^\"]*", member + key.get(name).AsString());
    }
}
