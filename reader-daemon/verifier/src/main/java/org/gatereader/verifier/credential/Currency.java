package org.gatereader.verifier.credential;

import java.time.Duration;
import java.time.Instant;
import org.gatereader.verifier.presentation.CredentialClaims;
import org.gatereader.verifier.presentation.HolderProof;
import org.gatereader.verifier.presentation.HolderProof.Nonce;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.gatereader.verifier.verdict.Verdict;

/**
 * What is asked of every format, one method a check, in their order: 12 to 17 of P1 and 16 to 21 of
 * P2. Instants are compared in seconds since 1970, as they are signed; a saturated one is later
 * than any.
 */
final class Currency {
    /** A credential may live this long (PROFILE-P1, check 12). */
    private static final long LIFETIME_SECONDS_MAX = Duration.ofDays(400).toSeconds();

    /** A proof of a one-way lane is fresh for this long, and may be dated this far ahead. */
    private static final Duration AGE_MAX = Duration.ofSeconds(15);

    private static final Duration AHEAD_MAX = Duration.ofSeconds(5);

    private final String gate;

    Currency(String gate) {
        this.gate = gate;
    }

    <R extends Realm> Verdict<AuthenticCredential<R>> confirm(
            AuthenticCredential<R> credential,
            TrustSnapshot<R> trust,
            Moment moment,
            CheckTrace trace) {
        return checkValidity(credential)
                .traced(Check.VALIDITY, trace)
                .then(it -> checkAudience(it, trust))
                .traced(Check.AUDIENCE, trace)
                .then(Currency::checkChallenge)
                .traced(Check.CHALLENGE, trace)
                .then(it -> checkFreshness(it, moment))
                .traced(Check.FRESHNESS, trace)
                .then(it -> checkCurrency(it, moment.now()))
                .traced(Check.CURRENCY, trace)
                .then(it -> StatusCheck.check(it, trust, moment.now()))
                .traced(Check.STATUS, trace);
    }

    /** The issuer's instants do not contradict each other, and span at most 400 days: 307. */
    private static <R extends Realm> Verdict<AuthenticCredential<R>> checkValidity(
            AuthenticCredential<R> credential) {
        var validity = credential.claims().validity();
        long expiresAt = validity.expiresAtSeconds();
        boolean isConsistent =
                validity.issuedAtSeconds() < expiresAt
                        && validity.notBeforeSeconds() < expiresAt
                        && expiresAt - validity.issuedAtSeconds() <= LIFETIME_SECONDS_MAX;
        return isConsistent
                ? Verdict.passed(credential)
                : Verdict.refused(DenyReason.VALIDITY_INCONSISTENT);
    }

    /**
     * Made for this gate, or in a one-way lane for a group that it is in; and the credential, if it
     * is limited to a site, for this one: 203. Byte-equal, no pattern, no normalisation.
     */
    private <R extends Realm> Verdict<AuthenticCredential<R>> checkAudience(
            AuthenticCredential<R> credential, TrustSnapshot<R> trust) {
        var place = trust.policy().place();
        String audience = credential.proof().audience();
        boolean isForUs =
                audience.equals(gate)
                        || (!credential.lane().demandsChallenge()
                                && place.groups().include(audience, gate));
        boolean isForSite =
                credential.claims().audience().map(site -> site.equals(place.site())).orElse(true);
        return isForUs && isForSite
                ? Verdict.passed(credential)
                : Verdict.refused(DenyReason.WRONG_AUDIENCE);
    }

    /**
     * A challenge where one is demanded: 207. Whoever signed one must have signed one of ours that
     * is outstanding on this channel: 208; a skimmed tap proof shown as a QR code dies here.
     */
    private static <R extends Realm> Verdict<AuthenticCredential<R>> checkChallenge(
            AuthenticCredential<R> credential) {
        return switch (credential.proof().nonce()) {
            case Nonce.Challenge challenge ->
                    challenge.isAmong(credential.challenges())
                            ? Verdict.passed(credential)
                            : Verdict.refused(DenyReason.CHALLENGE_UNKNOWN);
            case Nonce.OwnRandom() when !credential.lane().demandsChallenge() ->
                    Verdict.passed(credential);
            case Nonce.OwnRandom(), Nonce.Missing() ->
                    Verdict.refused(DenyReason.CHALLENGE_MISSING);
        };
    }

    /**
     * Without a challenge the clock must tell: trusted at all (902), not too old (204), not ahead
     * (205), after the floor (209). A signed challenge is fresh by itself.
     */
    private static <R extends Realm> Verdict<AuthenticCredential<R>> checkFreshness(
            AuthenticCredential<R> credential, Moment moment) {
        if (credential.proof().answersChallenge()) {
            return Verdict.passed(credential);
        }
        TrustedTime time = moment.time();
        if (!time.isTrusted()) {
            return Verdict.refused(DenyReason.CLOCK_UNTRUSTED);
        }
        Instant signedAt = instant(credential.proof());
        if (signedAt.isBefore(time.now().minus(AGE_MAX).minus(time.uncertainty()))) {
            return Verdict.refused(DenyReason.PRESENTATION_TOO_OLD);
        }
        if (signedAt.isAfter(time.now().plus(AHEAD_MAX).plus(time.uncertainty()))) {
            return Verdict.refused(DenyReason.PRESENTATION_IN_FUTURE);
        }
        return signedAt.isAfter(moment.floor())
                ? Verdict.passed(credential)
                : Verdict.refused(DenyReason.BEFORE_FLOOR);
    }

    private static Instant instant(HolderProof proof) {
        long seconds = proof.issuedAtSeconds();
        return seconds > Instant.MAX.getEpochSecond()
                ? Instant.MAX
                : Instant.ofEpochSecond(seconds);
    }

    /**
     * Begun (401), not over (402), and so it was when the holder signed (307). Expiry is exclusive
     * (RFC 7519, section 4.1.4).
     */
    private static <R extends Realm> Verdict<AuthenticCredential<R>> checkCurrency(
            AuthenticCredential<R> credential, Instant now) {
        CredentialClaims claims = credential.claims();
        long issuedAt = claims.validity().issuedAtSeconds();
        long notBefore = claims.validity().notBeforeSeconds();
        long expiresAt = claims.validity().expiresAtSeconds();
        if (now.getEpochSecond() < notBefore) {
            return Verdict.refused(DenyReason.NOT_YET_VALID);
        }
        if (now.getEpochSecond() >= expiresAt) {
            return Verdict.refused(DenyReason.EXPIRED);
        }
        long signedAt = credential.proof().issuedAtSeconds();
        return signedAt >= Math.max(notBefore, issuedAt) && signedAt < expiresAt
                ? Verdict.passed(credential)
                : Verdict.refused(DenyReason.VALIDITY_INCONSISTENT);
    }
}
