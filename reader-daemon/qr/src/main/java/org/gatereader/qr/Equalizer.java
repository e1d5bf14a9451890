package org.gatereader.qr;

/**
 * Undoes blur that spreads a module over its neighbours: learns from a first guess of the modules
 * how much of each neighbour every module shows, takes that away, and guesses again.
 *
 * <p>The modules themselves are the training text, so defocus, motion in any direction and a soft
 * lens need no model and no parameter (a decision-feedback equalizer in two dimensions).
 */
final class Equalizer {
    private static final int ROUNDS = 4;
    // A module itself, then its neighbours in pairs: beside, above and below, both diagonals.
    private static final int WEIGHTS = 5;
    private static final int COLUMNS = WEIGHTS + 1;
    private static final float FIRST_SHARPENING = 0.8f;

    private final double[] normal = new double[WEIGHTS * COLUMNS];
    private final double[] weights = new double[WEIGHTS];
    private final float[] pairs = new float[WEIGHTS];
    private float[] seen = new float[0];
    private byte[] guess = new byte[0];
    private int side;

    /** Replaces {@code levels}, dark below zero, by sharper ones. */
    void sharpen(float[] levels, int dimension) {
        side = dimension;
        int count = side * side;
        if (seen.length < count) {
            seen = new float[count];
            guess = new byte[count];
        }
        System.arraycopy(levels, 0, seen, 0, count);
        guessFirst();
        for (int round = 0; round < ROUNDS && learn(); round++) {
            for (int i = 0; i < count; i++) {
                gather(i);
                double own = seen[i];
                for (int pair = 1; pair < WEIGHTS; pair++) {
                    own -= weights[pair] * pairs[pair];
                }
                levels[i] = (float) own;
            }
            for (int i = 0; i < count; i++) {
                guess[i] = (byte) (levels[i] < 0 ? -1 : 1);
            }
        }
    }

    private void guessFirst() {
        for (int i = 0; i < side * side; i++) {
            int column = i % side;
            int row = i / side;
            float around =
                    seen[column > 0 ? i - 1 : i]
                            + seen[column < side - 1 ? i + 1 : i]
                            + seen[row > 0 ? i - side : i]
                            + seen[row < side - 1 ? i + side : i];
            float sharp = seen[i] + FIRST_SHARPENING * (seen[i] - around / 4);
            guess[i] = (byte) (sharp < 0 ? -1 : 1);
        }
    }

    /** What the guess shows around one module; beyond the code's edge lies the light quiet zone. */
    private void gather(int i) {
        int column = i % side;
        int row = i / side;
        pairs[0] = guess[i];
        pairs[1] = at(column - 1, row) + at(column + 1, row);
        pairs[2] = at(column, row - 1) + at(column, row + 1);
        pairs[3] = at(column - 1, row - 1) + at(column + 1, row + 1);
        pairs[4] = at(column + 1, row - 1) + at(column - 1, row + 1);
    }

    private int at(int column, int row) {
        boolean isInside = column >= 0 && row >= 0 && column < side && row < side;
        return isInside ? guess[row * side + column] : 1;
    }

    /** Least squares of what was seen on what was guessed; false if nothing can be learnt. */
    private boolean learn() {
        java.util.Arrays.fill(normal, 0);
        for (int i = 0; i < side * side; i++) {
            gather(i);
            for (int j = 0; j < WEIGHTS; j++) {
                for (int k = 0; k < WEIGHTS; k++) {
                    normal[j * COLUMNS + k] += pairs[j] * pairs[k];
                }
                normal[j * COLUMNS + WEIGHTS] += pairs[j] * seen[i];
            }
        }
        return solve() && weights[0] > 0;
    }

    private boolean solve() {
        for (int i = 0; i < WEIGHTS; i++) {
            double pivot = normal[i * COLUMNS + i];
            if (!(Math.abs(pivot) > 1e-9)) {
                return false;
            }
            for (int k = 0; k < WEIGHTS; k++) {
                double factor = k == i ? 0 : normal[k * COLUMNS + i] / pivot;
                for (int j = i; factor != 0 && j < COLUMNS; j++) {
                    normal[k * COLUMNS + j] -= factor * normal[i * COLUMNS + j];
                }
            }
        }
        for (int i = 0; i < WEIGHTS; i++) {
            weights[i] = normal[i * COLUMNS + WEIGHTS] / normal[i * COLUMNS + i];
        }
        return true;
    }
}
