package org.gatereader.daemon.time;

import java.time.Duration;
import java.time.Instant;
import org.gatereader.hal.linux.KernelTime.Boot;

/**
 * What a gate must not forget about time when it is switched off (RULES, Clock).
 *
 * @param at the latest time at which a synchronised clock agreed with signed times; it only
 *     advances, but for a reset
 * @param boot how long the machine had been running then
 * @param overruled the newest signed time that a reset declared wrong; no evidence any more
 * @param resetNonce what a reset must name, so that each is taken once; 32 hex digits
 */
public record Ratchet(Instant at, Boot boot, Instant overruled, String resetNonce) {
    /** Of a gate that knows nothing yet. */
    static Ratchet unset(String resetNonce) {
        return new Ratchet(Instant.EPOCH, new Boot("", Duration.ZERO), Instant.EPOCH, resetNonce);
    }

    boolean isSet() {
        return at.isAfter(Instant.EPOCH);
    }

    Ratchet advancedTo(Instant later, Boot now) {
        return later.isAfter(at) ? new Ratchet(later, now, overruled, resetNonce) : this;
    }
}
