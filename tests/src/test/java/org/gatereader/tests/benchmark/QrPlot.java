package org.gatereader.tests.benchmark;

import java.util.List;
import java.util.Locale;

/** Draws what a run found: success per scene, what a frame costs, how long a person waits. */
final class QrPlot {
    private static final int WIDTH = 900;
    private static final int LEFT = 20;
    private static final int BARS_FROM = 140;
    private static final int BARS_WIDTH = 640;
    private static final int ROW = 42;
    private static final int TOP = 96;
    private static final int LINE = 24;
    private static final String[] COLOURS = {
        "#0b6e4f", "#d1495b", "#edae49", "#6a8caf", "#7d5ba6", "#8d96a3"
    };

    private final List<QrTally> peers;
    private final int framesPerScene;
    private final ApproachRun approaches;
    private final StringBuilder svg = new StringBuilder();

    QrPlot(List<QrTally> peers, int framesPerScene, ApproachRun approaches) {
        this.peers = peers;
        this.framesPerScene = framesPerScene;
        this.approaches = approaches;
    }

    String draw(long seed) {
        int scenes = Scene.values().length;
        int tableTop = TOP + scenes * ROW + 40;
        int height = tableTop + (peers.size() + 5) * LINE;
        svg.append(
                ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d'"
                                + " height='%d' font-family='sans-serif' font-size='14'"
                                + " fill='#1a1a1a'>%n<rect width='100%%' height='100%%'"
                                + " fill='white'/>%n")
                        .formatted(WIDTH, height, WIDTH, height));
        svg.append("<text x='20' y='32' font-size='20'>What share of frames is read</text>\n");
        text(LEFT, 56, "%d frames a scene, seed %d".formatted(framesPerScene, seed));
        axis(scenes);
        int top = TOP;
        for (var scene : Scene.values()) {
            draw(scene, top);
            top += ROW;
        }
        table(tableTop);
        return svg.append("</svg>\n").toString();
    }

    private void axis(int scenes) {
        for (int percent = 0; percent <= 100; percent += 25) {
            int x = BARS_FROM + BARS_WIDTH * percent / 100;
            svg.append(
                    "<path d='M%d %dV%d' stroke='#d4d8de'/>%n"
                            .formatted(x, TOP - 6, TOP + scenes * ROW));
            text(x - 14, TOP - 12, percent + " %");
        }
    }

    private void draw(Scene scene, int top) {
        text(LEFT, top + ROW / 2, scene.label);
        double thickness = (ROW - 8.0) / peers.size();
        for (int i = 0; i < peers.size(); i++) {
            double part = peers.get(i).read(scene) / (double) framesPerScene;
            bar(top + i * thickness, thickness - 0.5, Math.max(1, part * BARS_WIDTH), i);
        }
    }

    private void bar(double y, double thickness, double width, int peer) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<rect x='%d' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>%n",
                        BARS_FROM,
                        y,
                        width,
                        thickness,
                        COLOURS[peer % COLOURS.length]));
    }

    private void table(int top) {
        row(top, "", "read", "misread", "coded frame", "empty frame");
        for (int i = 0; i < peers.size(); i++) {
            var peer = peers.get(i);
            int y = top + (i + 1) * LINE;
            svg.append(
                    "<rect x='%d' y='%d' width='12' height='12' fill='%s'/>%n"
                            .formatted(LEFT, y - 11, COLOURS[i % COLOURS.length]));
            row(
                    y,
                    peer.name,
                    "%.1f %%".formatted(100 * peer.success()),
                    "" + peer.misread(),
                    "%.2f×".formatted(peer.codedRatio()),
                    "%.2f×".formatted(peer.emptyRatioMedian()));
        }
        int below = top + (peers.size() + 1) * LINE + 8;
        text(
                LEFT,
                below,
                "CPU: median of per-frame ratios to %s; empty frames of 720p"
                        .formatted(peers.get(QrBench.YARDSTICK).name));
        text(
                LEFT,
                below + LINE,
                "First frame with the whole code to the gate's grant, p50 and p95: gate-reader %s, %s; ZXing %s, %s"
                        .formatted(
                                ApproachRun.text(approaches.ours(50)),
                                ApproachRun.text(approaches.ours(95)),
                                ApproachRun.text(approaches.zxing(50)),
                                ApproachRun.text(approaches.zxing(95))));
    }

    private void row(int y, String name, String... cells) {
        text(LEFT + 22, y, name);
        for (int i = 0; i < cells.length; i++) {
            text(300 + i * 130, y, cells[i]);
        }
    }

    private void text(int x, int y, String text) {
        svg.append("<text x='%d' y='%d'>%s</text>%n".formatted(x, y, text));
    }
}
