package org.gatereader.verifier.decision;

import java.time.Instant;
import java.util.Optional;
import org.gatereader.verifier.credential.VerifiedCredential;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.SaltedHash;
import org.gatereader.verifier.presentation.HolderProof;
import org.gatereader.verifier.verdict.Realm;

/** A verified credential that the site's policy admits; only {@link AccessPolicy} makes one. */
public final class AdmissibleCredential<R extends Realm> {
    private final VerifiedCredential<R> credential;

    AdmissibleCredential(VerifiedCredential<R> credential) {
        this.credential = credential;
    }

    SaltedHash presentationHash(CryptoModule crypto, byte[] salt) {
        return SaltedHash.of(crypto, salt, credential.proofToBeSigned());
    }

    SaltedHash credentialHash(CryptoModule crypto, byte[] salt) {
        return SaltedHash.of(crypto, salt, credential.credentialToBeSigned());
    }

    /** When the holder signed, if the clock and not a challenge says that it was just now. */
    Optional<Instant> signedAtByClock() {
        HolderProof proof = credential.proof();
        return proof.answersChallenge()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(proof.issuedAtSeconds()));
    }

    long passClass() {
        return credential.claims().passClass();
    }
}
