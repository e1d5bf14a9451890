package org.gatereader.verifier.revocation;

import java.time.Duration;
import java.time.Instant;

/**
 * From which age of a status list each step begins (RULES, TUF). A step begins just beyond its
 * bound; a list that expires closes at that instant, however young it is.
 *
 * @param warn positive, shorter than {@code closed}, so that nobody is refused unwarned
 * @param degraded at least {@code warn}
 * @param closed at least {@code degraded}; where they are equal no step narrows
 */
public record StalenessLadder(Duration warn, Duration degraded, Duration closed) {
    /** What RULES gives staff credentials. */
    public static final StalenessLadder STAFF = ofHours(24, 48, 7 * 24);

    /** What RULES gives areas of high security. */
    public static final StalenessLadder HIGH_SECURITY = ofHours(6, 24, 48);

    public StalenessLadder {
        boolean rises = degraded.compareTo(warn) >= 0 && closed.compareTo(degraded) >= 0;
        if (!warn.isPositive() || !rises || warn.equals(closed)) {
            throw new IllegalArgumentException("expected steps that rise");
        }
    }

    public static StalenessLadder ofHours(long warn, long degraded, long closed) {
        return new StalenessLadder(
                Duration.ofHours(warn), Duration.ofHours(degraded), Duration.ofHours(closed));
    }

    /**
     * The step on which a list stands.
     *
     * @param now where the clock is not trusted, the earliest that it can be: an age is never
     *     overstated by a clock that runs ahead
     */
    public Staleness at(StatusListInfo list, Instant now) {
        if (isOlder(list, closed, now) || !now.isBefore(list.expiresAt())) {
            return Staleness.CLOSED;
        }
        if (isOlder(list, degraded, now)) {
            return Staleness.DEGRADED;
        }
        return now.isAfter(warnsAt(list)) ? Staleness.WARN : Staleness.FRESH;
    }

    /**
     * Until when a list is fresh. One that expires soon is warned of at half its life, or it would
     * close unwarned.
     */
    public Instant warnsAt(StatusListInfo list) {
        Duration half = Duration.between(list.issuedAt(), list.expiresAt()).dividedBy(2);
        return list.issuedAt().plus(warn.compareTo(half) < 0 ? warn : half);
    }

    /** Until when a list answers for everybody. */
    public Instant degradesAt(StatusListInfo list) {
        Instant degrades = list.issuedAt().plus(degraded);
        return degrades.isBefore(closesAt(list)) ? degrades : closesAt(list);
    }

    /** Until when a list answers at all. */
    public Instant closesAt(StatusListInfo list) {
        Instant closes = list.issuedAt().plus(closed);
        return closes.isBefore(list.expiresAt()) ? closes : list.expiresAt();
    }

    /** Each step as early as in either: what two policies agree on. */
    public StalenessLadder narrowedBy(StalenessLadder other) {
        return new StalenessLadder(
                shorter(warn, other.warn),
                shorter(degraded, other.degraded),
                shorter(closed, other.closed));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static boolean isOlder(StatusListInfo list, Duration age, Instant now) {
        return now.isAfter(list.issuedAt().plus(age));
    }
}
