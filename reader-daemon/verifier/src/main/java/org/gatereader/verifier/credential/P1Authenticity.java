package org.gatereader.verifier.credential;

import java.time.Instant;
import java.util.Optional;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.presentation.CredentialClaims;
import org.gatereader.verifier.presentation.P1Presentation;
import org.gatereader.verifier.trust.IssuerKey;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.gatereader.verifier.verdict.Verdict;

/** Checks 7 to 11 of PROFILE-P1, one method each, in their order. */
final class P1Authenticity {
    private final CryptoModule crypto;

    P1Authenticity(CryptoModule crypto) {
        this.crypto = crypto;
    }

    <R extends Realm> Verdict<AuthenticCredential<R>> authenticate(
            P1Presentation token, TrustSnapshot<R> trust, Instant now, CheckTrace trace) {
        return check7TrustEntry(token, trust)
                .traced(Check.TRUST_ENTRY, trace)
                .then(key -> check8KeyEntry(token, key, now))
                .traced(Check.KEY_ENTRY, trace)
                .then(key -> check9IssuerSignature(token, key))
                .traced(Check.ISSUER_SIGNATURE, trace)
                .then(key -> check10And11Holder(token, key, trace));
    }

    private static Verdict<IssuerKey> check7TrustEntry(
            P1Presentation token, TrustSnapshot<?> trust) {
        byte[] keyId = token.credential().keyId();
        return TrustEntry.find(trust, token.claims().issuer(), name -> name.standsFor(keyId));
    }

    /**
     * The algorithm is the entry's and not the token's to choose: 303. The key is valid, and was
     * when it signed: 306. It may sign this type: 305.
     */
    private static Verdict<IssuerKey> check8KeyEntry(
            P1Presentation token, IssuerKey key, Instant now) {
        long algorithm = key.identity().algorithm().cose();
        if (token.credential().algorithm() != algorithm || token.token().algorithm() != algorithm) {
            return Verdict.refused(DenyReason.ALGORITHM_REFUSED);
        }
        CredentialClaims claims = token.claims();
        if (!key.identity().validity().contains(now)
                || !key.identity().validity().containsSecond(claims.validity().issuedAtSeconds())) {
            return Verdict.refused(DenyReason.ISSUER_KEY_NOT_VALID);
        }
        return key.types().contains(claims.type())
                ? Verdict.passed(key)
                : Verdict.refused(DenyReason.TYPE_NOT_TRUSTED);
    }

    private static Verdict<IssuerKey> check9IssuerSignature(P1Presentation token, IssuerKey key) {
        return signs(key.key(), token.credential().envelope())
                ? Verdict.passed(key)
                : Verdict.refused(DenyReason.ISSUER_SIGNATURE_INVALID);
    }

    private <R extends Realm> Verdict<AuthenticCredential<R>> check10And11Holder(
            P1Presentation token, IssuerKey issuerKey, CheckTrace trace) {
        return check10HolderKey(token)
                .traced(Check.HOLDER_KEY, trace)
                .then(key -> check11HolderSignature(token, key))
                .traced(Check.HOLDER_SIGNATURE, trace)
                .then(_ -> Verdict.passed(authentic(token, issuerKey)));
    }

    /** The key in {@code cnf} is a point of the curve: 202. */
    private Verdict<P256Key> check10HolderKey(P1Presentation token) {
        Optional<P256Key> key = token.credential().holderKey().asP256(crypto);
        return key.map(Verdict::passed)
                .orElseGet(() -> Verdict.refused(DenyReason.HOLDER_KEY_INVALID));
    }

    private static Verdict<P256Key> check11HolderSignature(P1Presentation token, P256Key key) {
        return signs(key, token.token().envelope())
                ? Verdict.passed(key)
                : Verdict.refused(DenyReason.HOLDER_SIGNATURE_INVALID);
    }

    private static boolean signs(P256Key key, CoseSign1 envelope) {
        return key.verifies(envelope.toBeSigned(), envelope.signature());
    }

    private static <R extends Realm> AuthenticCredential<R> authentic(
            P1Presentation token, IssuerKey issuerKey) {
        var signed =
                new AuthenticCredential.SignedBytes(
                        token.token().envelope().toBeSigned(),
                        token.credential().envelope().toBeSigned());
        var statements = new AuthenticCredential.Statements(token.claims(), token.proof());
        return new AuthenticCredential<>(token, statements, issuerKey, signed);
    }
}
