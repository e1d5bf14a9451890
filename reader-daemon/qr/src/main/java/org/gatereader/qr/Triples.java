package org.gatereader.qr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which three finder patterns may be the corners of one code. ZXing drops threes whose module sizes
 * differ more than 1.4 times and takes the longest side for the diagonal; a tilted phone breaks
 * both rules.
 */
final class Triples {
    /** The right three come first or second; more would only feed a picture full of finders. */
    static final int KEPT_MAX = 8;

    // Beyond this a screen is seen so much from the side that its modules can not be told apart.
    private static final double MODULES_APART_MAX = 2.4;
    private static final double DIMENSION_MIN = 21 - 7 - 5;
    private static final double DIMENSION_MAX = 177 - 7 + 25;
    private static final double ANGLE_COSINE_MAX = 0.82;
    // A real one is met by many rows; a table full of others is cut to those met most.
    private static final int CONSIDERED_MAX = 20;

    private final Finders f;
    private final List<Triple> found = new ArrayList<>();

    private Triples(Finders finders) {
        f = finders;
    }

    /**
     * One hypothesis: indices into the table of finders.
     *
     * @param oddness the less, the more like three corners of a square seen by a camera
     */
    record Triple(int corner, int right, int below, double oddness) {}

    /** The likeliest hypotheses of one polarity, likeliest first. */
    static List<Triple> of(Finders finders, Polarity polarity) {
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < finders.count(); i++) {
            if (finders.polarity[i] == polarity) {
                indices.add(i);
            }
        }
        indices.sort(Comparator.comparingInt(i -> -4 * finders.likeness[i] - finders.votes[i]));
        int considered = Math.min(indices.size(), CONSIDERED_MAX);
        var all = new Triples(finders);
        for (int i = 0; i < considered; i++) {
            for (int j = i + 1; j < considered; j++) {
                for (int k = j + 1; k < considered; k++) {
                    all.addThree(indices.get(i), indices.get(j), indices.get(k));
                }
            }
        }
        all.found.sort(Comparator.comparingDouble(Triple::oddness));
        return all.found.subList(0, Math.min(KEPT_MAX, all.found.size()));
    }

    private void addThree(int a, int b, int c) {
        if (modulesApart(a, b, c) < MODULES_APART_MAX) {
            addCorner(a, b, c);
            addCorner(b, a, c);
            addCorner(c, a, b);
        }
    }

    private double modulesApart(int a, int b, int c) {
        double least = Math.min(f.module[a], Math.min(f.module[b], f.module[c]));
        double most = Math.max(f.module[a], Math.max(f.module[b], f.module[c]));
        return most / least;
    }

    /** The hypothesis that the code's upper left corner is {@code a}. */
    private void addCorner(int a, int b, int c) {
        double bx = f.x[b] - f.x[a];
        double by = f.y[b] - f.y[a];
        double cx = f.x[c] - f.x[a];
        double cy = f.y[c] - f.y[a];
        double lengthB = Math.hypot(bx, by);
        double lengthC = Math.hypot(cx, cy);
        double cosine = (bx * cx + by * cy) / (lengthB * lengthC);
        // Modules between two places: their distance over the geometric mean of the scales there,
        // which is exact for any homography along the line.
        double modulesB = lengthB / Math.sqrt(f.module[a] * f.module[b]);
        double modulesC = lengthC / Math.sqrt(f.module[a] * f.module[c]);
        double mean = (modulesB + modulesC) / 2;
        if (!(Math.abs(cosine) < ANGLE_COSINE_MAX)
                || mean < DIMENSION_MIN
                || mean > DIMENSION_MAX) {
            return;
        }
        double oddness =
                Math.abs(Math.log(modulesB / modulesC)) * 2
                        + Math.abs(cosine)
                        + Math.log(modulesApart(a, b, c))
                        + 2.0 / Math.min(f.votes[a], Math.min(f.votes[b], f.votes[c]))
                        + 0.2 * (24 - f.likeness[a] - f.likeness[b] - f.likeness[c]);
        boolean isClockwise = bx * cy - by * cx > 0;
        found.add(isClockwise ? new Triple(a, b, c, oddness) : new Triple(a, c, b, oddness));
    }
}
