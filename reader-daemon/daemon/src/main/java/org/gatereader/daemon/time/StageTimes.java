package org.gatereader.daemon.time;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long each stage took, as percentiles over the life of the process. Written by the stage's
 * thread, read by any; holds no time of day and no order, so that it says nothing about one person.
 */
public final class StageTimes {
    private static final long NANOS_MAX = TimeUnit.SECONDS.toNanos(60);
    private static final int SIGNIFICANT_DIGITS = 2;

    private final Map<Stage, Histogram> histograms = new EnumMap<>(Stage.class);
    private final Listener listener;

    /** Hears each duration as it is recorded, in the stage's own thread. */
    @FunctionalInterface
    public interface Listener {
        void recorded(Stage stage, long nanos);
    }

    public StageTimes() {
        this((_, _) -> {});
    }

    public StageTimes(Listener listener) {
        this.listener = listener;
        for (Stage stage : Stage.values()) {
            histograms.put(stage, new ConcurrentHistogram(NANOS_MAX, SIGNIFICANT_DIGITS));
        }
    }

    /** Records one duration; below zero counts as zero, above a minute as a minute. */
    public void record(Stage stage, long nanos) {
        of(stage).recordValue(Math.clamp(nanos, 0, NANOS_MAX));
        listener.recorded(stage, nanos);
    }

    /** How many durations the stage has. */
    public long count(Stage stage) {
        return of(stage).getTotalCount();
    }

    /**
     * The duration that so many percent stayed within, in nanoseconds; 0 while there is none.
     *
     * @param percentile 0..100
     */
    public long nanosAt(Stage stage, double percentile) {
        return of(stage).getValueAtPercentile(percentile);
    }

    private Histogram of(Stage stage) {
        return histograms.getOrDefault(stage, new Histogram(SIGNIFICANT_DIGITS));
    }
}
