package org.gatereader.daemon.gate;

import java.time.Duration;

/**
 * How long things last at this gate; each within bounds that keep people safe.
 *
 * @param pulse how long the relay stays engaged, 100 ms..10 s: 0.2–1 s for a turnstile, 3 s and
 *     more for a door (EN/IEC 60839-11-1); the upper bound is the maximum on-time
 * @param walk how long a granted person may take to begin walking, with a passage sensor; at least
 *     the pulse, at most 60 s
 * @param heldOpen how long the passage may stay occupied before it counts as held open, 2..300 s
 * @param fire how the fire contact is judged
 */
public record GateSettings(Duration pulse, Duration walk, Duration heldOpen, Fire fire) {
    /** The relay is never engaged for longer, whatever is configured. */
    public static final Duration PULSE_MAX = Duration.ofSeconds(10);

    /** What a turnstile wants where nothing is configured. */
    public static final GateSettings DEFAULT =
            new GateSettings(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    new Fire(Duration.ofMillis(100), Duration.ofSeconds(10)));

    /**
     * When the fire contact is believed.
     *
     * @param settle open or closed for this long without a break, 20 ms..1 s: a bouncing contact is
     *     no fire, and a fire must not wait
     * @param restored closed for this long before the gate locks again, 1..600 s
     */
    public record Fire(Duration settle, Duration restored) {
        public Fire {
            require("fire settle", settle, Duration.ofMillis(20), Duration.ofSeconds(1));
            require("fire restored", restored, Duration.ofSeconds(1), Duration.ofMinutes(10));
        }
    }

    /**
     * @throws IllegalArgumentException names the duration outside its bounds, and the bounds
     */
    public GateSettings {
        require("pulse", pulse, Duration.ofMillis(100), PULSE_MAX);
        require("walk", walk, pulse, Duration.ofMinutes(1));
        require("held open", heldOpen, Duration.ofSeconds(2), Duration.ofMinutes(5));
    }

    private static void require(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + ": expected " + least + " to " + most + ", got " + value);
        }
    }
}
