package org.gatereader.daemon.admission;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import org.gatereader.verifier.crypto.SaltedHash;
import org.gatereader.verifier.verdict.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One presence is one pulse (RULES, Replay): what stays before the camera is judged once, and a
 * phone that was left there does not open for the next person, however often its code rotates.
 *
 * <p>Keeps salted hashes only: of the few payloads in view, which are one-time proofs, and of the
 * one credential that was granted last. Each is erased when it has not been seen for {@link #GAP}.
 */
final class Presence {
    /** Out of view for this long is gone; a hand that wobbles is not. */
    static final Duration GAP = Duration.ofMillis(1500);

    /** What the gate gave back is judged again after this, though it never left the view. */
    static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    /** Codes that can be in view at once; more of them push the oldest out. */
    private static final int PAYLOADS_MAX = 8;

    private final LinkedHashMap<SaltedHash, Sight> payloads = new LinkedHashMap<>();
    private @Nullable Granted granted;

    /** Until when a payload counts as in view, and from when on it may be judged again. */
    private record Sight(long lastNanos, OptionalLong judgeAgainAtNanos) {
        boolean mayBeJudgedAgain(long nanos) {
            return judgeAgainAtNanos.isPresent() && nanos - judgeAgainAtNanos.getAsLong() >= 0;
        }
    }

    private record Granted(SaltedHash credential, Seen payload, long lastNanos) {
        Granted at(long nanos) {
            return new Granted(credential, payload, nanos);
        }
    }

    /** A payload and where it came from. */
    record Seen(SaltedHash hash, Channel channel) {}

    /** Erases what has been out of view. */
    void erase(long nanos) {
        payloads.values().removeIf(sight -> isGone(sight.lastNanos(), nanos));
        if (granted != null && isGone(granted.lastNanos(), nanos)) {
            granted = null;
        }
    }

    /**
     * A payload was seen.
     *
     * @return whether it must be judged: it is new in view, or may be tried again
     */
    boolean isNew(SaltedHash payload, long nanos) {
        Sight before = payloads.remove(payload);
        if (granted != null && granted.payload().hash().equals(payload)) {
            granted = granted.at(nanos);
        }
        boolean isNew = before == null || before.mayBeJudgedAgain(nanos);
        OptionalLong judgeAgainAt =
                isNew || before == null ? OptionalLong.empty() : before.judgeAgainAtNanos();
        payloads.put(payload, new Sight(nanos, judgeAgainAt));
        if (payloads.size() > PAYLOADS_MAX) {
            payloads.pollFirstEntry();
        }
        return isNew;
    }

    /** Whether the holder of this credential was let in and has not left the view since. */
    boolean isStillHere(SaltedHash credential, Seen payload, long nanos) {
        if (granted == null || !granted.credential().equals(credential)) {
            return false;
        }
        granted = new Granted(credential, payload, nanos);
        return true;
    }

    /** The gate opened for this credential. */
    void granted(SaltedHash credential, Seen payload, long nanos) {
        granted = new Granted(credential, payload, nanos);
    }

    /**
     * The phone that was tapped last lies in the NFC field yet, and is not asked again: as long as
     * a code that stays before the camera, it is in view.
     */
    void stillInField(long nanos) {
        if (granted != null && granted.payload().channel() == Channel.NFC) {
            granted = granted.at(nanos);
        }
    }

    /** The gate did not open for this payload: it may be judged again in a while. */
    void givenBack(SaltedHash payload, long nanos) {
        payloads.computeIfPresent(
                payload,
                (_, sight) ->
                        new Sight(
                                sight.lastNanos(), OptionalLong.of(nanos + RETRY_PAUSE.toNanos())));
    }

    private static boolean isGone(long lastNanos, long nanos) {
        return nanos - lastNanos >= GAP.toNanos();
    }
}
