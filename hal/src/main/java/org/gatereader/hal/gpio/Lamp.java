package org.gatereader.hal.gpio;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** What the lamp does: a colour, and a rhythm for those who do not see the colour. */
public record Lamp(Colour colour, Rhythm rhythm) {
    public static final Lamp DARK = new Lamp(Colour.NONE, Rhythm.STEADY);

    /** What a traffic-light or RGB lamp can show; a driver takes the nearest one it has. */
    public enum Colour {
        NONE,
        WHITE,
        GREEN,
        AMBER,
        BLUE,
        RED
    }

    /**
     * How it is lit. None flashes more than three times in a second (WCAG 2.2, success criterion
     * 2.3.1): a gate must not harm a person with photosensitive epilepsy.
     */
    // Never written to; the checker believes only its own annotation.
    @SuppressWarnings("ImmutableEnumChecker")
    public enum Rhythm {
        STEADY,
        /** Up and down within four seconds, never quite dark. */
        BREATHING,
        /** One second on, one off. */
        SLOW(1000, 1000),
        /** Twice a second. */
        QUICK(250, 250),
        /** Two short flashes, then a second of dark. */
        DOUBLE(150, 150, 150, 1000),
        /** A short flash every two seconds. */
        RARE(200, 1800);

        private final int[] millis;
        private final long cycleMillis;

        /** On, off, on, off ... and again; nothing at all is always on. */
        Rhythm(int... millis) {
            this.millis = millis;
            this.cycleMillis = Arrays.stream(millis).sum();
        }

        /**
         * Whether a lamp that knows only on and off is on; it does not breathe.
         *
         * @param nanos since the rhythm began
         */
        public boolean isLit(long nanos) {
            if (cycleMillis == 0) {
                return true;
            }
            long rest = TimeUnit.NANOSECONDS.toMillis(nanos) % cycleMillis;
            int part = 0;
            while (rest >= millis[part]) {
                rest -= millis[part];
                part++;
            }
            return part % 2 == 0;
        }
    }
}
