package org.gatereader.daemon.selftest;

import java.math.BigInteger;
import java.util.Optional;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;
import org.gatereader.verifier.crypto.VerifyingKey;

/** A crypto module that is broken in the way that matters: it takes every signature for good. */
public final class GullibleCrypto implements CryptoModule {
    private final CryptoModule sound = new BouncyCastle();

    /** Wraps a sound one. */
    public GullibleCrypto() {}

    private record GullibleKey(P256Key sound) implements P256Key {
        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            return true;
        }

        @Override
        public P256Key kept() {
            return this;
        }

        @Override
        public String thumbprint() {
            return sound.thumbprint();
        }
    }

    @Override
    public String name() {
        return "gullible";
    }

    @Override
    public byte[] sha256(byte[]... parts) {
        return sound.sha256(parts);
    }

    @Override
    public byte[] sha512(byte[]... parts) {
        return sound.sha512(parts);
    }

    @Override
    public byte[] hmacSha256(byte[] key, byte[]... parts) {
        return sound.hmacSha256(key, parts);
    }

    @Override
    public byte[] hkdfSha256(byte[] inputKey, byte[] salt, byte[] info, int length) {
        return sound.hkdfSha256(inputKey, salt, info, length);
    }

    @Override
    public Optional<P256Key> p256Key(byte[] x, byte[] y) {
        return sound.p256Key(x, y).map(GullibleKey::new);
    }

    @Override
    public Optional<P256Key> p256Key(byte[] x, boolean yIsOdd) {
        return sound.p256Key(x, yIsOdd).map(GullibleKey::new);
    }

    @Override
    public Optional<VerifyingKey> ed25519Key(byte[] encoded) {
        return sound.ed25519Key(encoded).map(_ -> (message, signature) -> true);
    }

    @Override
    public Optional<VerifyingKey> rsaPssKey(BigInteger modulus, BigInteger exponent) {
        return sound.rsaPssKey(modulus, exponent).map(_ -> (message, signature) -> true);
    }

    @Override
    public Optional<byte[]> ecdhP256(byte[] privateScalar, byte[] peerX, byte[] peerY) {
        return sound.ecdhP256(privateScalar, peerX, peerY);
    }

    @Override
    public Optional<byte[]> aesGcmOpen(
            byte[] key, byte[] nonce, byte[] additionalData, byte[] sealed) {
        return sound.aesGcmOpen(key, nonce, additionalData, sealed);
    }
}
