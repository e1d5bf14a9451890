package org.gatereader.hal;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A monotonic clock that stands still until a test moves it. */
public final class HandClock implements LongSupplier {
    private long nanos;

    /** Begins a second before the overflow, as a monotonic clock may. */
    public HandClock() {
        nanos = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();
    }

    @Override
    public long getAsLong() {
        return nanos;
    }

    public void advance(Duration duration) {
        nanos += duration.toNanos();
    }

    public void advanceMillis(long millis) {
        advance(Duration.ofMillis(millis));
    }
}
