package org.gatereader.verifier.presentation.tap;

/**
 * How a gate proves to a phone that it is a gate of the site. The verifier judges and holds no
 * private key: whoever assembles the daemon hands the signing in. A validated module (KCMVP: ECDSA
 * P-256 with SHA-256) takes the place of the one that does it today by implementing this.
 */
public interface ReaderProof {
    /** The gate's certificate, as it goes to the phone (PROFILE-P1, Tap, gate-cert). */
    byte[] certificate();

    /**
     * Signs with the certified key: ESP256 (RFC 9864), with a k that is fresh or derived.
     *
     * @return r ‖ s, 64 bytes
     */
    byte[] sign(byte[] toBeSigned);
}
