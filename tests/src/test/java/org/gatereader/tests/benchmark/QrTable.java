package org.gatereader.tests.benchmark;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.gatereader.tests.benchmark.Frame.Size;

/** Prints what a run of the QR benchmark found, and holds it against the published targets. */
final class QrTable {
    private static final double SUCCESS_MIN = 0.88;
    private static final double EMPTY_MEDIAN_MAX = 0.30;
    private static final double EMPTY_MEAN_MAX = 0.60;
    private static final double CODED_MEDIAN_MAX = 1.6;
    private static final double IDLE_MINUTE_MAX = 0.5;

    private QrTable() {}

    static void print(List<QrTally> peers, FrameCorpus corpus, PrintStream out) {
        row(out, "", peers, peer -> peer.name);
        int perScene = corpus.framesPerScene();
        for (var scene : Scene.values()) {
            row(out, scene.label, peers, peer -> peer.read(scene) + "/" + perScene);
        }
        int perSize = perScene * Scene.values().length / Size.values().length;
        for (var size : Size.values()) {
            row(out, size.label(), peers, peer -> peer.read(size) + "/" + perSize);
        }
        row(out, "all read", peers, peer -> "%.1f %%".formatted(100 * peer.success()));
        row(out, "misread", peers, peer -> "" + peer.misread());
        row(out, "coded, median", peers, peer -> "%.2fx".formatted(peer.codedRatio()));
        row(out, "empty, median", peers, peer -> "%.2fx".formatted(peer.emptyRatioMedian()));
        row(out, "empty, mean", peers, peer -> "%.2fx".formatted(peer.emptyRatioMean()));
        row(out, "empty, bytes", peers, peer -> "" + peer.emptyBytesMax());
        row(out, "coded, KiB", peers, peer -> "" + peer.codedBytesMean() / 1024);
    }

    private static void row(
            PrintStream out, String label, List<QrTally> peers, Function<QrTally, String> cell) {
        out.printf("%-16s", label);
        peers.forEach(peer -> out.printf("%-24s", cell.apply(peer)));
        out.println();
    }

    /** Every target with what was reached; false if one was missed. */
    static boolean verdict(List<QrTally> peers, PrintStream out) {
        var ours = peers.get(0);
        double idle = ours.emptyNanos() / (double) peers.get(1).emptyNanos();
        double cpp =
                peers.stream()
                        .filter(peer -> peer.name.startsWith("zxing-cpp"))
                        .mapToDouble(QrTally::success)
                        .max()
                        .orElse(0);
        out.println();
        boolean isReached = target(out, "success >= 88 %", ours.success() >= SUCCESS_MIN);
        isReached &= target(out, "success >= zxing-cpp's", ours.success() >= cpp);
        isReached &= target(out, "no misread", ours.misread() == 0);
        isReached &=
                target(out, "empty <= 0.30x, median", ours.emptyRatioMedian() <= EMPTY_MEDIAN_MAX);
        isReached &= target(out, "empty <= 0.60x, mean", ours.emptyRatioMean() <= EMPTY_MEAN_MAX);
        isReached &= target(out, "an empty frame allocates 0 bytes", ours.emptyBytesMax() == 0);
        isReached &= target(out, "coded <= 1.6x, median", ours.codedRatio() <= CODED_MEDIAN_MAX);
        var minute = "idle minute %.2fx <= 0.50x".formatted(idle);
        return target(out, minute, idle <= IDLE_MINUTE_MAX) && isReached;
    }

    private static boolean target(PrintStream out, String target, boolean isReached) {
        out.printf("%-7s %s%n", isReached ? "reached" : "MISSED", target);
        return isReached;
    }
}
