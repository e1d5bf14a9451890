package org.gatereader.daemon.journal;

import java.time.Duration;
import java.time.Instant;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.gatereader.verifier.verdict.DenyReason;

/**
 * How many were refused on one day (UTC) because their credential was expired, revoked or
 * suspended: a count for the whole day is all that an admin needs and all that is kept. It is
 * counted again from the ring after a restart.
 */
final class DayCount {
    private static final long DAY_S = Duration.ofDays(1).toSeconds();

    private long day = Long.MIN_VALUE;
    private long count;

    /** Takes up what the ring says, in any order: the latest day is the one still running. */
    void restore(JournalRecord record) {
        long recorded = dayOf(record.bucket());
        boolean isEnded = record.code() == Kind.NOT_CURRENT_OF_DAY.code();
        boolean isCounted =
                record.code() == Kind.DENIED.code()
                        && record.number() == DenyReason.NOT_CURRENT_CLASS;
        if (recorded < day || !(isEnded || isCounted)) {
            return;
        }
        if (recorded > day) {
            day = recorded;
            count = 0;
        }
        // An ended day is remembered as a count that no further record can make positive.
        count = isEnded || count < 0 ? -1 : count + 1;
    }

    void add(Instant bucket) {
        day = dayOf(bucket);
        count = Math.max(0, count) + 1;
    }

    /** Whether a day with refusals lies behind and waits to be written. */
    boolean isEndedAt(Instant bucket) {
        return count > 0 && dayOf(bucket) != day;
    }

    Instant day() {
        return Instant.ofEpochSecond(day * DAY_S);
    }

    long count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    private static long dayOf(Instant bucket) {
        return Math.floorDiv(bucket.getEpochSecond(), DAY_S);
    }
}
