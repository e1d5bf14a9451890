package org.gatereader.qr;

/**
 * The signs that every code carries in fixed places, looked for where a homography says they lie:
 * timing patterns, version bits, alignment patterns (ISO/IEC 18004, section 6.3).
 */
final class CodeSigns {
    /** Between chance, a half, and a clean code, one. */
    static final double LIKENESS_MIN = 0.68;

    private static final int TIMING_LINE = 6;
    private static final int VERSION_BITS_FROM = 45;
    // The first alignment pattern found may lie two modules off; later ones hardly one.
    private static final double SEARCH_MODULES = 1.5;
    private static final double STEP_COARSE = 0.5;
    private static final double STEP_FINE = 0.2;
    private static final double ALIGNMENT_LIKENESS_MIN = 0.6;

    private final Grey grey;
    private float foundX;
    private float foundY;
    private double bestU;
    private double bestV;
    private double best;

    CodeSigns(Grey grey) {
        this.grey = grey;
    }

    /** The part of timing modules and version bits that read as they should for this size. */
    double likeness(Plane plane, int dimension) {
        int right = 0;
        int asked = 0;
        for (int i = 8; i < dimension - 8; i++) {
            boolean isDark = i % 2 == 0;
            right += isTimingRight(plane, i, TIMING_LINE, isDark) ? 1 : 0;
            right += isTimingRight(plane, TIMING_LINE, i, isDark) ? 1 : 0;
            asked += 2;
        }
        if (dimension >= VERSION_BITS_FROM) {
            int weight = 2;
            right += weight * versionBitsRight(plane, dimension);
            asked += weight * 18;
        }
        return right / (double) asked;
    }

    private boolean isTimingRight(Plane plane, int column, int row, boolean isDark) {
        boolean isRow = row == TIMING_LINE;
        int du = isRow ? 1 : 0;
        int dv = isRow ? 0 : 1;
        float beside = module(plane, column - du, row - dv) + module(plane, column + du, row + dv);
        float here = 2 * module(plane, column, row);
        return isDark ? here < beside : here > beside;
    }

    private float module(Plane plane, int column, int row) {
        return grey.near(plane.x(column + 0.5, row + 0.5), plane.y(column + 0.5, row + 0.5));
    }

    /** The better of the two places where versions from 7 write their number (section 7.10). */
    private int versionBitsRight(Plane plane, int dimension) {
        int bits = versionBits((dimension - 17) / 4);
        int upper = 0;
        int lower = 0;
        float level = level(plane, dimension);
        for (int i = 0; i < 18; i++) {
            boolean isDark = ((bits >> i) & 1) == 1;
            int near = i / 3;
            int far = dimension - 11 + i % 3;
            upper += module(plane, far, near) < level == isDark ? 1 : 0;
            lower += module(plane, near, far) < level == isDark ? 1 : 0;
        }
        return Math.max(upper, lower);
    }

    private float level(Plane plane, int dimension) {
        float dark = module(plane, 3, 3) + module(plane, dimension - 4, 3);
        float light = module(plane, 7, 3) + module(plane, dimension - 8, 3);
        return (dark + light) / 4;
    }

    /** Six bits and their twelve of BCH (ISO/IEC 18004, annex D). */
    private static int versionBits(int version) {
        int rest = version << 12;
        for (int bit = 17; bit >= 12; bit--) {
            rest ^= ((rest >> bit) & 1) == 1 ? 0x1F25 << (bit - 12) : 0;
        }
        return (version << 12) | rest;
    }

    /** Looks around where an alignment pattern's middle should be; says where it is. */
    boolean findAlignment(Plane plane, double u, double v) {
        best = 0;
        bestU = u;
        bestV = v;
        search(plane, SEARCH_MODULES, STEP_COARSE);
        search(plane, STEP_COARSE * 0.8, STEP_FINE);
        if (best < ALIGNMENT_LIKENESS_MIN) {
            return false;
        }
        foundX = plane.x(bestU, bestV);
        foundY = plane.y(bestU, bestV);
        return true;
    }

    float x() {
        return foundX;
    }

    float y() {
        return foundY;
    }

    private void search(Plane plane, double reach, double step) {
        double fromU = bestU;
        double fromV = bestV;
        for (double dv = -reach; dv <= reach; dv += step) {
            for (double du = -reach; du <= reach; du += step) {
                double likeness = alignmentLikeness(plane, fromU + du, fromV + dv);
                // Of two as good, the nearer to where it should be.
                likeness -= 0.02 * (du * du + dv * dv);
                if (likeness > best) {
                    best = likeness;
                    bestU = fromU + du;
                    bestV = fromV + dv;
                }
            }
        }
    }

    /** Correlation of 25 modules with dark, light and dark squares around one middle; -1..1. */
    private double alignmentLikeness(Plane plane, double u, double v) {
        double x = plane.x(u, v);
        double y = plane.y(u, v);
        double ux = plane.x(u + 1, v) - x;
        double uy = plane.y(u + 1, v) - y;
        double vx = plane.x(u, v + 1) - x;
        double vy = plane.y(u, v + 1) - y;
        double light = 0;
        double dark = 0;
        double squares = 0;
        for (int row = -2; row <= 2; row++) {
            for (int column = -2; column <= 2; column++) {
                double here =
                        grey.near(
                                (float) (x + column * ux + row * vx),
                                (float) (y + column * uy + row * vy));
                boolean isLight = Math.max(Math.abs(column), Math.abs(row)) == 1;
                light += isLight ? here : 0;
                dark += isLight ? 0 : here;
                squares += here * here;
            }
        }
        double mean = (light + dark) / 25;
        double spread = Math.sqrt(Math.max(1, squares - 25 * mean * mean));
        // 8 light and 17 dark modules: the template's own spread is sqrt(8 * 17 / 25).
        return (light / 8 - dark / 17) * Math.sqrt(8 * 17 / 25.0) / spread;
    }
}
