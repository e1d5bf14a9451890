package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatereader.tests.benchmark.Photographs.Photograph;

/**
 * How many photographs of one set each reader reads, as they were taken and at the other three
 * quarters of a turn.
 */
final class PhotographSet {
    private static final int QUARTERS = 4;

    private final Path folder;
    private final List<Peer> peers;
    private final int[][] read;
    private int count;

    private PhotographSet(Path folder, List<Peer> peers) {
        this.folder = folder;
        this.peers = peers;
        this.read = new int[QUARTERS][peers.size()];
    }

    /** Shows all photographs of a folder to all peers. */
    static PhotographSet of(Path folder, List<Peer> peers) throws IOException {
        var set = new PhotographSet(folder, peers);
        for (var photograph : Photographs.in(folder)) {
            set.count++;
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                set.show(photograph.turned(quarter), quarter);
            }
        }
        return set;
    }

    private void show(Photograph photograph, int quarter) {
        for (int peer = 0; peer < peers.size(); peer++) {
            var text = peers.get(peer).read(photograph.luma()).text();
            read[quarter][peer] += text.equals(Optional.of(photograph.text())) ? 1 : 0;
        }
    }

    String name() {
        return "" + folder.getFileName();
    }

    /** Whether this is the set that comes with the sources. */
    boolean isOurs() {
        return folder.equals(Photographs.OURS);
    }

    int count() {
        return count;
    }

    /** As taken, by our reader. */
    int ours() {
        return read[0][0];
    }

    /** As taken, by bare ZXing. */
    int zxing() {
        return read[0][QrBench.YARDSTICK];
    }

    void print(PrintStream out) {
        out.printf("%nphotographs %s (%d), at 0/90/180/270 degrees:%n", name(), count);
        for (int i = 0; i < peers.size(); i++) {
            out.printf(
                    "%-24s%d %d %d %d%n",
                    peers.get(i).name(), read[0][i], read[1][i], read[2][i], read[3][i]);
        }
    }
}
