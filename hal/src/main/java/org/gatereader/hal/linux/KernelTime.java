package org.gatereader.hal.linux;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one look at a machine's clocks gave.
 *
 * @param wall the kernel's time of day, in UTC as all times here
 * @param battery what the battery clock says, in whole seconds that have begun; empty without one
 */
public record KernelTime(Instant wall, Boot boot, Sync sync, Optional<Instant> battery) {
    /**
     * The one clock that nobody can set.
     *
     * @param id differs after each start of the machine; empty if the kernel does not say
     * @param elapsed since that start, times of suspension included
     */
    public record Boot(String id, Duration elapsed) {}

    /**
     * How well the kernel believes its time to be kept.
     *
     * @param isKept whether a time service has corrected it lately ({@code STA_UNSYNC} is down)
     * @param estimatedError the service's own estimate
     * @param maxError grows by {@link #MAX_ERROR_PPM} from one correction to the next
     */
    public record Sync(boolean isKept, Duration estimatedError, Duration maxError) {}

    /** By how much the kernel lets {@code maxError} grow (MAXFREQ, linux/timex.h). */
    public static final long MAX_ERROR_PPM = 500;
}
