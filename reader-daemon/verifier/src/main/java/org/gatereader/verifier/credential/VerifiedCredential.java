package org.gatereader.verifier.credential;

import org.gatereader.verifier.presentation.CredentialClaims;
import org.gatereader.verifier.presentation.HolderProof;
import org.gatereader.verifier.verdict.Realm;

/**
 * An authentic credential that is also current: presented to this gate, just now, within its
 * validity, neither revoked nor suspended. Only {@link CredentialVerifier} makes one.
 */
public final class VerifiedCredential<R extends Realm> {
    private final AuthenticCredential<R> credential;

    VerifiedCredential(AuthenticCredential<R> credential) {
        this.credential = credential;
    }

    public CredentialClaims claims() {
        return credential.claims();
    }

    public HolderProof proof() {
        return credential.proof();
    }

    /** Exactly the bytes that the holder signed: what a replay is told by. */
    public byte[] proofToBeSigned() {
        return credential.proofToBeSigned().clone();
    }

    /** Exactly the bytes that the issuer signed: what one presence is told by. */
    public byte[] credentialToBeSigned() {
        return credential.credentialToBeSigned().clone();
    }
}
