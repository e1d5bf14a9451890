package org.gatereader.tests.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every published target of the QR reader, with the figure that a run reached. */
final class QrVerdict {
    private static final double SUCCESS_MIN = 0.88;
    private static final double EMPTY_MEDIAN_MAX = 0.30;
    private static final double EMPTY_MEAN_MAX = 0.60;
    private static final double CODED_MEDIAN_MAX = 1.6;
    private static final double IDLE_MINUTE_MAX = 0.5;
    private static final int OUR_PHOTOGRAPHS_MIN = 33;

    private final List<Line> lines = new ArrayList<>();

    private enum Outcome {
        PASS,
        FAIL,
        /** The peer is not on this machine. */
        OPEN
    }

    private record Line(Outcome outcome, String target, String figure) {}

    /** Holds what was read and what it cost against the peers' figures of the same run. */
    void judge(List<QrTally> peers) {
        var ours = peers.get(0);
        var zxing = peers.get(QrBench.YARDSTICK);
        add(
                "frames read >= 88 %",
                ours.success() >= SUCCESS_MIN, "%.1f %%".formatted(100 * ours.success()));
        peers.stream()
                .filter(peer -> peer.name.startsWith("zxing-cpp"))
                .findFirst()
                .ifPresentOrElse(
                        peer -> addAgainstZxingCpp(ours, peer),
                        () -> add(Outcome.OPEN, "frames read >= zxing-cpp's", "it is not here"));
        add("misreads = 0", ours.misread() == 0, "" + ours.misread());
        addRatio("empty 720p frame, median", ours.emptyRatioMedian(), EMPTY_MEDIAN_MAX);
        addRatio("empty 720p frame, mean", ours.emptyRatioMean(), EMPTY_MEAN_MAX);
        add(
                "bytes allocated on an empty frame = 0",
                ours.emptyBytesMax() == 0,
                ours.emptyBytesMax() + " at most");
        addRatio("coded frame, median", ours.codedRatio(), CODED_MEDIAN_MAX);
        double minute = ours.emptyNanos() / (double) zxing.emptyNanos();
        addRatio("CPU of an idle minute at 15 frames/s", minute, IDLE_MINUTE_MAX);
    }

    private void addAgainstZxingCpp(QrTally ours, QrTally peer) {
        add(
                "frames read >= zxing-cpp's",
                ours.success() >= peer.success(),
                "%.1f %% to %.1f %%, %.2f×"
                        .formatted(
                                100 * ours.success(),
                                100 * peer.success(),
                                ours.success() / peer.success()));
    }

    /**
     * Holds one set of photographs, square-on, against bare ZXing; ours also against its number.
     */
    void judge(PhotographSet set) {
        add(
                "photographs of " + set.name() + " >= ZXing's",
                set.ours() >= set.zxing(),
                "%d to %d of %d".formatted(set.ours(), set.zxing(), set.count()));
        if (set.isOurs()) {
            add(
                    "of these at least " + OUR_PHOTOGRAPHS_MIN,
                    set.ours() >= OUR_PHOTOGRAPHS_MIN,
                    "" + set.ours());
        }
    }

    /** Holds the wait at the gate against the wait with bare ZXing. */
    void judge(ApproachRun approaches) {
        for (int percentile : new int[] {50, 95}) {
            double ours = approaches.ours(percentile);
            double zxing = approaches.zxing(percentile);
            add(
                    "first frame to decision, p" + percentile + " <= ZXing's",
                    ours <= zxing && Double.isFinite(ours),
                    ApproachRun.text(ours)
                            + " to "
                            + ApproachRun.text(zxing)
                            + (Double.isFinite(zxing) ? ", %.2f×".formatted(ours / zxing) : ""));
        }
    }

    private void addRatio(String what, double ratio, double most) {
        add(
                "%s <= %.2f× ZXing's".formatted(what, most),
                ratio <= most,
                String.format(Locale.ROOT, "%.2f×", ratio));
    }

    private void add(String target, boolean isReached, String figure) {
        add(isReached ? Outcome.PASS : Outcome.FAIL, target, figure);
    }

    private void add(Outcome outcome, String target, String figure) {
        lines.add(new Line(outcome, target, figure));
    }

    void print(PrintStream out) {
        out.println();
        for (var line : lines) {
            out.printf("%-5s%-58s%s%n", line.outcome(), line.target(), line.figure());
        }
    }

    /** Whether no target was missed. */
    boolean isReached() {
        return lines.stream().noneMatch(line -> line.outcome() == Outcome.FAIL);
    }
}
