package org.gatereader.verifier.credential;

import java.util.List;
import org.gatereader.verifier.presentation.CredentialClaims;
import org.gatereader.verifier.presentation.HolderProof;
import org.gatereader.verifier.presentation.Presentation;
import org.gatereader.verifier.trust.IssuerKey;
import org.gatereader.verifier.verdict.Lane;
import org.gatereader.verifier.verdict.Realm;

/**
 * A genuine presentation: a trusted issuer signed the credential and its holder's key signed the
 * proof. Says nothing about when. Only {@link CredentialVerifier} makes one: holding it is the
 * proof.
 */
public final class AuthenticCredential<R extends Realm> {
    private final Presentation presentation;
    private final Statements statements;
    private final IssuerKey issuerKey;
    private final SignedBytes signed;

    /** What each of the two signers says. */
    static final class Statements {
        private final CredentialClaims claims;
        private final HolderProof proof;

        Statements(CredentialClaims claims, HolderProof proof) {
            this.claims = claims;
            this.proof = proof;
        }
    }

    /** Exactly what was signed, as replay and presence are keyed on it. */
    static final class SignedBytes {
        private final byte[] proof;
        private final byte[] credential;

        SignedBytes(byte[] proof, byte[] credential) {
            this.proof = proof;
            this.credential = credential;
        }
    }

    AuthenticCredential(
            Presentation presentation,
            Statements statements,
            IssuerKey issuerKey,
            SignedBytes signed) {
        this.presentation = presentation;
        this.statements = statements;
        this.issuerKey = issuerKey;
        this.signed = signed;
    }

    CredentialClaims claims() {
        return statements.claims;
    }

    HolderProof proof() {
        return statements.proof;
    }

    Lane lane() {
        return presentation.lane();
    }

    List<byte[]> challenges() {
        return presentation.challenges();
    }

    IssuerKey issuerKey() {
        return issuerKey;
    }

    byte[] proofToBeSigned() {
        return signed.proof;
    }

    byte[] credentialToBeSigned() {
        return signed.credential;
    }
}
