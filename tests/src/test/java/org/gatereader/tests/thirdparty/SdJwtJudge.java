package org.gatereader.tests.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatereader.tests.thirdparty.ThirdParty.CRYPTO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.upokecenter.cbor.CBORObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Realm;

/** SD-JWTs that libraries of others made, shown to a gate whose admin wrote their keys down. */
final class SdJwtJudge implements Judge {
    private static final String POLICY =
            """
            {"site": "seoul", "zone": "Asia/Seoul", "lanes": ["p2-qr"]}
            """;

    /** %s: the public key as the library wrote it; our key for the list that it does not have. */
    private static final String ISSUERS =
            """
            [{
              "realm": "test",
              "iss": "https://issuer.example/kr",
              "kid": "issuer-1",
              "alg": "ES256",
              "jwk": %s,
              "vct": ["https://credentials.example/civil-servant"],
              "validFrom": "2026-01-01T00:00:00Z",
              "validUntil": "2027-01-01T00:00:00Z",
              "status": [{
                "uriPrefix": "https://status.example/",
                "format": "jwt",
                "kid": "73743031",
                "jwk": %s,
                "maxEntries": 65536
              }]
            }]
            """;

    @Override
    public String outcome(Path file) {
        var cases = ThirdParty.json(file).getValues();
        cases.forEach(SdJwtJudge::requireGranted);
        return cases.size() + ": " + cases.size() + " granted";
    }

    private static void requireGranted(CBORObject example) {
        Instant at = Instant.parse(example.get("at").AsString());
        var payload =
                CapturedPayload.ofText(
                        Channel.QR, example.get("presentation").AsString(), Capture.oneWay(0));
        var decider =
                new AccessDecider<Realm.Production>(
                        CRYPTO, example.get("aud").AsString(), ReplayGuard.withoutFloor(CRYPTO));
        var instants =
                new AccessDecider.Instants(
                        new TrustedTime(at, TrustedTime.UNCERTAINTY_MIN, true), 0);
        var judgement = decider.decide(payload, trust(example, at), instants, CheckTrace.NONE);
        assertEquals(
                new AccessDecision.Granted<>(0),
                judgement.decision(),
                example.get("title").AsString());
    }

    private static TrustSnapshot<Realm.Production> trust(CBORObject example, Instant at) {
        var lists = StatusListIssuer.demo();
        String uri = "https://status.example/1";
        var list = lists.foreignJwt(uri, new StatusArray(8192, 1), at.minusSeconds(3600));
        String issuers =
                ISSUERS.formatted(
                        example.get("issuer_key").ToJSONString(), lists.key().jwk().toJson());
        var files =
                TrustDirectory.withoutFiles()
                        .file("issuers.json", issuers.getBytes(UTF_8))
                        .file("policy.json", POLICY.getBytes(UTF_8))
                        .statusList(uri, list.toText())
                        .files();
        var reading =
                new org.gatereader.verifier.trust.TrustDirectory(CRYPTO, at, Optional.empty())
                        .read(files);
        var whole = assertInstanceOf(TrustReading.Whole.class, reading);
        assertEquals("[]", whole.listFaults().toString());
        return whole.content().asProduction().orElseThrow();
    }
}
