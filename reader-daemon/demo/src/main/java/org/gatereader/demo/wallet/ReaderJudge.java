package org.gatereader.demo.wallet;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Decides whether a reader is a gate of the site, so that an unlocked phone answers it in the
 * background and no stranger's reader (PROFILE-P1, Tap). It knows the site's key, which came with
 * the credential.
 */
final class ReaderJudge {
    private final PublicKey site;

    ReaderJudge(SigningKey site) {
        this.site = publicKey(site.x(), site.y());
    }

    /** Whether certificate and proof are there, hold, and name the gate that asks. */
    boolean isProven(TapRequest request, byte[] toBeSigned, Instant now) {
        if (request.certificate().isEmpty() || request.proof().isEmpty()) {
            return false;
        }
        List<?> sign1 = request.certificate().get();
        if (sign1.size() != 4
                || !(sign1.get(0) instanceof byte[] headers)
                || !(sign1.get(2) instanceof byte[] claims)
                || !(sign1.get(3) instanceof byte[] signature)) {
            throw new IllegalArgumentException("not a certificate of this profile");
        }
        return isOurKind(map(headers))
                && verifies(site, signed(headers, claims), signature)
                && certifies(map(claims), request, toBeSigned, now);
    }

    private static boolean isOurKind(Map<?, ?> headers) {
        return CborInput.at(headers, Labels.HEADER_ALG, Long.class) == Labels.ALG_ESP256
                && CborInput.at(headers, Labels.HEADER_TYP, String.class)
                        .equals(GateCertificate.TYPE);
    }

    private static boolean certifies(
            Map<?, ?> claims, TapRequest request, byte[] toBeSigned, Instant now) {
        var exp = Instant.ofEpochSecond(CborInput.at(claims, Labels.CLAIM_EXP, Long.class));
        boolean isCurrent =
                now.isBefore(exp) && !exp.isAfter(now.plus(GateCertificate.LIFETIME_MAX));
        var confirmation = CborInput.map(claims, Labels.CLAIM_CNF);
        var key = coseKey(CborInput.map(confirmation, Labels.CNF_COSE_KEY));
        return isCurrent
                && CborInput.at(claims, GateCertificate.CLAIM_GATE, String.class)
                        .equals(request.gate())
                && verifies(key, toBeSigned, request.proof().orElseThrow());
    }

    private static PublicKey coseKey(Map<?, ?> key) {
        byte[] x = CborInput.at(key, Labels.KEY_X, byte[].class);
        return key.get(Labels.KEY_Y) instanceof byte[] y
                ? publicKey(x, y)
                : publicKey(x, SigningKey.yOf(x, CborInput.at(key, Labels.KEY_Y, Boolean.class)));
    }

    private static Map<?, ?> map(byte[] document) {
        if (CborInput.read(document) instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("not a certificate of this profile");
    }

    private static byte[] signed(byte[] headers, byte[] claims) {
        return Cbor.array(
                        Cbor.text("Signature1"),
                        Cbor.bytes(headers),
                        Cbor.bytes(new byte[0]),
                        Cbor.bytes(claims))
                .toBytes();
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] x, byte[] y) {
        try {
            var point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, SigningKey.curve()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key of P-256", e);
        }
    }
}
