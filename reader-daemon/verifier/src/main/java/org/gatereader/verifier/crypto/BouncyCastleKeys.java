package org.gatereader.verifier.crypto;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The keys of updates that are no points of P-256. */
final class BouncyCastleKeys {
    private static final int SALT_BYTES = 32;
    private static final int RSA_BITS_MIN = 2048;
    private static final int RSA_BITS_MAX = 4096;
    private static final int EXPONENT_BITS_MAX = 32;

    private BouncyCastleKeys() {}

    static Optional<VerifyingKey> ed25519(byte[] encoded) {
        // The full check also refuses points of small order, with which one signature fits many
        // messages.
        if (encoded.length != Ed25519.PUBLIC_KEY_SIZE
                || !Ed25519.validatePublicKeyFull(encoded, 0)) {
            return Optional.empty();
        }
        byte[] key = encoded.clone();
        return Optional.of(
                (message, signature) ->
                        signature.length == Ed25519.SIGNATURE_SIZE
                                && Ed25519.verify(
                                        signature, 0, key, 0, message, 0, message.length));
    }

    static Optional<VerifyingKey> rsaPss(BigInteger modulus, BigInteger exponent) {
        int bits = modulus.bitLength();
        if (bits < RSA_BITS_MIN
                || bits > RSA_BITS_MAX
                || exponent.compareTo(BigInteger.ONE) <= 0
                || exponent.bitLength() > EXPONENT_BITS_MAX) {
            return Optional.empty();
        }
        try {
            var parameters = new RSAKeyParameters(false, modulus, exponent);
            return Optional.of(
                    (message, signature) -> rsaPssVerifies(parameters, message, signature));
        } catch (IllegalArgumentException _) {
            // The library's only way to say that one of the two is even or has a small factor.
            return Optional.empty();
        }
    }

    private static boolean rsaPssVerifies(RSAKeyParameters key, byte[] message, byte[] signature) {
        if (signature.length != (key.getModulus().bitLength() + 7) / Byte.SIZE) {
            return false;
        }
        var verifier = new PSSSigner(new RSABlindedEngine(), new SHA256Digest(), SALT_BYTES);
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }
}
