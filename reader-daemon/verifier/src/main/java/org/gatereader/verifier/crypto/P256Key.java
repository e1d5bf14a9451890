package org.gatereader.verifier.crypto;

/**
 * A public key that is a point of P-256, and not infinity (NIST SP 800-186, section 3.2.1.3).
 *
 * <p>Immutable and safe to share. Keep the object: what makes later verifications cheaper than the
 * first stays with it.
 */
public interface P256Key extends VerifyingKey {
    /** Bytes in a signature: r and s, 32 bytes each, big-endian (RFC 9053, section 2.1). */
    int SIGNATURE_BYTES = 64;

    /**
     * Says whether this key signed the SHA-256 of {@code message} (FIPS 186-5, section 6.4.2).
     *
     * @param signature r ‖ s; any other length is no signature
     * @return false also for r or s outside [1, n−1]; a high s is taken, since phone key stores do
     *     not normalise
     */
    @Override
    boolean verifies(byte[] message, byte[] signature);

    /**
     * This key, with what makes verifying cheap made already: for one that is kept, so that nobody
     * has to wait for it at the gate.
     */
    P256Key kept();

    /**
     * The key's thumbprint: base64url of the SHA-256 of its JWK with the required members only (RFC
     * 7638, section 3). Tells keys apart in lists and messages.
     */
    String thumbprint();
}
