package org.gatereader.gatectl.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Lets one browser in. Other people's programs run on this machine too and reach loopback as well:
 * whoever has the token of the printed address, which works once, gets a session, and nobody else
 * gets anything.
 */
public final class Doorkeeper {
    /** To copy an address into a browser. */
    static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    /** Nobody who was given the token mistypes it. */
    static final int TRIES_MAX = 5;

    private static final int SECRET_BYTES = 16;

    private final byte[] token;
    private final byte[] session;
    private final long endsAtNanos;
    private int triesLeft = TRIES_MAX;

    /**
     * Draws both secrets.
     *
     * @param nanos now, by the monotonic clock
     */
    public Doorkeeper(SecureRandom random, long nanos) {
        token = secret(random);
        session = secret(random);
        endsAtNanos = nanos + TOKEN_LIFE.toNanos();
    }

    /** For the address that is printed, and for nothing else. */
    public String token() {
        return text(token);
    }

    /** The session for the token; empty for all else, and for the token when it was used. */
    synchronized Optional<String> enter(String claimed, long nanos) {
        if (triesLeft == 0 || nanos - endsAtNanos >= 0) {
            return Optional.empty();
        }
        triesLeft--;
        if (!isSame(token, claimed)) {
            return Optional.empty();
        }
        triesLeft = 0;
        return Optional.of(text(session));
    }

    boolean knows(String claimed) {
        return isSame(session, claimed);
    }

    private static boolean isSame(byte[] secret, String claimed) {
        return MessageDigest.isEqual(
                text(secret).getBytes(StandardCharsets.US_ASCII),
                claimed.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] secret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    private static String text(byte[] secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
