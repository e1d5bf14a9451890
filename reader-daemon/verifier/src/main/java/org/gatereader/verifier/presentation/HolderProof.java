package org.gatereader.verifier.presentation;

import java.util.Arrays;
import java.util.List;

/**
 * The key-binding token's own claims: for whom, when, and against which challenge it was signed.
 */
public final class HolderProof {
    private final String audience;
    private final long issuedAtSeconds;
    private final Nonce nonce;

    HolderProof(String audience, long issuedAtSeconds, Nonce nonce) {
        this.audience = audience;
        this.issuedAtSeconds = issuedAtSeconds;
        this.nonce = nonce;
    }

    /** What makes one proof of a holder differ from the next. */
    public sealed interface Nonce {
        /** Nothing does, though its format demands a nonce. */
        record Missing() implements Nonce {}

        /** A random of the holder's own: only the clock can tell that the proof is fresh. */
        record OwnRandom() implements Nonce {}

        /** A gate's challenge, which makes the proof fresh by itself, if it is this gate's. */
        final class Challenge implements Nonce {
            private final byte[] signed;

            Challenge(byte[] signed) {
                this.signed = signed;
            }

            public boolean isAmong(List<byte[]> outstanding) {
                return outstanding.stream().anyMatch(given -> Arrays.equals(given, signed));
            }
        }
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

    public Nonce nonce() {
        return nonce;
    }

    /** Whether it answers a challenge, so that no clock is needed to tell that it is fresh. */
    public boolean answersChallenge() {
        return nonce instanceof Nonce.Challenge;
    }
}
