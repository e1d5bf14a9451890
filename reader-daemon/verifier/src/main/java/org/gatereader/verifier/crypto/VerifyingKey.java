package org.gatereader.verifier.crypto;

/** A public key with the one algorithm it is used with. Immutable and safe to share. */
@FunctionalInterface
public interface VerifyingKey {
    /**
     * Says whether this key signed {@code message}.
     *
     * @param signature untrusted, of any length; what is no signature at all is not one of this key
     */
    boolean verifies(byte[] message, byte[] signature);
}
