package org.gatereader.qr;

import com.google.zxing.common.BitMatrix;

/** A code's modules as grey, sampled through a homography, and as black and white. */
final class ModuleGrid {
    private static final int SIDE_MAX = 177;
    // Glare and shadow change over some modules; half of a window this wide is dark by the mask.
    private static final int WINDOW = 6;

    private final Grey grey;
    private final float[] levels = new float[SIDE_MAX * SIDE_MAX];
    private final float[] sums = new float[(SIDE_MAX + 1) * (SIDE_MAX + 1)];
    private int side;

    ModuleGrid(Grey grey) {
        this.grey = grey;
    }

    /** Samples every module in its middle, large ones in five places. */
    void sample(Plane plane, int dimension) {
        side = dimension;
        double middle = dimension / 2.0;
        double module =
                Math.hypot(
                        plane.x(middle + 1, middle) - plane.x(middle, middle),
                        plane.y(middle + 1, middle) - plane.y(middle, middle));
        double spread = module > 3 ? 0.22 : 0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                levels[row * side + column] = sample(plane, column + 0.5, row + 0.5, spread);
            }
        }
    }

    private float sample(Plane plane, double u, double v, double spread) {
        float here = at(plane, u, v);
        if (spread == 0) {
            return here;
        }
        return (2 * here
                        + at(plane, u - spread, v - spread)
                        + at(plane, u + spread, v - spread)
                        + at(plane, u - spread, v + spread)
                        + at(plane, u + spread, v + spread))
                / 6;
    }

    private float at(Plane plane, double u, double v) {
        return grey.near(plane.x(u, v), plane.y(u, v));
    }

    /** Takes the mean around each module away, so that dark is below zero wherever light falls. */
    void flatten() {
        for (int row = 0; row < side; row++) {
            float sum = 0;
            for (int column = 0; column < side; column++) {
                sum += levels[row * side + column];
                int i = (row + 1) * (side + 1) + column + 1;
                sums[i] = sums[i - side - 1] + sum;
            }
        }
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                levels[row * side + column] -= meanAround(column, row);
            }
        }
    }

    private float meanAround(int column, int row) {
        int left = Math.max(0, column - WINDOW);
        int right = Math.min(side, column + WINDOW + 1);
        int top = Math.max(0, row - WINDOW);
        int bottom = Math.min(side, row + WINDOW + 1);
        float sum =
                sums[bottom * (side + 1) + right]
                        - sums[top * (side + 1) + right]
                        - sums[bottom * (side + 1) + left]
                        + sums[top * (side + 1) + left];
        return sum / ((right - left) * (bottom - top));
    }

    float[] levels() {
        return levels;
    }

    int side() {
        return side;
    }

    BitMatrix bits() {
        var bits = new BitMatrix(side);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (levels[row * side + column] < 0) {
                    bits.set(column, row);
                }
            }
        }
        return bits;
    }
}
