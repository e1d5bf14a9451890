package org.gatereader.hal.gpio;

import java.time.Duration;

/**
 * A row of equal tones.
 *
 * @param count how many, 0..8; 0 is silence
 * @param hertz their pitch, 200..4000: what a small buzzer gives and an old ear still hears
 * @param tone how long each sounds
 * @param gap the silence between two of them
 */
public record Chime(int count, int hertz, Duration tone, Duration gap) {
    /** The longest chime: whoever comes next must not hear the end of somebody else's. */
    private static final Duration LENGTH_MAX = Duration.ofSeconds(2);

    public static final Chime SILENT = new Chime(0, 200, Duration.ZERO, Duration.ZERO);

    public Chime {
        if (count < 0 || count > 8 || hertz < 200 || hertz > 4000) {
            throw new IllegalArgumentException("chime: expected 0..8 tones of 200..4000 Hz");
        }
        if (tone.isNegative() || gap.isNegative()) {
            throw new IllegalArgumentException("chime: a tone or gap shorter than nothing");
        }
        Duration period = tone.plus(gap);
        if (count > 0
                && (period.compareTo(LENGTH_MAX) > 0
                        || count * period.toNanos() > LENGTH_MAX.toNanos())) {
            throw new IllegalArgumentException("chime: longer than " + LENGTH_MAX);
        }
    }

    /**
     * Whether a tone sounds.
     *
     * @param nanos since the chime began
     */
    public boolean isSounding(long nanos) {
        long period = tone.plus(gap).toNanos();
        return nanos < count * period && nanos % period < tone.toNanos();
    }
}
