package org.gatereader.verifier.credential;

import java.util.List;
import java.util.function.Predicate;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.trust.IssuerKey;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/** Finds the entry that a credential of any format names. */
final class TrustEntry {
    private TrustEntry() {}

    /** Issuer and kid lead to exactly one entry: 301, 302. */
    static Verdict<IssuerKey> find(
            TrustSnapshot<?> trust, String issuer, Predicate<KeyName> isNamed) {
        List<IssuerKey> ofIssuer =
                trust.issuerKeys().stream()
                        .filter(key -> key.identity().issuer().equals(issuer))
                        .toList();
        if (ofIssuer.isEmpty()) {
            return Verdict.refused(DenyReason.ISSUER_UNKNOWN);
        }
        List<IssuerKey> named =
                ofIssuer.stream().filter(key -> isNamed.test(key.identity().keyName())).toList();
        return named.size() == 1
                ? Verdict.passed(named.getFirst())
                : Verdict.refused(DenyReason.ISSUER_KEY_UNKNOWN);
    }
}
