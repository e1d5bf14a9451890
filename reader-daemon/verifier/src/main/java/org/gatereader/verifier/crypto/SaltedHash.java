package org.gatereader.verifier.crypto;

import java.nio.ByteBuffer;

/**
 * The first 16 bytes of SHA-256(salt ‖ content): tells two contents apart within one process and
 * says nothing to anybody else.
 */
public record SaltedHash(long high, long low) {
    /**
     * Hashes.
     *
     * @param salt of one process, so that the same content hashes differently in another
     */
    public static SaltedHash of(CryptoModule crypto, byte[] salt, byte[] content) {
        ByteBuffer digest = ByteBuffer.wrap(crypto.sha256(salt, content));
        return new SaltedHash(digest.getLong(), digest.getLong());
    }

    /** No value: even a salted hash has no business in a log. */
    @Override
    public String toString() {
        return "SaltedHash";
    }
}
