package org.gatereader.daemon.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Realm;

/**
 * Judges built-in vectors by their own snapshot at an instant of 2001, from the picture of a code
 * to the decision (RULES, Self-test). Their keys were destroyed when they were signed; nothing of
 * the live gate is read, written or journalled, and a decision of this realm does not fit the gate.
 *
 * <p>It is the warm-up too: a JVM that has judged nothing yet takes half a second for its first.
 */
public final class SelfCheck {
    /** When and where the vectors were presented. */
    static final Instant PRESENTED_AT = Instant.parse("2001-06-15T09:00:00Z");

    static final String GATE = "selftest-gate";

    /** The hash of the lists' address, https://selftest.invalid/status/1. */
    private static final String LIST =
            TrustDirectory.STATUS
                    + "22dea8a3ce6aa2b4398971bbf4e9a7ca"
                    + "3950a5e23c42b801eef5544d90553d7c";

    /** The trust directory: one list, in either form. */
    private static final List<String> TRUST_FILES =
            List.of(TrustDirectory.ISSUERS, TrustDirectory.POLICY, LIST + ".cwt", LIST + ".jwt");

    private final CryptoModule crypto;
    private final List<SelfCheckVector> vectors;
    private final Luma picture;
    private final TrustSnapshot<Realm.SelfTest> trust;

    /** Reads the vectors; fails if they are not in this build. */
    public SelfCheck(CryptoModule crypto) {
        this.crypto = crypto;
        this.vectors = text("vectors.tsv").lines().map(SelfCheckVector::parse).toList();
        this.picture = Bitmap.toFrame(resource("granted.bits"));
        this.trust = trust(crypto);
    }

    /**
     * Judges every vector so many times.
     *
     * @param rounds 1 to know, some hundreds to be warm as well
     */
    public SelfCheckReport run(int rounds) {
        List<String> faults = new ArrayList<>();
        for (int round = 0; round < rounds && faults.isEmpty(); round++) {
            faults.addAll(judgeAll());
        }
        return new SelfCheckReport(vectors.size() + 1, faults);
    }

    private List<String> judgeAll() {
        List<String> faults = new ArrayList<>();
        for (SelfCheckVector vector : vectors) {
            if (!vector.isMetBy(decide(vector.payload()))) {
                faults.add(vector.name());
            }
        }
        if (!isPictureRead()) {
            faults.add("picture");
        }
        return faults;
    }

    /** The picture shows the first vector. */
    private boolean isPictureRead() {
        return new QrReader(() -> 0)
                .read(picture, 1)
                .filter(vectors.getFirst().payload()::equals)
                .isPresent();
    }

    private AccessDecision<Realm.SelfTest> decide(String payload) {
        var guard = ReplayGuard.withoutFloor(crypto);
        var time = new TrustedTime(PRESENTED_AT, TrustedTime.UNCERTAINTY_MIN, true);
        return new AccessDecider<Realm.SelfTest>(crypto, GATE, guard)
                .decide(
                        CapturedPayload.ofText(Channel.QR, payload, Capture.oneWay(0)),
                        trust,
                        new AccessDecider.Instants(time, 0),
                        CheckTrace.NONE)
                .decision();
    }

    private static TrustSnapshot<Realm.SelfTest> trust(CryptoModule crypto) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String file : TRUST_FILES) {
            files.put(file, resource(file));
        }
        var directory = new TrustDirectory(crypto, PRESENTED_AT, Optional.empty());
        if (directory.read(files) instanceof TrustReading.Whole(var content, var faults)
                && faults.isEmpty()) {
            return content.asSelfTest().orElseThrow();
        }
        throw new IllegalStateException("self-check: expected its own trust directory to be whole");
    }

    private static String text(String name) {
        return new String(resource(name), UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(SelfCheck.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
