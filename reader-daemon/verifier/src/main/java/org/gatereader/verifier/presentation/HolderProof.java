package org.gatereader.verifier.presentation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key-binding token's own claims: for whom, when, and against which challenge it was signed.
 */
public final class HolderProof {
    private final String audience;
    private final long issuedAtSeconds;
    private final byte @Nullable [] challenge;

    HolderProof(String audience, long issuedAtSeconds, byte @Nullable [] challenge) {
        this.audience = audience;
        this.issuedAtSeconds = issuedAtSeconds;
        this.challenge = challenge;
    }

    public String audience() {
        return audience;
    }

    /**
     * {@code iat}, seconds since 1970 by the phone's clock; saturates at {@link Long#MAX_VALUE}.
     */
    public long issuedAtSeconds() {
        return issuedAtSeconds;
    }

    /** The challenge it answers, if it answers one. */
    public Optional<byte[]> challenge() {
        return Optional.ofNullable(challenge);
    }
}
