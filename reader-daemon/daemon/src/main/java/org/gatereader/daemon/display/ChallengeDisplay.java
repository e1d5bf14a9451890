package org.gatereader.daemon.display;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Draws the gate's challenges and has them shown: a fresh one every ten seconds and after each
 * grant, so that a photographed answer is worth nothing at any gate. Owned by the gate's thread,
 * like every display; what is outstanding is read by the camera's.
 */
public final class ChallengeDisplay implements Display {
    /** How long one is shown; it counts for as long again, for whoever has just scanned it. */
    public static final Duration ROTATION = Duration.ofSeconds(10);

    private static final String PREFIX = "gr-challenge:";
    private static final int CHALLENGE_BYTES = 16;

    private final String gate;
    private final Display display;
    private final RandomGenerator random;
    private final BooleanSupplier isDemanded;
    private volatile List<byte[]> outstanding = List.of();
    private long dueNanos;

    /**
     * Shows nothing until a lane demands it.
     *
     * @param gate this gate's id, which the holder's answer must name
     * @param display where a phone can scan it
     * @param random cannot be guessed
     * @param isDemanded whether the site has opened a lane that demands a challenge
     */
    public ChallengeDisplay(
            String gate, Display display, RandomGenerator random, BooleanSupplier isDemanded) {
        this.gate = gate;
        this.display = display;
        this.random = random;
        this.isDemanded = isDemanded;
    }

    /**
     * The challenges that count, newest first: the one that is shown and the one before it. A
     * refusal spends none; that each answer is admitted once is the replay guard's. From any
     * thread.
     */
    public List<byte[]> outstanding() {
        return outstanding;
    }

    @Override
    public void show(Sign sign, long nanos) {
        if (sign == Sign.PASS && !outstanding.isEmpty()) {
            rotate(nanos);
        }
    }

    @Override
    public void runOnce(long nanos) {
        if (!isDemanded.getAsBoolean()) {
            takeAway();
        } else if (outstanding.isEmpty() || nanos - dueNanos >= 0) {
            rotate(nanos);
        }
    }

    private void takeAway() {
        if (!outstanding.isEmpty()) {
            outstanding = List.of();
            display.challenge("");
        }
    }

    private void rotate(long nanos) {
        byte[] fresh = new byte[CHALLENGE_BYTES];
        random.nextBytes(fresh);
        // One that stood for two turns because nobody took this one is too old to count.
        boolean isOverdue = nanos - dueNanos >= ROTATION.toNanos();
        var before = outstanding.stream().limit(isOverdue ? 0 : 1);
        outstanding = Stream.concat(Stream.of(fresh), before).toList();
        dueNanos = nanos + ROTATION.toNanos();
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
        display.challenge(PREFIX + gate + ":" + nonce);
    }
}
