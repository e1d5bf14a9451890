package org.gatereader.tests.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.Credential;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.demo.wallet.Presentation;
import org.gatereader.demo.wallet.SigningKey;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.StatusListToken;
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
import org.gatereader.verifier.verdict.Lane.Profile;
import org.gatereader.verifier.verdict.Realm;

/**
 * One gate at noon with one issuer, one phone and one status list: everything in it passes, and a
 * test changes the one thing that it is about.
 */
final class World {
    static final Instant NOON = TrustVectors.NOON;
    static final CryptoModule CRYPTO = new BouncyCastle();

    /** The status entry of {@link #credential}, whose neighbours are free for a test. */
    static final long INDEX = 100;

    final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20300101);
    final Phone phone = Phone.demo(random);
    final StatusListIssuer lists = StatusListIssuer.demo();
    final List<Check> held = new ArrayList<>();
    final List<JsonMap> moreTrustEntries = new ArrayList<>();
    final Map<String, byte[]> moreLists = new TreeMap<>();
    final Map<String, String> jwtLists = new TreeMap<>();
    final Map<String, byte[]> moreFiles = new TreeMap<>();

    Issuer issuer = Issuer.demo(random);
    TrustedTime time = new TrustedTime(NOON, TrustedTime.UNCERTAINTY_MIN, true);
    ReplayGuard guard = ReplayGuard.withoutFloor(CRYPTO);
    StatusArray statuses = new StatusArray(DemoSite.STATUS_ENTRIES, 2);
    UnaryOperator<Credential> credentialChange = UnaryOperator.identity();
    UnaryOperator<StatusListToken> listChange = UnaryOperator.identity();
    JsonMap policy = DemoSite.policy();
    JsonMap trustEntry = issuer.trustEntry(lists).put("realm", "test");
    String gate = DemoSite.GATE;
    Channel channel = Channel.QR;
    String listUri = DemoSite.STATUS_URI;
    Instant listIssuedAt = NOON.minusSeconds(3600);
    List<byte[]> challenges = List.of();
    long nanos;

    /** Issued an hour ago for a week, class 2. */
    Credential credential() {
        var issued = issuer.credential(phone, NOON.minusSeconds(3600)).status(INDEX, listUri);
        return credentialChange.apply(issued);
    }

    Presentation present(Credential credential) {
        return phone.present(credential, NOON);
    }

    Presentation present(Cbor credential) {
        return phone.present(credential, NOON);
    }

    /** A presentation that keeps every rule. */
    Presentation token() {
        return present(credential());
    }

    /** The gate of another lane; the phone answers {@code challenge}, which is outstanding. */
    Presentation tokenFor(String lane, byte[] challenge) {
        open(lane);
        challenges = List.of(challenge);
        return token().challenge(challenge);
    }

    void open(String lane) {
        policy.put("lanes", List.of(lane));
        channel = lane.endsWith("tap") ? Channel.NFC : Channel.QR;
    }

    /** An issuer of that name and key id, trusted as the first one is. */
    void trustIssuer(String name, byte[] keyId) {
        issuer = new Issuer(name, keyId, DemoKeys.named("issuer"), random);
        trustEntry =
                trustEntry.put("iss", name).put("kid", HexFormat.of().formatHex(issuer.keyId()));
    }

    void at(Instant now) {
        time = new TrustedTime(now, time.uncertainty(), true);
    }

    void uncertainBy(Duration uncertainty) {
        time = new TrustedTime(time.now(), uncertainty, true);
    }

    /** A floor F at exactly this instant. */
    void floorAt(Instant floor) {
        guard = guardWithFloor(floor);
    }

    static ReplayGuard guardWithFloor(Instant floor) {
        var guard = new ReplayGuard(CRYPTO, new byte[16]);
        guard.ready(new TrustedTime(floor.minusSeconds(5), Duration.ZERO, true), Instant.MIN);
        return guard;
    }

    TrustDirectory directory() {
        var list = listChange.apply(lists.token(listUri, statuses, listIssuedAt));
        var directory = new TrustDirectory().issuer(trustEntry).policy(policy);
        moreTrustEntries.forEach(directory::issuer);
        directory.statusList(listUri, list.toBytes());
        moreLists.forEach(directory::statusList);
        jwtLists.forEach(directory::statusList);
        moreFiles.forEach(directory::file);
        return directory;
    }

    TrustSnapshot<Realm.Production> trust() {
        return switch (read(directory().files())) {
            case TrustReading.Whole(var content, var _) -> content.asProduction().orElseThrow();
            case TrustReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    /** As a gate that starts at the world's time reads it. */
    TrustReading read(Map<String, byte[]> files) {
        return new org.gatereader.verifier.trust.TrustDirectory(
                        CRYPTO, time.now(), Optional.empty())
                .read(files);
    }

    AccessDecision<Realm.Production> decide(Presentation presentation) {
        return judge(presentation).decision();
    }

    AccessDecision<Realm.Production> decideText(String text) {
        return judge(payload(text)).decision();
    }

    AccessDecision<Realm.Production> decideBytes(byte[] bytes) {
        return judge(payload(bytes)).decision();
    }

    Judgement<Realm.Production> judge(Presentation presentation) {
        return judge(
                channel == Channel.QR
                        ? payload(presentation.toText())
                        : payload(presentation.toBytes()));
    }

    Judgement<Realm.Production> judge(CapturedPayload payload) {
        return judge(payload, trust());
    }

    Judgement<Realm.Production> judge(
            CapturedPayload payload, TrustSnapshot<Realm.Production> trust) {
        held.clear();
        var decider = new AccessDecider<Realm.Production>(CRYPTO, gate, guard);
        return decider.decide(payload, trust, new AccessDecider.Instants(time, nanos), held::add);
    }

    CapturedPayload payload(String text) {
        return CapturedPayload.ofText(channel, text, new Capture(nanos, challenges));
    }

    CapturedPayload payload(byte[] bytes) {
        return CapturedPayload.ofBytes(channel, bytes, new Capture(nanos, challenges));
    }

    /** P1's checks that come before one. */
    static List<Check> checksBefore(Check check) {
        return Profile.P1.checks().subList(0, Profile.P1.checks().indexOf(check));
    }

    /** A key that nobody in this world trusts. */
    static SigningKey stranger() {
        return DemoKeys.named("stranger");
    }
}
