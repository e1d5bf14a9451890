package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatereader.tests.Checkout;
import org.gatereader.tests.benchmark.Frame.Size;
import org.gatereader.tests.benchmark.Peer.Reading;

/**
 * The gate's QR reader against its peers, on frames as a gate's camera makes them and on real
 * photographs; every frame is shown to each peer before the next frame is drawn.
 */
public final class QrBench implements Benchmark {
    /** The reader was tuned on these: figures from them would flatter it. */
    private static final Set<Long> TUNED_ON = Set.of(7L, 11L, 21L, 99L);

    private static final String PLOT = "reader-daemon/docs/qr-benchmark.svg";
    private static final int WARM_UP_EVERY = 29;
    private static final int EMPTY_FRAMES = 60;
    private static final int IDLE_MINUTE_FRAMES = 900;

    /** Index of the peer that all costs are ratios to. */
    static final int YARDSTICK = 1;

    @Override
    public String name() {
        return "qr";
    }

    @Override
    public String summary() {
        return "frames of codes and of nothing, against ZXing, BoofCV, zxing-cpp and zbar";
    }

    /** Runs alone, without {@link Bench}. */
    public static void main(String[] arguments) throws Exception {
        System.exit(new QrBench().run(List.of(arguments), System.out) ? 0 : 1);
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out)
            throws IOException, InterruptedException {
        int at = arguments.indexOf("--seed");
        long seed =
                at >= 0
                        ? Long.parseLong(arguments.get(at + 1))
                        : Math.floorMod(System.nanoTime(), 1_000_000L);
        out.printf("seed %d%s%n", seed, TUNED_ON.contains(seed) ? " (TUNED ON: no evidence)" : "");
        out.printf("%s%n", FrameCorpus.NOT_MODELLED);
        var peers = peers(out);
        warmUp(peers);
        var tallies = peers.stream().map(peer -> new QrTally(peer.name())).toList();
        var corpus = new FrameCorpus(seed);
        showCoded(corpus, peers, tallies);
        showEmpty(corpus, peers, tallies);
        QrTable.print(tallies, corpus, out);
        var verdict = new QrVerdict();
        verdict.judge(tallies);
        for (var folder : photographs(arguments)) {
            var set = PhotographSet.of(folder, peers);
            set.print(out);
            verdict.judge(set);
        }
        peers.forEach(Peer::close);
        var approaches = ApproachRun.of(seed);
        approaches.print(out);
        verdict.judge(approaches);
        verdict.print(out);
        var plot = Checkout.root().resolve(PLOT);
        Files.createDirectories(plot.getParent());
        Files.writeString(
                plot, new QrPlot(tallies, corpus.framesPerScene(), approaches).draw(seed));
        out.printf("%nplot: %s%n", PLOT);
        return verdict.isReached();
    }

    /** Ours, and those in the folder after {@code --photos}. */
    private static List<Path> photographs(List<String> arguments) throws IOException {
        var sets = new ArrayList<>(List.of(Photographs.OURS));
        int at = arguments.indexOf("--photos");
        if (at >= 0) {
            sets.addAll(Photographs.setsBelow(Path.of(arguments.get(at + 1))));
        }
        return sets;
    }

    private static List<Peer> peers(PrintStream out) {
        var peers = new ArrayList<Peer>();
        peers.add(Peer.ours());
        peers.add(ZxingPeers.bareQrCodeReader());
        peers.add(ZxingPeers.multiFormatReader());
        peers.add(BoofPeer.create());
        add(NativePeer.zxingCpp(), "zxing-cpp (apt: libzxing-dev)", peers, out);
        add(NativePeer.zbar(), "zbar (apt: libzbar-dev)", peers, out);
        out.printf("not compared: quirc, which Debian 12 does not carry%n");
        return peers;
    }

    private static void add(Optional<Peer> peer, String what, List<Peer> peers, PrintStream out) {
        peer.ifPresentOrElse(peers::add, () -> out.printf("not compared: %s is not here%n", what));
    }

    /** The compiler's first look at each reader is not the reader's speed. */
    private static void warmUp(List<Peer> peers) {
        var corpus = new FrameCorpus(TUNED_ON.iterator().next());
        for (var recipe : corpus.coded()) {
            if (recipe.index() % WARM_UP_EVERY == 0) {
                show(peers, corpus.draw(recipe));
            }
        }
        for (int i = 0; i < 8; i++) {
            show(peers, corpus.drawEmpty(Size.P720, i));
        }
    }

    private static List<Reading> show(List<Peer> peers, Frame frame) {
        return peers.stream().map(peer -> peer.read(frame.luma())).toList();
    }

    private static void showCoded(FrameCorpus corpus, List<Peer> peers, List<QrTally> tallies) {
        for (var recipe : corpus.coded()) {
            var frame = corpus.draw(recipe);
            var readings = show(peers, frame);
            for (int i = 0; i < peers.size(); i++) {
                tallies.get(i).coded(frame, readings.get(i), ratio(readings, i));
            }
        }
    }

    /** An idle minute: each empty scene stays before the camera for a second. */
    private static void showEmpty(FrameCorpus corpus, List<Peer> peers, List<QrTally> tallies) {
        var kept = new ArrayList<>(peers);
        kept.set(0, Peer.oursKept());
        for (int scene = 0; scene < EMPTY_FRAMES; scene++) {
            var frame = corpus.drawEmpty(Size.P720, scene);
            for (int shot = 0; shot < IDLE_MINUTE_FRAMES / EMPTY_FRAMES; shot++) {
                // The slow peers are asked once a second; nothing depends on their idle minute.
                var asked = shot == 0 ? kept : kept.subList(0, YARDSTICK + 1);
                var readings = show(asked, frame);
                for (int i = 0; i < asked.size(); i++) {
                    tallies.get(i).empty(readings.get(i), ratio(readings, i));
                }
            }
        }
    }

    private static double ratio(List<Reading> readings, int peer) {
        return readings.get(peer).nanos() / (double) readings.get(YARDSTICK).nanos();
    }
}
