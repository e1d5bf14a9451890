package org.gatereader.daemon.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
 * Judges built-in vectors by their own snapshot at an instant of 2001 (RULES, Self-test). Their
 * keys were destroyed when they were signed; nothing of the live gate is read, written or
 * journalled, and a decision of this realm does not fit the gate.
 */
public final class VectorJudge {
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
    private final CheckTrace trace;
    private final List<SelfCheckVector> vectors;
    private final TrustSnapshot<Realm.SelfTest> trust;
    private int next;

    /**
     * Reads the vectors; fails if they are not in this build.
     *
     * @param trace of the kind that people's decisions are traced with
     */
    public VectorJudge(CryptoModule crypto, CheckTrace trace) {
        this.crypto = crypto;
        this.trace = trace;
        this.vectors = text("vectors.tsv").lines().map(SelfCheckVector::parse).toList();
        this.trust = trust(crypto);
    }

    /** All of them; the first is the one whose picture the self-check reads. */
    List<SelfCheckVector> vectors() {
        return vectors;
    }

    /** Judges all of them; the names of those that are not decided as they must be. */
    public List<String> faults() {
        return vectors.stream()
                .filter(vector -> !isRightAbout(vector))
                .map(SelfCheckVector::name)
                .toList();
    }

    /** Whether a vector is decided as it must be. */
    private boolean isRightAbout(SelfCheckVector vector) {
        return vector.isMetBy(decide(vector.payload()));
    }

    /** Judges one vector, another one each time; whether it was decided as it must be. */
    public boolean judgesTheNextRightly() {
        SelfCheckVector vector = vectors.get(next);
        next = (next + 1) % vectors.size();
        return isRightAbout(vector);
    }

    private AccessDecision<Realm.SelfTest> decide(String payload) {
        var guard = ReplayGuard.withoutFloor(crypto);
        var time = new TrustedTime(PRESENTED_AT, TrustedTime.UNCERTAINTY_MIN, true);
        return new AccessDecider<Realm.SelfTest>(crypto, GATE, guard)
                .decide(
                        CapturedPayload.ofText(Channel.QR, payload, Capture.oneWay(0)),
                        trust,
                        new AccessDecider.Instants(time, 0),
                        trace)
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

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(VectorJudge.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
