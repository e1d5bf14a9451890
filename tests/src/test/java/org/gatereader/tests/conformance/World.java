package org.gatereader.tests.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.Judgement;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.Realm;

/**
 * One gate at noon with one issuer, one phone and one status list: everything in it passes, and a
 * test changes the one thing that it is about.
 */
final class World {
    static final Instant NOON = Instant.parse("2030-01-01T03:00:00Z");
    static final CryptoModule CRYPTO = new BouncyCastle();
    private static final Duration CERTAIN = Duration.ofMillis(500);

    final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20300101);
    final Issuer issuer = Issuer.demo(random);
    final Phone phone = Phone.demo(random);
    final StatusListIssuer lists = StatusListIssuer.demo();
    final List<Check> held = new ArrayList<>();

    TrustedTime time = new TrustedTime(NOON, CERTAIN, true);
    ReplayGuard guard = ReplayGuard.withoutFloor(CRYPTO);
    StatusArray statuses = new StatusArray(DemoSite.STATUS_ENTRIES, 2);
    JsonMap policy = DemoSite.policy();
    JsonMap trustEntry = issuer.trustEntry(lists);
    String gate = DemoSite.GATE;
    Instant listIssuedAt = NOON.minusSeconds(3600);
    List<byte[]> challenges = List.of();
    long nanos;

    Credential credential() {
        return issuer.credential(phone, NOON.minusSeconds(3600));
    }

    Presentation present(Credential credential) {
        return phone.present(credential, NOON);
    }

    TrustSnapshot<Realm.Production> trust() {
        var directory =
                new TrustDirectory()
                        .issuer(trustEntry)
                        .policy(policy)
                        .statusList(
                                DemoSite.STATUS_URI,
                                lists.token(DemoSite.STATUS_URI, statuses, listIssuedAt).toBytes());
        var reader =
                new org.gatereader.verifier.trust.TrustDirectory(CRYPTO, NOON, Optional.empty());
        return switch (reader.read(directory.files())) {
            case TrustReading.Whole(var content, var faults) ->
                    content.asProduction().orElseThrow();
            case TrustReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    AccessDecision<Realm.Production> decide(Presentation presentation) {
        return decideText(presentation.toText());
    }

    AccessDecision<Realm.Production> decideText(String text) {
        return judge(text).decision();
    }

    Judgement<Realm.Production> judge(String text) {
        held.clear();
        var decider = new AccessDecider<Realm.Production>(CRYPTO, gate, guard);
        var payload = CapturedPayload.ofText(Channel.QR, text, new Capture(nanos, challenges));
        return decider.decide(payload, trust(), new AccessDecider.Instants(time, nanos), held::add);
    }
}
