package org.gatereader.verifier.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.presentation.CredentialClaims;
import org.gatereader.verifier.presentation.StatusClaim;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.RevocationState;
import org.gatereader.verifier.revocation.StalenessLadder;
import org.gatereader.verifier.revocation.StatusListSource;
import org.gatereader.verifier.trust.StalenessRules;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.gatereader.verifier.verdict.Verdict;

/**
 * The status of an authentic, current credential (RULES, Status lists). Every way of not knowing
 * has a reason of its own, and none of them is "not revoked".
 */
final class StatusCheck {
    private StatusCheck() {}

    static <R extends Realm> Verdict<AuthenticCredential<R>> check(
            AuthenticCredential<R> credential, TrustSnapshot<R> trust, Instant now) {
        Optional<DenyReason> refusal =
                switch (credential.claims().status()) {
                    case StatusClaim.Absent() -> judgeAbsence(credential, trust);
                    case StatusClaim.OtherMechanism() ->
                            Optional.of(DenyReason.STATUS_LIST_UNKNOWN);
                    case StatusClaim.Reference entry -> judgeEntry(credential, entry, trust, now);
                };
        return refusal.<Verdict<AuthenticCredential<R>>>map(Verdict::refused)
                .orElseGet(() -> Verdict.passed(credential));
    }

    /** 403, unless the site exempts the type: short-lived day passes, say. */
    private static Optional<DenyReason> judgeAbsence(
            AuthenticCredential<?> credential, TrustSnapshot<?> trust) {
        return trust.policy().admission().status().exempt().contains(credential.claims().type())
                ? Optional.empty()
                : Optional.of(DenyReason.STATUS_MISSING);
    }

    /**
     * The list must be one of this issuer key's (404), be here (405), and be young enough for this
     * credential (406).
     */
    private static Optional<DenyReason> judgeEntry(
            AuthenticCredential<?> credential,
            StatusClaim.Reference entry,
            TrustSnapshot<?> trust,
            Instant now) {
        Optional<StatusListSource> source = credential.issuerKey().sourceOf(entry.uri());
        if (source.isEmpty()) {
            return Optional.of(DenyReason.STATUS_LIST_UNKNOWN);
        }
        Optional<RevocationList> list = trust.list(source.get(), entry.uri());
        if (list.isEmpty()) {
            return Optional.of(DenyReason.STATUS_LIST_ABSENT);
        }
        StalenessRules rules = trust.policy().admission().status().staleness();
        StalenessLadder ladder = rules.ladderOf(credential.claims().passClass());
        return switch (ladder.at(list.get().info(), now)) {
            case CLOSED -> Optional.of(DenyReason.STATUS_LIST_STALE);
            case DEGRADED ->
                    judgeState(list.get(), entry)
                            .or(() -> narrow(credential, rules.visitors(), ladder));
            case FRESH, WARN -> judgeState(list.get(), entry);
        };
    }

    /**
     * What a degraded list does not answer for any more (RULES, TUF): visitors, and whoever neither
     * signed a challenge nor has a credential so short-lived that its issuer's last word about it
     * is as fresh as a list would have to be. 406.
     */
    private static Optional<DenyReason> narrow(
            AuthenticCredential<?> credential, Set<Long> visitors, StalenessLadder ladder) {
        CredentialClaims claims = credential.claims();
        var validity = claims.validity();
        long lifetimeSeconds = validity.expiresAtSeconds() - validity.issuedAtSeconds();
        boolean isShortLived = lifetimeSeconds <= ladder.degraded().toSeconds();
        boolean isServed =
                !visitors.contains(claims.passClass())
                        && (credential.proof().answersChallenge() || isShortLived);
        return isServed ? Optional.empty() : Optional.of(DenyReason.STATUS_LIST_STALE);
    }

    private static Optional<DenyReason> judgeState(
            RevocationList list, StatusClaim.Reference entry) {
        RevocationState state =
                switch (entry) {
                    case StatusClaim.ListEntry(long index, String _) -> list.stateAt(index);
                    case StatusClaim.Identifier identifier -> list.stateOf(identifier.id());
                };
        return switch (state) {
            case VALID -> Optional.empty();
            case REVOKED -> Optional.of(DenyReason.REVOKED);
            case SUSPENDED -> Optional.of(DenyReason.SUSPENDED);
            case UNKNOWN_VALUE -> Optional.of(DenyReason.STATUS_VALUE_UNKNOWN);
            case NOT_COVERED -> Optional.of(DenyReason.STATUS_INDEX_OUT_OF_RANGE);
        };
    }
}
