package org.gatereader.tests.benchmark;

import java.util.List;
import java.util.Locale;
import org.gatereader.daemon.time.Stage;

/** Draws, for each profile, what a person waits for beside the bare work, by percentile. */
final class DecisionPlot {
    private static final int WIDTH = 720;
    private static final int PANEL = 260;
    private static final int LEFT = 70;
    private static final int TOP = 60;
    private static final int HEIGHT = 190;
    private static final String DAEMON = "#0b6e4f";
    private static final String BARE = "#d1495b";
    private static final List<Double> PERCENTILES = List.of(1., 10., 25., 50., 75., 90., 95., 99.);

    private final StringBuilder svg = new StringBuilder();

    private DecisionPlot() {}

    static String draw(DecisionReport report) {
        var plot = new DecisionPlot();
        int panels = report.runs().size();
        plot.add(
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'"
                        + " font-family='sans-serif' font-size='12'>",
                WIDTH, panels * PANEL + 30);
        plot.add("<rect width='100%%' height='100%%' fill='white'/>");
        for (int i = 0; i < panels; i++) {
            plot.panel(report.runs().get(i), i * PANEL);
        }
        plot.add("</svg>");
        return plot.svg.toString();
    }

    private void panel(DaemonRun run, int y) {
        double top = Math.max(run.micros(Stage.TOTAL, 99), run.bareMicros(99)) / 1e3 * 1.1;
        int bottom = y + TOP + HEIGHT;
        add(
                "<text x='%d' y='%d' font-size='16'>%s: frame to relay, by percentile</text>",
                LEFT, y + 28, run.profile());
        add("<path d='M%d %dV%dH%d' fill='none' stroke='#8d96a3'/>", LEFT, y + TOP, bottom, 560);
        for (int tick = 0; tick <= 4; tick++) {
            double millis = top * tick / 4;
            add(
                    "<text x='%d' y='%d' text-anchor='end'>%.1f ms</text>",
                    LEFT - 6, bottom - HEIGHT * tick / 4 + 4, millis);
        }
        for (int i = 0; i < PERCENTILES.size(); i++) {
            add(
                    "<text x='%d' y='%d' text-anchor='middle'>p%.0f</text>",
                    x(i), bottom + 16, PERCENTILES.get(i));
        }
        line(run, DAEMON, new Axis(bottom, top), true);
        line(run, BARE, new Axis(bottom, top), false);
        legend(run, y + TOP);
    }

    private record Axis(int bottom, double topMillis) {
        double y(double micros) {
            return bottom - HEIGHT * micros / 1e3 / topMillis;
        }
    }

    private void line(DaemonRun run, String colour, Axis axis, boolean isDaemon) {
        var points = new StringBuilder();
        for (int i = 0; i < PERCENTILES.size(); i++) {
            double percentile = PERCENTILES.get(i);
            double micros =
                    isDaemon ? run.micros(Stage.TOTAL, percentile) : run.bareMicros(percentile);
            points.append(String.format(Locale.ROOT, "%d,%.1f ", x(i), axis.y(micros)));
        }
        add(
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>",
                points.toString().strip(), colour);
    }

    private void legend(DaemonRun run, int y) {
        add("<text x='575' y='%d' fill='%s'>the whole daemon</text>", y + 20, DAEMON);
        add("<text x='575' y='%d' fill='%s'>the bare work</text>", y + 40, BARE);
        add("<text x='575' y='%d'>p50: %.2f×</text>", y + 70, run.ratio(50));
        add("<text x='575' y='%d'>p99: %.2f×</text>", y + 90, run.ratio(99));
    }

    private static int x(int index) {
        return LEFT + 30 + index * 64;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
