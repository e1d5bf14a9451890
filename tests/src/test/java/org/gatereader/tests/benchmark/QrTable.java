package org.gatereader.tests.benchmark;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.gatereader.tests.benchmark.Frame.Size;

/** Prints what a run of the QR benchmark found, a column a reader. */
final class QrTable {
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
}
