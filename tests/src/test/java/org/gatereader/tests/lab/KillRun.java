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
    private static final Duration IDLE_MAX = Duration.ofSeconds(1);
    private static final Duration RELEASING_SPAN = Duration.ofMillis(60);

    private final Random random;
    private final int kills;
    private final Map<Moment, Integer> counts = new EnumMap<>(Moment.class);
    private Duration longestHigh = Duration.ZERO;

    /** What the last start took, so that one can be killed anywhere in it; at first a guess. */
    private Duration starting = Duration.ofSeconds(10);

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
        if (moment == Moment.STARTING) {
            pass(bench, drawn(starting));
            return;
        }
        starting = bench.gate().awaitReady();
        if (moment == Moment.IDLE) {
            pass(bench, drawn(IDLE_MAX));
            return;
        }
        if (moment == Moment.ENGAGED) {
            bench.openByCode();
            pass(bench, drawn(LabConfiguration.PULSE));
            return;
        }
        bench.openByButton();
        pass(
                bench,
                LabConfiguration.PULSE.toNanos()
                        - RELEASING_SPAN.toNanos() / 2
                        + drawn(RELEASING_SPAN));
    }

    private static void pass(LabBench bench, long nanos) {
        bench.time().passUntil(bench.time().now() + nanos);
    }

    private long drawn(Duration bound) {
        return (long) (random.nextDouble() * bound.toNanos());
    }
}
