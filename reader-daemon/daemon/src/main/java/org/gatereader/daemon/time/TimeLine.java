package org.gatereader.daemon.time;

import java.time.Duration;
import java.time.Instant;

/** A time of day that goes on with the time since boot: what was known once, known since. */
record TimeLine(Instant from, Duration bootFrom) {
    Instant at(Duration boot) {
        return from.plus(boot.minus(bootFrom));
    }

    /** The later of this and another time that is known at {@code boot}. */
    TimeLine raisedTo(Instant other, Duration boot) {
        return other.isAfter(at(boot)) ? new TimeLine(other, boot) : this;
    }
}
