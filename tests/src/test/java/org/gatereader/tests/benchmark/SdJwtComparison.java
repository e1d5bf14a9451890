package org.gatereader.tests.benchmark;

import com.nimbusds.jose.jwk.ECKey;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.BouncyCastle;
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
 * The CPU that one whole SD-JWT with key binding costs: our decision, status and policy and replay
 * included, against authlete's sd-jwt with nimbus-jose-jwt; and two signatures against OpenSSL's.
 *
 * @param rounds each measured all of it, one after the other, in microseconds a presentation
 */
record SdJwtComparison(List<Round> rounds) {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final int ROUNDS = 9;
    private static final int WARM_UP_ROUNDS = 20;
    private static final int PRESENTATIONS = 300;

    /** Microseconds of CPU; the last two are of two verifications. */
    record Round(
            double ours,
            double onJdk,
            double onBouncyCastle,
            double bothOurs,
            double bothOpenSsl) {}

    /** Warms everything up, then measures in turns. */
    static SdJwtComparison measure() throws Exception {
        return new Bench().measure();
    }

    double median(ToDoubleFunction<Round> figure) {
        return Median.of(rounds, figure);
    }

    private static final class Bench {
        private final CryptoModule crypto = new BouncyCastle();
        private final TrustSnapshot<Realm.Production> trust = trust();
        private final TrustedTime time = new TrustedTime(NOW, TrustedTime.UNCERTAINTY_MIN, true);
        private final List<String> texts = texts();
        private final BareWork bare = new BareWork();
        private final SdJwtLibraries onJdk;
        private final SdJwtLibraries onBouncyCastle;

        private Bench() throws Exception {
            var key = ECKey.parse(DemoKeys.named("issuer-jwt").jwk().toLine()).toECPublicKey();
            onJdk = libraries(Security.getProvider("SunEC"), key);
            onBouncyCastle = libraries(new BouncyCastleProvider(), key);
        }

        private SdJwtComparison measure() throws Exception {
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                round(0);
            }
            List<Round> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(round(2 * OpenSsl.verifyMicros().orElse(Double.NaN)));
            }
            return new SdJwtComparison(rounds);
        }

        private Round round(double bothOpenSsl) {
            return new Round(
                    microsOf(decides()),
                    microsOf(text -> holds(onJdk, text)),
                    microsOf(text -> holds(onBouncyCastle, text)),
                    microsOf(_ -> bare.verifiesBoth()),
                    bothOpenSsl);
        }

        private double microsOf(Predicate<String> work) {
            long before = ThreadCost.cpuNanosOfThisThread();
            boolean isDone = texts.stream().allMatch(work);
            long after = ThreadCost.cpuNanosOfThisThread();
            if (!isDone) {
                throw new IllegalStateException("a valid presentation was refused");
            }
            return (after - before) / 1e3 / PRESENTATIONS;
        }

        /** Everybody comes once a round: a guard of its own for each. */
        private Predicate<String> decides() {
            var guard = ReplayGuard.withoutFloor(crypto);
            var decider = new AccessDecider<Realm.Production>(crypto, DemoSite.GATE, guard);
            var at = new AccessDecider.Instants(time, 0);
            return text -> {
                var payload = CapturedPayload.ofText(Channel.QR, text, Capture.oneWay(0));
                return decider.decide(payload, trust, at, CheckTrace.NONE).decision()
                        instanceof AccessDecision.Granted<?>;
            };
        }

        private static boolean holds(SdJwtLibraries libraries, String text) {
            try {
                return libraries.holds(text, NOW);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static SdJwtLibraries libraries(Provider provider, ECPublicKey key)
                throws Exception {
            return new SdJwtLibraries(provider, key);
        }

        private static List<String> texts() {
            var random = new Random(1);
            return Stream.generate(() -> Profile.P2.present(NOW, random))
                    .limit(PRESENTATIONS)
                    .toList();
        }

        private TrustSnapshot<Realm.Production> trust() {
            var files = Profile.trust(NOW.minusSeconds(60)).files();
            return switch (new TrustDirectory(crypto, NOW, Optional.empty()).read(files)) {
                case TrustReading.Whole(var content, var _) -> content.asProduction().orElseThrow();
                case TrustReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
            };
        }
    }
}
