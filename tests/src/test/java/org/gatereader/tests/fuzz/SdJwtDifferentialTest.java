package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;
import org.gatereader.tests.conformance.TrustVectors;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
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
import org.junit.jupiter.api.Test;

/**
 * A whole gate against {@link SdJwtPeer}: where the gate opens, the peer accepts and sees the same
 * pass class; where only the peer accepts, a rule with a name says why.
 */
class SdJwtDifferentialTest {
    private static final CryptoModule CRYPTO = new BouncyCastle();
    private static final int DAMAGED_OF_EACH = 7;

    /** What a gate refuses and the two libraries do not look at, besides {@link SdJwtRule}. */
    private enum Rule {
        /** RULES: a header that brings a key along, or changes what is signed, is refused. */
        REFUSED_HEADER,
        /** RULES: canonical base64url; nimbus skips what is none, and ignores loose bits. */
        LOOSE_BASE64URL,
        /** RFC 9901, section 7.1: see {@link SdJwtRule}. */
        INVALID_DISCLOSURES
    }

    private static final Set<String> REFUSED_HEADERS = Set.of("crit", "b64", "jwk", "jku", "x5u");

    private final Tally tally = new Tally("SD-JWT VC against nimbus and authlete");
    private final TrustSnapshot<Realm.Production> trust = trust();
    private final SdJwtPeer peer =
            new SdJwtPeer(
                    DemoKeys.named("issuer-jwt").jwk().toJson(),
                    TrustVectors.NOON.getEpochSecond());

    @Test
    void theGateOpensOnlyWhereThePeerAcceptsAndARuleNamesTheDifference() {
        var random = new Random(7519);
        var forge = new SdJwtForge(random, TrustVectors.NOON);
        Set<Rule> met = EnumSet.noneOf(Rule.class);
        for (int i = 0; i < Tally.CASES_WITH_SIGNATURES; i += 1 + DAMAGED_OF_EACH) {
            String text = forge.presentation();
            judge(text).ifPresent(met::add);
            for (int j = 0; j < DAMAGED_OF_EACH; j++) {
                judge(forge.damaged(text)).ifPresent(met::add);
            }
        }
        assertEquals(EnumSet.allOf(Rule.class), met, "rules that no case has met");
        tally.print();
    }

    /** The rule by which only the gate refuses. */
    private Optional<Rule> judge(String text) {
        Optional<Long> ours = passClass(text);
        Optional<Map<String, Object>> other = peer.verified(text);
        if (ours.isPresent()) {
            Object expected = other.map(it -> it.getOrDefault("pass_class", 0L)).orElse("refused");
            assertEquals(expected, ours.get(), text);
            tally.accepted();
            return Optional.empty();
        }
        if (other.isEmpty()) {
            tally.refused();
            return Optional.empty();
        }
        var rule = broken(text);
        assertTrue(rule.isPresent(), () -> "only the peer accepts " + text);
        tally.explained();
        return rule;
    }

    /** Of a text that the peer could read. */
    private static Optional<Rule> broken(String text) {
        List<String> parts = List.of(text.split("~", -1));
        for (String jwt : List.of(parts.getFirst(), parts.getLast())) {
            for (String part : jwt.split("\\.", -1)) {
                if (!Base64URL.encode(new Base64URL(part).decode()).toString().equals(part)) {
                    return Optional.of(Rule.LOOSE_BASE64URL);
                }
            }
            if (decoded(jwt, 0).keySet().stream().anyMatch(REFUSED_HEADERS::contains)) {
                return Optional.of(Rule.REFUSED_HEADER);
            }
        }
        var payload = decoded(parts.getFirst(), 1);
        return SdJwtRule.brokenBy(payload, parts.subList(1, parts.size() - 1)).isEmpty()
                ? Optional.empty()
                : Optional.of(Rule.INVALID_DISCLOSURES);
    }

    private static Map<String, Object> decoded(String jwt, int part) {
        return Json.object(new String(new Base64URL(jwt.split("\\.", -1)[part]).decode(), UTF_8));
    }

    private Optional<Long> passClass(String text) {
        var payload = CapturedPayload.ofText(Channel.QR, text, Capture.oneWay(0));
        var guard = ReplayGuard.withoutFloor(CRYPTO);
        var decider = new AccessDecider<Realm.Production>(CRYPTO, DemoSite.GATE, guard);
        var time = new TrustedTime(TrustVectors.NOON, Duration.ZERO, true);
        var instants = new AccessDecider.Instants(time, 0);
        return switch (decider.decide(payload, trust, instants, CheckTrace.NONE).decision()) {
            case AccessDecision.Granted<?>(long passClass) -> Optional.of(passClass);
            case AccessDecision.Denied<?> _ -> Optional.empty();
        };
    }

    private static TrustSnapshot<Realm.Production> trust() {
        var lists = StatusListIssuer.demo();
        var list =
                lists.foreignJwt(
                        DemoSite.JWT_STATUS_URI,
                        new StatusArray(DemoSite.STATUS_ENTRIES, 2),
                        TrustVectors.NOON.minusSeconds(60));
        JsonMap policy = DemoSite.policy().put("lanes", List.of("p2-qr"));
        var files =
                new TrustDirectory()
                        .issuer(
                                JwtIssuer.demo(new Random(1))
                                        .trustEntry(lists)
                                        .put("realm", "test"))
                        .policy(policy)
                        .statusList(DemoSite.JWT_STATUS_URI, list.toText())
                        .files();
        return switch (TrustVectors.read(files)) {
            case TrustReading.Whole(var content, var _) -> content.asProduction().orElseThrow();
            case TrustReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }
}
