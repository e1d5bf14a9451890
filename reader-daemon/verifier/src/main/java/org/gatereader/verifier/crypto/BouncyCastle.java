package org.gatereader.verifier.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * The crypto module on BouncyCastle's lightweight API: no provider is registered, none is asked.
 *
 * <p>The curve comes from {@code CustomNamedCurves}: the generic P-256 of the same library verifies
 * about twenty times slower.
 */
public final class BouncyCastle implements CryptoModule {
    static final int COORDINATE_BYTES = 32;
    private static final int DIGEST_BYTES = 32;
    private static final int HKDF_BYTES_MAX = 255 * DIGEST_BYTES;
    private static final int GCM_NONCE_BYTES = 12;
    private static final int GCM_TAG_BYTES = 16;

    private final ECDomainParameters p256;
    private final BigInteger fieldPrime;

    public BouncyCastle() {
        X9ECParameters curve = CustomNamedCurves.getByName("P-256");
        p256 = new ECDomainParameters(curve);
        fieldPrime = curve.getCurve().getField().getCharacteristic();
    }

    @Override
    public String name() {
        return "BouncyCastle bcprov 1.86";
    }

    @Override
    public byte[] sha256(byte[]... parts) {
        return digest(parts);
    }

    static byte[] digest(byte[]... parts) {
        var digest = new SHA256Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[DIGEST_BYTES];
        digest.doFinal(hash, 0);
        return hash;
    }

    @Override
    public byte[] sha512(byte[]... parts) {
        var digest = new SHA512Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    @Override
    public byte[] hmacSha256(byte[] key, byte[]... parts) {
        var mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] code = new byte[DIGEST_BYTES];
        mac.doFinal(code, 0);
        return code;
    }

    @Override
    public byte[] hkdfSha256(byte[] inputKey, byte[] salt, byte[] info, int length) {
        require(length >= 1 && length <= HKDF_BYTES_MAX, "HKDF derives 1..8160 bytes");
        var generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(inputKey, salt, info));
        byte[] derived = new byte[length];
        generator.generateBytes(derived, 0, length);
        return derived;
    }

    @Override
    public Optional<P256Key> p256Key(byte[] x, byte[] y) {
        return key(point(x, y));
    }

    @Override
    public Optional<P256Key> p256Key(byte[] x, boolean yIsOdd) {
        if (coordinate(x) == null) {
            return Optional.empty();
        }
        byte[] compressed = new byte[1 + COORDINATE_BYTES];
        compressed[0] = (byte) (yIsOdd ? 3 : 2);
        System.arraycopy(x, 0, compressed, 1, COORDINATE_BYTES);
        try {
            return key(p256.getCurve().decodePoint(compressed));
        } catch (IllegalArgumentException _) {
            // The library's only way to say that x³ − 3x + b has no root: half of all x.
            return Optional.empty();
        }
    }

    private Optional<P256Key> key(@Nullable ECPoint point) {
        return Optional.ofNullable(point)
                .map(valid -> new BouncyCastleP256Key(new ECPublicKeyParameters(valid, p256)));
    }

    @Override
    public Optional<VerifyingKey> ed25519Key(byte[] encoded) {
        return BouncyCastleKeys.ed25519(encoded);
    }

    @Override
    public Optional<VerifyingKey> rsaPssKey(BigInteger modulus, BigInteger exponent) {
        return BouncyCastleKeys.rsaPss(modulus, exponent);
    }

    @Override
    public Optional<byte[]> ecdhP256(byte[] privateScalar, byte[] peerX, byte[] peerY) {
        var scalar = new BigInteger(1, privateScalar);
        require(
                privateScalar.length == COORDINATE_BYTES
                        && scalar.signum() > 0
                        && scalar.compareTo(p256.getN()) < 0,
                "a private scalar is 32 bytes in [1, n-1]");
        ECPoint peer = point(peerX, peerY);
        if (peer == null) {
            return Optional.empty();
        }
        // The cofactor is 1 and the scalar below n, so the product is never infinity.
        ECPoint shared = peer.multiply(scalar).normalize();
        return Optional.of(shared.getAffineXCoord().getEncoded());
    }

    @Override
    public Optional<byte[]> aesGcmOpen(
            byte[] key, byte[] nonce, byte[] additionalData, byte[] sealed) {
        require(key.length == 16 || key.length == 32, "an AES key is 16 or 32 bytes");
        require(nonce.length == GCM_NONCE_BYTES, "a GCM nonce is 12 bytes");
        if (sealed.length < GCM_TAG_BYTES) {
            return Optional.empty();
        }
        var cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(
                false,
                new AEADParameters(
                        new KeyParameter(key), GCM_TAG_BYTES * Byte.SIZE, nonce, additionalData));
        byte[] opened = new byte[cipher.getOutputSize(sealed.length)];
        int written = cipher.processBytes(sealed, 0, sealed.length, opened, 0);
        try {
            cipher.doFinal(opened, written);
        } catch (InvalidCipherTextException _) {
            Arrays.fill(opened, (byte) 0);
            return Optional.empty();
        }
        return Optional.of(opened);
    }

    /** The point, if both coordinates are below p and satisfy the curve's equation; else null. */
    private @Nullable ECPoint point(byte[] x, byte[] y) {
        BigInteger affineX = coordinate(x);
        BigInteger affineY = coordinate(y);
        if (affineX == null || affineY == null) {
            return null;
        }
        ECPoint point = p256.getCurve().createPoint(affineX, affineY);
        return point.isValid() ? point : null;
    }

    private @Nullable BigInteger coordinate(byte[] bytes) {
        if (bytes.length != COORDINATE_BYTES) {
            return null;
        }
        var number = new BigInteger(1, bytes);
        return number.compareTo(fieldPrime) < 0 ? number : null;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
