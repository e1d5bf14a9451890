package org.gatereader.verifier.presentation;

import java.util.List;
import org.gatereader.verifier.verdict.Lane;

/** A well-formed P1 token: a compact credential inside its key-binding token (PROFILE-P1). */
public final class P1Presentation implements Presentation {
    private final Lane lane;
    private final List<byte[]> challenges;
    private final KeyBindingToken token;
    private final CompactCredential credential;

    P1Presentation(
            Lane lane,
            List<byte[]> challenges,
            KeyBindingToken token,
            CompactCredential credential) {
        this.lane = lane;
        this.challenges = challenges;
        this.token = token;
        this.credential = credential;
    }

    /** The outer token, signed by the holder. */
    public KeyBindingToken token() {
        return token;
    }

    /** The inner token, signed by the issuer. */
    public CompactCredential credential() {
        return credential;
    }

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public List<byte[]> challenges() {
        return challenges;
    }

    /** What the issuer says. */
    public CredentialClaims claims() {
        return credential.claims();
    }

    /** What the holder says. */
    public HolderProof proof() {
        return token.proof();
    }
}
