package org.gatereader.verifier.crypto;

import java.math.BigInteger;
import java.util.Optional;

/**
 * All cryptography that a verifier needs: bytes in, answer out.
 *
 * <p>The algorithm is the method, never an argument that came with the data. Implementations are
 * stateless and safe to share.
 */
public interface CryptoModule {
    /** The module's name and version, as status shows it. */
    String name();

    /** SHA-256 over the parts, one after the other (FIPS 180-4). */
    byte[] sha256(byte[]... parts);

    /** SHA-512 over the parts, one after the other (FIPS 180-4). */
    byte[] sha512(byte[]... parts);

    /** HMAC with SHA-256 over the parts, one after the other (RFC 2104). */
    byte[] hmacSha256(byte[] key, byte[]... parts);

    /**
     * HKDF with SHA-256: extract, then expand (RFC 5869, section 2).
     *
     * @param salt empty where the protocol has none
     * @param length bytes to derive, 1..8160
     * @throws IllegalArgumentException if the length is outside: a bug of the caller
     */
    byte[] hkdfSha256(byte[] inputKey, byte[] salt, byte[] info, int length);

    /**
     * The key at (x, y), validated (NIST SP 800-56A rev. 3, section 5.6.2.3.3).
     *
     * @param x 32 bytes, big-endian
     * @param y 32 bytes, big-endian
     * @return empty if a coordinate is not 32 bytes or not below p, or the point not on the curve
     */
    Optional<P256Key> p256Key(byte[] x, byte[] y);

    /**
     * The key at x with the y of the given parity (SEC 1, section 2.3.4; RFC 9053, section 7.1.1).
     *
     * @param x 32 bytes, big-endian
     * @param yIsOdd COSE's sign bit
     * @return empty if x is not 32 bytes or not below p, or no point of the curve has it
     */
    Optional<P256Key> p256Key(byte[] x, boolean yIsOdd);

    /**
     * The Ed25519 key that these bytes encode (RFC 8032, section 5.1).
     *
     * @param encoded 32 bytes
     * @return empty if they are not 32 bytes, not canonical, or not of the prime-order group
     */
    Optional<VerifyingKey> ed25519Key(byte[] encoded);

    /**
     * The RSA key for RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 8017,
     * section 8.1; FIPS 186-5, section 5.4).
     *
     * @return empty unless the modulus has 2048 to 4096 bits and the exponent is odd, above 1 and
     *     below 2^32
     */
    Optional<VerifyingKey> rsaPssKey(BigInteger modulus, BigInteger exponent);

    /**
     * The shared secret of ECDH on P-256: the x coordinate (NIST SP 800-56A rev. 3, section
     * 5.7.1.2).
     *
     * @param privateScalar 32 bytes, big-endian, in [1, n−1]: the caller's own
     * @param peerX 32 bytes, untrusted
     * @param peerY 32 bytes, untrusted
     * @return 32 bytes; empty if the peer's point is not a valid key
     * @throws IllegalArgumentException if the scalar is outside: a bug of the caller
     */
    Optional<byte[]> ecdhP256(byte[] privateScalar, byte[] peerX, byte[] peerY);

    /**
     * Opens AES-GCM with a 128-bit tag (NIST SP 800-38D).
     *
     * @param key 16 or 32 bytes
     * @param nonce 12 bytes
     * @param additionalData authenticated, not encrypted; may be empty
     * @param sealed ciphertext, then the 16-byte tag; untrusted
     * @return empty if the tag does not hold; no byte of an unauthenticated text is given out
     * @throws IllegalArgumentException if key or nonce has another length: a bug of the caller
     */
    Optional<byte[]> aesGcmOpen(byte[] key, byte[] nonce, byte[] additionalData, byte[] sealed);
}
