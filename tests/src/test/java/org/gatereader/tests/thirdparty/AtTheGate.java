package org.gatereader.tests.thirdparty;

import static org.gatereader.tests.thirdparty.ThirdParty.CRYPTO;

import org.gatereader.tests.conformance.TrustVectors;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Realm;

/** What a gate that trusts none of them answers to what others made. */
final class AtTheGate {
    private static final TrustSnapshot<Realm.Production> TRUST = TrustVectors.named("one-issuer");
    private static final TrustedTime NOW =
            new TrustedTime(TrustVectors.NOON, TrustedTime.UNCERTAINTY_MIN, true);

    private AtTheGate() {}

    static String outcome(String text) {
        return outcome(CapturedPayload.ofText(Channel.QR, text, Capture.oneWay(0)));
    }

    static String outcome(byte[] bytes) {
        return outcome(CapturedPayload.ofBytes(Channel.QR, bytes, Capture.oneWay(0)));
    }

    private static String outcome(CapturedPayload payload) {
        var guard = ReplayGuard.withoutFloor(CRYPTO);
        var decider = new AccessDecider<Realm.Production>(CRYPTO, "seoul-main-03", guard);
        var instants = new AccessDecider.Instants(NOW, 0);
        return switch (decider.decide(payload, TRUST, instants, CheckTrace.NONE).decision()) {
            case AccessDecision.Granted<?> _ -> throw new AssertionError("the gate opens");
            case AccessDecision.Denied<?>(var reason) -> "refused " + reason.code();
        };
    }
}
