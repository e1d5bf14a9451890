package org.gatereader.verifier.decision;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.gatereader.verifier.credential.VerifiedCredential;
import org.gatereader.verifier.encoding.Scalar;
import org.gatereader.verifier.trust.SitePolicy;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.gatereader.verifier.verdict.Verdict;

/** What the site admits of what the trust list allows: it narrows and never widens (check 18). */
final class AccessPolicy {
    private AccessPolicy() {}

    /** Type, issuer, class, hours, claims: in this order, the first failure wins. */
    static <R extends Realm> Verdict<AdmissibleCredential<R>> admit(
            VerifiedCredential<R> credential, SitePolicy site, Instant now) {
        var claims = credential.claims();
        if (!site.admission().types().admits(claims.type())) {
            return Verdict.refused(DenyReason.TYPE_NOT_ADMITTED);
        }
        if (!site.admission().issuers().admits(claims.issuer())) {
            return Verdict.refused(DenyReason.ISSUER_NOT_ADMITTED);
        }
        if (!site.admission().classes().admits(claims.passClass())) {
            return Verdict.refused(DenyReason.CLASS_NOT_ADMITTED);
        }
        if (!site.place().isOpenAt(now)) {
            return Verdict.refused(DenyReason.OUTSIDE_HOURS);
        }
        if (!satisfies(credential, site.requiredClaims())) {
            return Verdict.refused(DenyReason.CLAIM_NOT_SATISFIED);
        }
        return Verdict.passed(new AdmissibleCredential<>(credential));
    }

    private static boolean satisfies(
            VerifiedCredential<?> credential, Map<String, Set<Scalar>> required) {
        return required.entrySet().stream()
                .allMatch(
                        claim ->
                                credential
                                        .claims()
                                        .claim(claim.getKey())
                                        .filter(claim.getValue()::contains)
                                        .isPresent());
    }
}
