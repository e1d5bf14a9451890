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

/** What a gate that has seen nothing else answers to a code. */
record AtTheGate(String gate, TrustSnapshot<Realm.Production> trust, TrustedTime time) {
    /** A gate that trusts nobody of the world. */
    static final AtTheGate STRANGER =
            new AtTheGate(
                    "seoul-main-03",
                    TrustVectors.named("one-issuer"),
                    new TrustedTime(TrustVectors.NOON, TrustedTime.UNCERTAINTY_MIN, true));

    String outcome(String text) {
        return outcome(CapturedPayload.ofText(Channel.QR, text, Capture.oneWay(0)));
    }

    String outcome(byte[] bytes) {
        return outcome(CapturedPayload.ofBytes(Channel.QR, bytes, Capture.oneWay(0)));
    }

    private String outcome(CapturedPayload payload) {
        var guard = ReplayGuard.withoutFloor(CRYPTO);
        var decider = new AccessDecider<Realm.Production>(CRYPTO, gate, guard);
        var instants = new AccessDecider.Instants(time, 0);
        return switch (decider.decide(payload, trust, instants, CheckTrace.NONE).decision()) {
            case AccessDecision.Granted<?> _ -> "granted";
            case AccessDecision.Denied<?>(var reason) -> "refused " + reason.code();
        };
    }
}
