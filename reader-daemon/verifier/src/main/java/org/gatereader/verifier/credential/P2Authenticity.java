package org.gatereader.verifier.credential;

import java.time.Instant;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.encoding.CompactJws;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.presentation.HolderProof;
import org.gatereader.verifier.presentation.P2Claims;
import org.gatereader.verifier.presentation.P2Presentation;
import org.gatereader.verifier.trust.IssuerKey;
import org.gatereader.verifier.trust.SignatureAlgorithm;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.CheckTrace;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Checks 7 to 15 of PROFILE-P2, one method each, in their order: the issuer's JWT, the disclosures
 * that it covers, then the holder's JWT (RFC 9901, section 7.3).
 */
final class P2Authenticity {
    private final CryptoModule crypto;

    P2Authenticity(CryptoModule crypto) {
        this.crypto = crypto;
    }

    <R extends Realm> Verdict<AuthenticCredential<R>> authenticate(
            P2Presentation token, TrustSnapshot<R> trust, Instant now, CheckTrace trace) {
        return check7TrustEntry(token, trust)
                .traced(Check.TRUST_ENTRY, trace)
                .then(key -> check8KeyEntry(token, key, now))
                .traced(Check.KEY_ENTRY, trace)
                .then(key -> check9IssuerSignature(token, key))
                .traced(Check.ISSUER_SIGNATURE, trace)
                .then(key -> check10And11Claims(token, key, trace));
    }

    private static Verdict<IssuerKey> check7TrustEntry(
            P2Presentation token, TrustSnapshot<?> trust) {
        String keyId = token.keyId().orElse("");
        return TrustEntry.find(trust, token.issuer().orElse(""), name -> name.text().equals(keyId));
    }

    /** The entry is for JOSE: 303. The key is valid now: 306. It may sign this type: 305. */
    private static Verdict<IssuerKey> check8KeyEntry(
            P2Presentation token, IssuerKey key, Instant now) {
        if (key.identity().algorithm() != SignatureAlgorithm.ES256) {
            return Verdict.refused(DenyReason.ALGORITHM_REFUSED);
        }
        if (!key.identity().validity().contains(now)) {
            return Verdict.refused(DenyReason.ISSUER_KEY_NOT_VALID);
        }
        return token.type().filter(key.types()::contains).isPresent()
                ? Verdict.passed(key)
                : Verdict.refused(DenyReason.TYPE_NOT_TRUSTED);
    }

    private static Verdict<IssuerKey> check9IssuerSignature(P2Presentation token, IssuerKey key) {
        return signs(key.key(), token.credential())
                ? Verdict.passed(key)
                : Verdict.refused(DenyReason.ISSUER_SIGNATURE_INVALID);
    }

    private <R extends Realm> Verdict<AuthenticCredential<R>> check10And11Claims(
            P2Presentation token, IssuerKey key, CheckTrace trace) {
        return token.disclose(crypto)
                .traced(Check.DISCLOSURES, trace)
                .then(disclosed -> check11Claims(token, disclosed, key))
                .traced(Check.CLAIMS, trace)
                .then(claims -> check12To15Holder(token, claims, key, trace));
    }

    /** 108; and the key was valid when it signed, which a disclosure may have to tell: 306. */
    private static Verdict<P2Claims> check11Claims(
            P2Presentation token, JsonObject disclosed, IssuerKey key) {
        return token.claims(disclosed)
                .then(
                        claims ->
                                key.identity()
                                                .validity()
                                                .containsSecond(
                                                        claims.credential()
                                                                .validity()
                                                                .issuedAtSeconds())
                                        ? Verdict.passed(claims)
                                        : Verdict.refused(DenyReason.ISSUER_KEY_NOT_VALID));
    }

    private <R extends Realm> Verdict<AuthenticCredential<R>> check12To15Holder(
            P2Presentation token, P2Claims claims, IssuerKey issuerKey, CheckTrace trace) {
        return check12HolderKey(claims)
                .traced(Check.HOLDER_KEY, trace)
                .then(
                        key ->
                                check13KeyBinding(token)
                                        .traced(Check.KEY_BINDING, trace)
                                        .then(jws -> check14HolderSignature(jws, key)))
                .traced(Check.HOLDER_SIGNATURE, trace)
                .then(_ -> check15PresentationHash(token, claims))
                .traced(Check.PRESENTATION_HASH, trace)
                .then(proof -> Verdict.passed(authentic(token, claims, proof, issuerKey)));
    }

    /** One public key of P-256, on the curve: 202. */
    private Verdict<P256Key> check12HolderKey(P2Claims claims) {
        return claims.holderKey()
                .flatMap(key -> key.asP256(crypto))
                .map(Verdict::passed)
                .orElseGet(() -> Verdict.refused(DenyReason.HOLDER_KEY_INVALID));
    }

    /** Demanded of everybody, whatever came: without it, whoever copied the rest is the holder. */
    private static Verdict<CompactJws> check13KeyBinding(P2Presentation token) {
        return token.keyBinding()
                .map(Verdict::passed)
                .orElseGet(() -> Verdict.refused(DenyReason.KEY_BINDING_MISSING));
    }

    private static Verdict<CompactJws> check14HolderSignature(CompactJws jws, P256Key key) {
        return signs(key, jws)
                ? Verdict.passed(jws)
                : Verdict.refused(DenyReason.HOLDER_SIGNATURE_INVALID);
    }

    /** {@code sd_hash}: the holder signed for these disclosures, no more and no fewer: 211. */
    private Verdict<HolderProof> check15PresentationHash(P2Presentation token, P2Claims claims) {
        return claims.presentationHash().filter(token.hash(crypto)::equals).isPresent()
                ? Verdict.passed(claims.proof().orElseThrow())
                : Verdict.refused(DenyReason.PRESENTATION_HASH_MISMATCH);
    }

    private static boolean signs(P256Key key, CompactJws jws) {
        return key.verifies(jws.toBeSigned(), jws.signature());
    }

    private static <R extends Realm> AuthenticCredential<R> authentic(
            P2Presentation token, P2Claims claims, HolderProof proof, IssuerKey issuerKey) {
        var signed =
                new AuthenticCredential.SignedBytes(
                        token.keyBinding().orElseThrow().toBeSigned(),
                        token.credential().toBeSigned());
        var statements = new AuthenticCredential.Statements(claims.credential(), proof);
        return new AuthenticCredential<>(token, statements, issuerKey, signed);
    }
}
