package org.gatereader.daemon.gate;

import java.time.Duration;

/**
 * How long things last at this gate. The bounds here are those of safety; what a turnstile or a
 * door should be given is the configuration's advice.
 *
 * @param pulse how long the relay stays engaged, 1 ms..10 s: the upper bound is the maximum on-time
 * @param walk how a walk through the barrier is judged, where a passage sensor is wired
 * @param sign how long an answer to one person stands, 1 ms..10 s
 * @param fire how the fire contact is judged, where one is wired
 */
public record GateSettings(Duration pulse, Walk walk, Duration sign, Fire fire) {
    /** The relay is never engaged for longer, whatever is configured. */
    public static final Duration PULSE_MAX = Duration.ofSeconds(10);

    private static final Duration LEAST = Duration.ofMillis(1);

    /** What a turnstile wants where nothing is configured; EN/IEC 60839-11-1 has 0.2 to 1 s. */
    public static final GateSettings DEFAULT =
            new GateSettings(
                    Duration.ofMillis(500),
                    new Walk(Duration.ofSeconds(5), Duration.ofSeconds(10)),
                    Duration.ofMillis(2500),
                    new Fire(Duration.ofMillis(100), Duration.ofSeconds(10)));

    /**
     * When somebody who was let in counts as gone, or as staying.
     *
     * @param begin how long a granted person may take to begin walking; at least the pulse, at most
     *     60 s
     * @param heldOpen how long the passage may stay occupied before it counts as held open, 1 ms..
     *     300 s
     */
    public record Walk(Duration begin, Duration heldOpen) {
        public Walk {
            require("held open", heldOpen, LEAST, Duration.ofMinutes(5));
        }
    }

    /**
     * When the fire contact is believed.
     *
     * @param settle open or closed for this long without a break, 5 ms..1 s: a bouncing contact is
     *     no fire, and a fire must not wait
     * @param restored closed for this long before the gate locks again, 1..600 s
     */
    public record Fire(Duration settle, Duration restored) {
        public Fire {
            require("fire settle", settle, Duration.ofMillis(5), Duration.ofSeconds(1));
            require("fire restored", restored, Duration.ofSeconds(1), Duration.ofMinutes(10));
        }
    }

    /**
     * Bounds the durations; those of the parts were bounded when the parts were made.
     *
     * @throws IllegalArgumentException names the duration outside its bounds, and the bounds
     */
    public GateSettings {
        require("pulse", pulse, LEAST, PULSE_MAX);
        require("walk begin", walk.begin(), pulse, Duration.ofMinutes(1));
        require("sign", sign, LEAST, Duration.ofSeconds(10));
    }

    private static void require(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + ": expected " + least + " to " + most + ", got " + value);
        }
    }
}
