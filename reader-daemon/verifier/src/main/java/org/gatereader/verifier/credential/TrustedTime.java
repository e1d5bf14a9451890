package org.gatereader.verifier.credential;

import java.time.Duration;
import java.time.Instant;

/**
 * What the gate's clock says, and how far it can be believed (RULES, Clock).
 *
 * @param now the clock's reading; where it is not trusted, the earliest that the time can be
 * @param uncertainty u: the true time lies within {@code now} ± u
 * @param isTrusted whether one-way presentations can be judged by it at all
 */
public record TrustedTime(Instant now, Duration uncertainty, boolean isTrusted) {
    /** u right after a synchronisation. */
    public static final Duration UNCERTAINTY_MIN = Duration.ofMillis(500);

    /** Beyond it no one-way presentation is judged: 902. */
    public static final Duration UNCERTAINTY_MAX = Duration.ofSeconds(10);

    /** A plain crystal; a temperature-compensated clock has 2. */
    public static final long DRIFT_PPM = 50;

    /** Beyond any list and any credential, and far from where instants overflow. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * A clock that was synchronised some time ago: u = 0.5 s + drift × age; untrusted once that
     * exceeds 10 s.
     *
     * @param sinceSync not negative
     * @param driftPpm parts per million, 2 or {@link #DRIFT_PPM}
     */
    public static TrustedTime synchronised(Instant now, Duration sinceSync, long driftPpm) {
        Duration drift = sinceSync.multipliedBy(driftPpm).dividedBy(1_000_000);
        Duration uncertainty = UNCERTAINTY_MIN.plus(drift);
        if (uncertainty.compareTo(UNCERTAINTY_MAX) > 0) {
            return untrusted(now);
        }
        return new TrustedTime(now, uncertainty, true);
    }

    /**
     * The latest that it can be now: what is dated beyond it was dated wrongly. Of a clock that
     * nothing vouches for nobody can say so.
     */
    public Instant latest() {
        return isTrusted ? now.plus(uncertainty) : LATEST;
    }

    /** A clock that nothing vouches for. */
    public static TrustedTime untrusted(Instant now) {
        return new TrustedTime(now, UNCERTAINTY_MAX, false);
    }
}
