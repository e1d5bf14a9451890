package org.gatereader.verifier.credential;

import java.time.Instant;

/**
 * When a presentation is judged: read once at the top of the loop and passed all the way down.
 *
 * @param floor F: a one-way proof signed at or before it is refused (RULES, Replay)
 */
public record Moment(TrustedTime time, Instant floor) {
    public Instant now() {
        return time.now();
    }
}
