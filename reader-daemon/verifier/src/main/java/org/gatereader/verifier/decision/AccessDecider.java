package org.gatereader.verifier.decision;

import org.gatereader.verifier.credential.CredentialVerifier;
import org.gatereader.verifier.credential.Moment;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.PresentationParser;
import org.gatereader.verifier.trust.SitePolicy;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.Realm;

/** Decides about one presentation after the other, by whichever snapshot serves at the time. */
public final class AccessDecider<R extends Realm> {
    private final CryptoModule crypto;
    private final String gate;
    private final ReplayGuard guard;

    /**
     * A decider for one gate.
     *
     * @param gate this gate's id
     * @param guard owned by the same thread as this decider
     */
    public AccessDecider(CryptoModule crypto, String gate, ReplayGuard guard) {
        this.crypto = crypto;
        this.gate = gate;
        this.guard = guard;
    }

    /** When a payload is judged, by both clocks. */
    public record Instants(TrustedTime time, long nanos) {}

    /**
     * Parse, authenticate, confirm that it is current, ask the policy, admit once. Each line takes
     * what only the line before can make, so no other order compiles; the first refusal wins.
     */
    public Judgement<R> decide(
            CapturedPayload payload, TrustSnapshot<R> trust, Instants at, CheckTrace trace) {
        var verifier = new CredentialVerifier<>(crypto, trust, gate);
        var moment = new Moment(at.time(), guard.floorAt(at.nanos()));
        SitePolicy policy = trust.policy();
        return Judgement.of(
                PresentationParser.parse(payload, policy.lanes(), trace)
                        .then(presented -> verifier.authenticate(presented, moment, trace))
                        .then(authentic -> verifier.confirmCurrent(authentic, moment, trace))
                        .then(verified -> AccessPolicy.admit(verified, policy, moment.now()))
                        .traced(Check.POLICY, trace)
                        .then(admissible -> guard.admitOnce(admissible, at.time(), at.nanos()))
                        .traced(Check.ADMIT_ONCE, trace));
    }
}
