package org.gatereader.tests.benchmark;

import java.util.List;
import java.util.Locale;

/** Draws what a run of the QR benchmark found: success per scene, and what a frame costs. */
final class QrPlot {
    private static final int LEFT = 130;
    private static final int ROW = 34;
    private static final int TOP = 70;
    private static final int BAR_WIDTH = 480;
    private static final String[] COLOURS = {
        "#0b6e4f", "#d1495b", "#edae49", "#66a182", "#8d96a3", "#2e4057"
    };

    private QrPlot() {}

    static String draw(List<QrTally> peers, int framesPerScene, long seed) {
        var svg = new StringBuilder();
        int height = TOP + Scene.values().length * ROW + 60 + peers.size() * 24;
        svg.append(
                ("<svg xmlns='http://www.w3.org/2000/svg' width='760' height='%d' "
                                + "font-family='sans-serif' font-size='12'>%n"
                                + "<rect width='100%%' height='100%%' fill='white'/>%n"
                                + "<text x='20' y='28' font-size='17'>Frames read, by what makes"
                                + " them hard (seed %d)</text>%n")
                        .formatted(height, seed));
        int row = TOP;
        for (var scene : Scene.values()) {
            scene(svg, scene, peers, new Place(row, framesPerScene));
            row += ROW;
        }
        legend(svg, peers, row + 30);
        return svg.append("</svg>\n").toString();
    }

    private record Place(int y, int frames) {}

    private static void scene(StringBuilder svg, Scene scene, List<QrTally> peers, Place place) {
        text(svg, 20, place.y + 16, scene.label);
        double thickness = (ROW - 8.0) / peers.size();
        for (int i = 0; i < peers.size(); i++) {
            double part = peers.get(i).read(scene) / (double) place.frames;
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<rect x='%d' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>%n",
                            LEFT,
                            place.y + i * thickness,
                            Math.max(1, part * BAR_WIDTH),
                            thickness - 0.5,
                            COLOURS[i % COLOURS.length]));
        }
    }

    private static void legend(StringBuilder svg, List<QrTally> peers, int top) {
        for (int i = 0; i < peers.size(); i++) {
            var peer = peers.get(i);
            int y = top + i * 24;
            svg.append(
                    String.format(
                            "<rect x='20' y='%d' width='14' height='14' fill='%s'/>%n",
                            y - 11, COLOURS[i % COLOURS.length]));
            text(svg, 42, y, peer.name);
            text(
                    svg,
                    240,
                    y,
                    String.format(
                            Locale.ROOT,
                            "%.1f %% read, %d misread; a frame costs %.2f× with a code, %.2f× empty",
                            100 * peer.success(),
                            peer.misread(),
                            peer.codedRatio(),
                            peer.emptyRatioMedian()));
        }
    }

    private static void text(StringBuilder svg, int x, int y, String text) {
        svg.append(String.format("<text x='%d' y='%d'>%s</text>%n", x, y, text));
    }
}
