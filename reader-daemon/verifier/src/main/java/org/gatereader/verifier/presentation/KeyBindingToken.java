package org.gatereader.verifier.presentation;

import org.gatereader.verifier.encoding.CoseSign1;

/** P1's outer token: the holder's signature over audience, time, a random and the credential. */
public final class KeyBindingToken {
    private final CoseSign1 envelope;
    private final long algorithm;
    private final HolderProof proof;

    KeyBindingToken(CoseSign1 envelope, long algorithm, HolderProof proof) {
        this.envelope = envelope;
        this.algorithm = algorithm;
        this.proof = proof;
    }

    /** The signature and exactly the bytes that it is over. */
    public CoseSign1 envelope() {
        return envelope;
    }

    /** The COSE algorithm that its header names; nothing is decided by it but equality. */
    public long algorithm() {
        return algorithm;
    }

    HolderProof proof() {
        return proof;
    }
}
