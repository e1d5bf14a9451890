package org.gatereader.gatectl;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.decision.AccessDecider;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.decision.ReplayGuard;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;

/**
 * Judges files as a gate would judge what it captures: the same decider, the same checks. Each is
 * judged as if it were the first, by a clock that is trusted at one instant; there is no floor and
 * nothing to open.
 */
final class Examiner {
    private final CryptoModule crypto;
    private final TrustSnapshot<Realm.Production> trust;
    private final Setting setting;

    /**
     * The gate that is played.
     *
     * @param gate its id
     * @param at its time
     * @param challenges those it gave out and still honours
     */
    record Setting(String gate, Instant at, Channel channel, List<byte[]> challenges) {
        /** A clock that was synchronised this moment. */
        TrustedTime time() {
            return new TrustedTime(at, TrustedTime.UNCERTAINTY_MIN, true);
        }
    }

    Examiner(CryptoModule crypto, TrustSnapshot<Realm.Production> trust, Setting setting) {
        this.crypto = crypto;
        this.trust = trust;
        this.setting = setting;
    }

    Examination examine(Captured captured) {
        CapturedPayload payload =
                captured.payload(setting.channel(), new Capture(0, setting.challenges()));
        List<Check> held = new ArrayList<>();
        Optional<String> bug = Optional.empty();
        AccessDecision<Realm.Production> decision;
        try {
            decision = decide(payload, held);
        } catch (RuntimeException e) {
            // As at the gate: a bug is a no. The message could hold a claim, the place can not.
            decision = new AccessDecision.Denied<>(DenyReason.VERIFIER_FAULT);
            bug = Optional.of(Bugs.place(e));
        }
        var verdict = new Examination.Outcome(decision, captured.profile(), List.copyOf(held), bug);
        var evidence = Evidence.of(Anatomy.of(captured), trust, held);
        return new Examination(setting, captured, verdict, evidence);
    }

    private AccessDecision<Realm.Production> decide(CapturedPayload payload, List<Check> held) {
        var decider =
                new AccessDecider<Realm.Production>(
                        crypto, setting.gate(), ReplayGuard.withoutFloor(crypto));
        var instants = new AccessDecider.Instants(setting.time(), 0);
        return decider.decide(payload, trust, instants, held::add).decision();
    }
}
