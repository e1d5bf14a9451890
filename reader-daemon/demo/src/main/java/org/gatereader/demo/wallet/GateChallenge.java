package org.gatereader.demo.wallet;

import java.util.Base64;

/**
 * What a phone reads off a gate's display: {@code gr-challenge:GATE:NONCE} (PROFILE-P2, Display
 * challenge).
 *
 * @param gate what the answer must name as its audience
 * @param nonce base64url: P2's nonce as it is, and P1's cnonce in bytes
 */
public record GateChallenge(String gate, String nonce) {
    private static final int PARTS = 3;

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if this is something else
     */
    public static GateChallenge parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != PARTS || !parts[0].equals("gr-challenge")) {
            throw new IllegalArgumentException("not a gate's challenge");
        }
        return new GateChallenge(parts[1], parts[2]);
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(nonce);
    }
}
