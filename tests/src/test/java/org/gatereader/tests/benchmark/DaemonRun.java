package org.gatereader.tests.benchmark;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;
import org.gatereader.daemon.time.Stage;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.hal.camera.Picture;

/** What passing through the whole daemon took, and the bare work on the same pictures. */
final class DaemonRun {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Profile profile;
    private final Map<Stage, Histogram> stages = new EnumMap<>(Stage.class);
    private final Histogram bare = new Histogram(SIGNIFICANT_DIGITS);

    private DaemonRun(Profile profile) {
        this.profile = profile;
        for (Stage stage : Stage.values()) {
            stages.put(stage, new Histogram(SIGNIFICANT_DIGITS));
        }
    }

    /** Lets so many people through, and does the bare work for each while the gate rests. */
    static DaemonRun of(Profile profile, BusyGate gate, RandomGenerator random, Size size)
            throws InterruptedException {
        var run = new DaemonRun(profile);
        var bareWork = new BareWork();
        for (int person = -size.warmUp(); person < size.people(); person++) {
            GreyPicture seen = Profile.seen(profile.present(gate.now(), random));
            Map<Stage, Long> times =
                    gate.admit(new Picture(seen.luma(), seen.width(), seen.height(), seen.width()));
            long bareNanos = bareWork.nanos(seen);
            if (person >= 0) {
                times.forEach((stage, nanos) -> run.of(stage).recordValue(nanos));
                run.bare.recordValue(bareNanos);
            }
        }
        return run;
    }

    /** How many people are counted, and how many pass before them. */
    record Size(int people, int warmUp) {}

    Profile profile() {
        return profile;
    }

    /** The stage's percentile in microseconds. */
    double micros(Stage stage, double percentile) {
        return of(stage).getValueAtPercentile(percentile) / 1e3;
    }

    double bareMicros(double percentile) {
        return bare.getValueAtPercentile(percentile) / 1e3;
    }

    /** Percentile of the daemon by the same percentile of the bare work. */
    double ratio(double percentile) {
        return micros(Stage.TOTAL, percentile) / bareMicros(percentile);
    }

    private Histogram of(Stage stage) {
        return stages.getOrDefault(stage, bare);
    }
}
