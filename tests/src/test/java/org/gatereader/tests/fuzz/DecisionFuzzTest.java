package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatereader.tests.conformance.TrustVectors;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Realm;

/**
 * Whatever is held up, the gate answers no and never fails; whatever stands in a trust file, it is
 * read or its faults are told. {@link EncodingFuzzTest} says how to search for more.
 */
class DecisionFuzzTest {
    private static final CryptoModule CRYPTO = new BouncyCastle();
    private static final TrustSnapshot<Realm.Production> TRUST = TrustVectors.named("one-issuer");
    private static final TrustSnapshot<Realm.Production> P2 = TrustVectors.named("jwt-issuer");

    private static final Map<String, byte[]> FILES = sorted("one-issuer");
    private static final Map<String, byte[]> P2_FILES = sorted("jwt-issuer");

    /** A year after the vectors: none of the kept presentations can be granted. */
    private static final TrustedTime LATER =
            new TrustedTime(
                    TrustVectors.NOON.plusSeconds(31_536_000), TrustedTime.UNCERTAINTY_MIN, true);

    @FuzzTest
    void anyTextIsRefused(byte[] utf8) {
        var text = new String(utf8, UTF_8);
        refused(CapturedPayload.ofText(Channel.QR, text, Capture.oneWay(0)), TRUST);
    }

    @FuzzTest
    void anySdJwtIsRefused(byte[] utf8) {
        var text = new String(utf8, UTF_8);
        refused(CapturedPayload.ofText(Channel.QR, text, Capture.oneWay(0)), P2);
    }

    @FuzzTest
    void anyBytesAreRefused(byte[] bytes) {
        refused(CapturedPayload.ofBytes(Channel.QR, bytes, Capture.oneWay(0)), TRUST);
    }

    @FuzzTest
    void anyIssuersFileIsReadOrItsFaultsAreTold(byte[] document) {
        read(FILES, "issuers.json", document);
    }

    @FuzzTest
    void anyPolicyIsReadOrItsFaultsAreTold(byte[] document) {
        read(FILES, "policy.json", document);
    }

    @FuzzTest
    void anyStatusListIsTakenOrItsFaultIsTold(byte[] token) {
        read(FILES, listIn(FILES, ".cwt"), token);
    }

    @FuzzTest
    void anyJwtStatusListIsTakenOrItsFaultIsTold(byte[] token) {
        read(P2_FILES, listIn(P2_FILES, ".jwt"), token);
    }

    private static String listIn(Map<String, byte[]> directory, String ending) {
        return directory.keySet().stream()
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(CapturedPayload payload, TrustSnapshot<Realm.Production> trust) {
        var guard = ReplayGuard.withoutFloor(CRYPTO);
        var decider = new AccessDecider<Realm.Production>(CRYPTO, "seoul-main-03", guard);
        var instants = new AccessDecider.Instants(LATER, 0);
        var judgement = decider.decide(payload, trust, instants, CheckTrace.NONE);
        assertInstanceOf(AccessDecision.Denied.class, judgement.decision());
    }

    private static void read(Map<String, byte[]> directory, String file, byte[] content) {
        var files = new TreeMap<>(directory);
        files.put(file, content);
        List<TrustFault> faults =
                switch (TrustVectors.read(files)) {
                    case TrustReading.Whole(var _, var listFaults) -> listFaults;
                    case TrustReading.Faulty(var all) -> {
                        assertTrue(!all.isEmpty(), "refused, and nobody is told why");
                        yield all;
                    }
                };
        for (TrustFault fault : faults) {
            assertTrue(files.containsKey(fault.file()), fault::toString);
        }
    }

    /** In order, so that the first list is always the same. */
    private static Map<String, byte[]> sorted(String directory) {
        return new TreeMap<>(TrustVectors.files(directory));
    }
}
