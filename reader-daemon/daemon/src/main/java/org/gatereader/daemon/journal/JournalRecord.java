package org.gatereader.daemon.journal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.gatereader.verifier.decision.GateEvent.Kind;

/**
 * One thing that happened, as the journal kept it. These four values are all that is ever stored:
 * none of them has room for an identity.
 *
 * @param sequence counts from one over the whole life of the journal; a gap is a lost record
 * @param bucket the start of the time bucket in which it happened, or of the day for a day's count
 * @param code what happened, {@link Kind#code()}
 * @param number what the kind says it is; see {@link RecordedNumber}
 */
public record JournalRecord(long sequence, Instant bucket, int code, long number) {

    /** Empty where a newer version wrote a kind that this one does not know. */
    public Optional<Kind> kind() {
        return Arrays.stream(Kind.values()).filter(kind -> kind.code() == code).findFirst();
    }
}
