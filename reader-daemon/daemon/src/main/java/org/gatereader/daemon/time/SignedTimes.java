package org.gatereader.daemon.time;

import java.time.Duration;
import java.time.Instant;

/**
 * What signatures say about the time.
 *
 * @param newest the newest signed time of the serving trust; {@link Instant#EPOCH} if it has none
 * @param closedAfter from which age of it no list answers any more
 */
public record SignedTimes(Instant newest, Duration closedAfter) {
    /** Nothing is known. */
    public static final SignedTimes NONE = new SignedTimes(Instant.EPOCH, Duration.ZERO);

    boolean areKnown() {
        return newest.isAfter(Instant.EPOCH);
    }
}
