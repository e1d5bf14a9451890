package org.gatereader.tests.lab;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * Kills the gate again and again, each time at a moment drawn from a seed. What its relay line did
 * meanwhile is judged at the end, with all the rest of the run.
 */
final class KillRun {
    /** Longer than the gate needs from its beginning to its first turn. */
    private static final Duration STARTING_MAX = Duration.ofSeconds(10);

    private static final Duration IDLE_MAX = Duration.ofSeconds(1);
    private static final Duration PULSE = Duration.ofMillis(500);
    private static final Duration RELEASING_SPAN = Duration.ofMillis(60);

    private final Random random;
    private final int kills;
    private final Map<Moment, Integer> counts = new EnumMap<>(Moment.class);
    private Duration longestHigh = Duration.ZERO;

    /** What the gate is doing when it is killed. */
    enum Moment {
        STARTING,
        IDLE,
        ENGAGED,
        RELEASING
    }

    KillRun(long seed, int kills) {
        this.random = new Random(seed);
        this.kills = kills;
    }

    /** Kills so often as it was told; the gate does not run before or afterwards. */
    String play(LabBench bench) throws Exception {
        Moment[] moments = Moment.values();
        for (int kill = 0; kill < kills; kill++) {
            // Each in turn, so that twenty kills are five of each: what is drawn is the instant.
            var moment = moments[kill % moments.length];
            bench.gate().start();
            awaitMoment(bench, moment);
            var high = bench.kill();
            longestHigh = high.compareTo(longestHigh) > 0 ? high : longestHigh;
            counts.merge(moment, 1, Integer::sum);
        }
        return "%s; low at most %d ms after a kill".formatted(counts, longestHigh.toMillis());
    }

    private void awaitMoment(LabBench bench, Moment moment) throws Exception {
        long began = bench.time().now();
        switch (moment) {
            case STARTING -> bench.time().passUntil(began + drawn(STARTING_MAX));
            case IDLE -> {
                bench.gate().awaitReady();
                bench.time().passUntil(bench.time().now() + drawn(IDLE_MAX));
            }
            case ENGAGED -> {
                bench.gate().awaitReady();
                bench.openByCode();
                bench.time().passUntil(bench.time().now() + drawn(PULSE));
            }
            case RELEASING -> {
                bench.gate().awaitReady();
                bench.openByCode();
                long end = bench.time().now() + PULSE.toNanos();
                bench.time().passUntil(end - RELEASING_SPAN.toNanos() / 2 + drawn(RELEASING_SPAN));
            }
        }
    }

    private long drawn(Duration bound) {
        return random.nextLong(bound.toNanos());
    }
}
