package org.gatereader.verifier.presentation;

import org.gatereader.verifier.encoding.CoseSign1;

/** P1's inner token: the issuer's signature over the claims and the holder's key. */
public final class CompactCredential {
    private final CoseSign1 envelope;
    private final long algorithm;
    private final byte[] keyId;
    private final CredentialClaims claims;
    private final HolderKey holderKey;

    CompactCredential(Header header, CredentialClaims claims, HolderKey holderKey) {
        this.envelope = header.envelope;
        this.algorithm = header.algorithm;
        this.keyId = header.keyId;
        this.claims = claims;
        this.holderKey = holderKey;
    }

    /** A credential of which only envelope and header were looked at (check 5). */
    static final class Header {
        private final CoseSign1 envelope;
        private final long algorithm;
        private final byte[] keyId;

        Header(CoseSign1 envelope, long algorithm, byte[] keyId) {
            this.envelope = envelope;
            this.algorithm = algorithm;
            this.keyId = keyId;
        }
    }

    /** The signature and exactly the bytes that it is over. */
    public CoseSign1 envelope() {
        return envelope;
    }

    /** The COSE algorithm that its header names; nothing is decided by it but equality. */
    public long algorithm() {
        return algorithm;
    }

    /** {@code kid}, 4..16 bytes. */
    public byte[] keyId() {
        return keyId.clone();
    }

    CredentialClaims claims() {
        return claims;
    }

    /** The key in {@code cnf}, not yet known to be one. */
    public HolderKey holderKey() {
        return holderKey;
    }
}
