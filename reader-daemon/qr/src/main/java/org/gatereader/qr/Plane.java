package org.gatereader.qr;

/**
 * The homography between picture and code, fitted by least squares to places that are known to lie
 * on a line of the code: {@code u} = so many modules from its left edge, or {@code v} = so many
 * from its top. An edge of a finder pattern says one of the two, the middle of an alignment pattern
 * both (docs/adr/0007-qr-detector.md).
 */
final class Plane {
    private static final int UNKNOWNS = 8;
    private static final int COLUMNS = UNKNOWNS + 1;

    private final double[] sums = new double[UNKNOWNS * COLUMNS];
    private final double[] work = new double[UNKNOWNS * COLUMNS];
    private final double[] row = new double[COLUMNS];
    private final double[] toCode = new double[9];
    private final double[] toPicture = new double[9];
    private double middleX;
    private double middleY;
    private double reach = 1;
    private double half = 1;

    /** Forgets all lines. Places are told about this middle, so that the sums stay well scaled. */
    void begin(double x, double y, double reachPixels, int dimension) {
        java.util.Arrays.fill(sums, 0);
        middleX = x;
        middleY = y;
        reach = reachPixels;
        half = dimension / 2.0;
    }

    void lieOnU(double x, double y, double u, double weight) {
        lieOn(x, y, u / half - 1, 0);
        add(weight);
    }

    void lieOnV(double x, double y, double v, double weight) {
        lieOn(x, y, v / half - 1, 3);
        add(weight);
    }

    private void lieOn(double x, double y, double line, int offset) {
        double px = (x - middleX) / reach;
        double py = (y - middleY) / reach;
        java.util.Arrays.fill(row, 0);
        row[offset] = px;
        row[offset + 1] = py;
        row[offset + 2] = 1;
        row[6] = -line * px;
        row[7] = -line * py;
        row[8] = line;
    }

    /** Adds the row to the sums of the normal equations, of which the upper half is kept. */
    private void add(double weight) {
        for (int i = 0; i < UNKNOWNS; i++) {
            double factor = weight * row[i];
            for (int j = i; factor != 0 && j < COLUMNS; j++) {
                sums[i * COLUMNS + j] += factor * row[j];
            }
        }
    }

    /** False if the lines do not determine a plane that the camera sees from the front. */
    boolean fit() {
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                work[i * COLUMNS + j] = j >= i ? sums[i * COLUMNS + j] : sums[j * COLUMNS + i];
            }
            // A trace of a prior keeps tilt at zero where nothing speaks for one.
            work[i * COLUMNS + i] += i >= 6 ? 1e-6 : 1e-12;
        }
        if (!eliminate()) {
            return false;
        }
        for (int i = 0; i < UNKNOWNS; i++) {
            toCode[i] = work[i * COLUMNS + UNKNOWNS];
        }
        toCode[8] = 1;
        return invert();
    }

    /** Gauss and Jordan; the matrix is positive definite, so no pivoting. */
    private boolean eliminate() {
        for (int i = 0; i < UNKNOWNS; i++) {
            double pivot = work[i * COLUMNS + i];
            if (!(Math.abs(pivot) > 1e-14)) {
                return false;
            }
            for (int j = i; j < COLUMNS; j++) {
                work[i * COLUMNS + j] /= pivot;
            }
            for (int k = 0; k < UNKNOWNS; k++) {
                double factor = k == i ? 0 : work[k * COLUMNS + i];
                for (int j = i; factor != 0 && j < COLUMNS; j++) {
                    work[k * COLUMNS + j] -= factor * work[i * COLUMNS + j];
                }
            }
        }
        return true;
    }

    private boolean invert() {
        double[] m = toCode;
        double a = m[4] * m[8] - m[5] * m[7];
        double b = m[5] * m[6] - m[3] * m[8];
        double c = m[3] * m[7] - m[4] * m[6];
        double det = m[0] * a + m[1] * b + m[2] * c;
        if (!(Math.abs(det) > 1e-12)) {
            return false;
        }
        double[] n = toPicture;
        n[0] = a / det;
        n[1] = (m[2] * m[7] - m[1] * m[8]) / det;
        n[2] = (m[1] * m[5] - m[2] * m[4]) / det;
        n[3] = b / det;
        n[4] = (m[0] * m[8] - m[2] * m[6]) / det;
        n[5] = (m[2] * m[3] - m[0] * m[5]) / det;
        n[6] = c / det;
        n[7] = (m[1] * m[6] - m[0] * m[7]) / det;
        n[8] = (m[0] * m[4] - m[1] * m[3]) / det;
        return true;
    }

    /** Modules from the code's left edge. */
    double u(double x, double y) {
        return half * (1 + along(toCode, 0, (x - middleX) / reach, (y - middleY) / reach));
    }

    /** Modules from the code's upper edge. */
    double v(double x, double y) {
        return half * (1 + along(toCode, 3, (x - middleX) / reach, (y - middleY) / reach));
    }

    float x(double u, double v) {
        return (float) (middleX + reach * along(toPicture, 0, u / half - 1, v / half - 1));
    }

    float y(double u, double v) {
        return (float) (middleY + reach * along(toPicture, 3, u / half - 1, v / half - 1));
    }

    private static double along(double[] m, int from, double x, double y) {
        return (m[from] * x + m[from + 1] * y + m[from + 2]) / (m[6] * x + m[7] * y + m[8]);
    }
}
