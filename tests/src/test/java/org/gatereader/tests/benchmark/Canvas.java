package org.gatereader.tests.benchmark;

import java.util.Random;
import org.gatereader.qr.Luma;

/** Grey light on a sensor as floating point, and what optics and electronics do to it. */
final class Canvas {
    final int width;
    final int height;
    final float[] grey;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.grey = new float[width * height];
    }

    /** Natural texture: noise whose octaves fall off as in photographs, and a slow gradient. */
    void paintRoom(Random random) {
        float base = 60 + random.nextInt(120);
        java.util.Arrays.fill(grey, base);
        float amplitude = 15 + random.nextInt(35);
        for (int cell = 2 << random.nextInt(3); cell <= width; cell *= 2) {
            addOctave(random, cell, amplitude * (float) Math.sqrt(cell / (double) width));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            addBox(random);
        }
    }

    private void addOctave(Random random, int cell, float amplitude) {
        int columns = width / cell + 2;
        int rows = height / cell + 2;
        var knots = new float[columns * rows];
        for (int i = 0; i < knots.length; i++) {
            knots[i] = (float) random.nextGaussian() * amplitude;
        }
        for (int y = 0; y < height; y++) {
            float fy = (y % cell) / (float) cell;
            int row = y / cell * columns;
            for (int block = 0; block * cell < width; block++) {
                float left = knots[row + block] * (1 - fy) + knots[row + columns + block] * fy;
                float right =
                        knots[row + block + 1] * (1 - fy) + knots[row + columns + block + 1] * fy;
                addRamp(
                        y * width + block * cell,
                        Math.min(cell, width - block * cell),
                        left,
                        (right - left) / cell);
            }
        }
    }

    private void addRamp(int from, int length, float start, float step) {
        for (int i = 0; i < length; i++) {
            grey[from + i] += start + i * step;
        }
    }

    /** A door frame, a sign, a tile: straight edges, sometimes in stripes. */
    private void addBox(Random random) {
        int boxWidth = 10 + random.nextInt(width / 3);
        int boxHeight = 10 + random.nextInt(height / 2);
        int left = random.nextInt(width - 10);
        int top = random.nextInt(height - 10);
        float shade = random.nextInt(120) - 60;
        int stripe = random.nextInt(3) == 0 ? 3 + random.nextInt(20) : Integer.MAX_VALUE;
        for (int y = top; y < Math.min(height, top + boxHeight); y++) {
            for (int x = left; x < Math.min(width, left + boxWidth); x++) {
                grey[y * width + x] += (x - left) / stripe % 2 == 0 ? shade : 0;
            }
        }
    }

    /** Defocus, approximated by a Gaussian; the outermost pixels stay sharp. */
    void blur(float sigma) {
        if (sigma < 0.2f) {
            return;
        }
        int reach = (int) Math.ceil(sigma * 3);
        var kernel = new float[reach + 1];
        float sum = 0;
        for (int i = 0; i <= reach; i++) {
            kernel[i] = (float) Math.exp(-i * i / (2.0 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i <= reach; i++) {
            kernel[i] /= sum;
        }
        var half = new float[grey.length];
        convolve(grey, half, kernel, true);
        convolve(half, grey, kernel, false);
    }

    private void convolve(float[] from, float[] into, float[] kernel, boolean isAlongRows) {
        int step = isAlongRows ? 1 : width;
        int length = isAlongRows ? width : height;
        int reach = kernel.length - 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int along = isAlongRows ? x : y;
                boolean isInside = along >= reach && along < length - reach;
                int at = y * width + x;
                into[at] = isInside ? inside(from, at, step, kernel) : from[at];
            }
        }
    }

    private static float inside(float[] from, int at, int step, float[] kernel) {
        float sum = from[at] * kernel[0];
        for (int i = 1; i < kernel.length; i++) {
            sum += kernel[i] * (from[at - i * step] + from[at + i * step]);
        }
        return sum;
    }

    /** A hand that moves while the shutter is open: the mean along a straight way. */
    void smear(float lengthPixels, double angle) {
        int taps = Math.max(1, Math.round(lengthPixels * 2));
        double across = Math.cos(angle);
        double down = Math.sin(angle);
        var still = grey.clone();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = 0; i < taps; i++) {
                    double way = taps == 1 ? 0 : lengthPixels * (i / (taps - 1.0) - 0.5);
                    sum += at(still, x + way * across, y + way * down);
                }
                grey[y * width + x] = sum / taps;
            }
        }
    }

    private float at(float[] from, double x, double y) {
        double cx = Math.clamp(x, 0, width - 1.001);
        double cy = Math.clamp(y, 0, height - 1.001);
        int column = (int) cx;
        int row = (int) cy;
        float fx = (float) (cx - column);
        float fy = (float) (cy - row);
        int i = row * width + column;
        int below = row + 1 < height ? i + width : i;
        float upper = from[i] + (from[i + 1] - from[i]) * fx;
        float lower = from[below] + (from[below + 1] - from[below]) * fx;
        return upper + (lower - upper) * fy;
    }

    /** A lamp mirrored in the glass: adds light in a soft ellipse. */
    void glare(double x, double y, double radius, float strength) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double dx = (column - x) / radius;
                double dy = (row - y) / (radius * 0.6);
                grey[row * width + column] += (float) (strength * Math.exp(-(dx * dx + dy * dy)));
            }
        }
    }

    /** The screen's pixel raster beating against the sensor's. */
    void moire(double periodPixels, double angle, float strength) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double along = x * Math.cos(angle) + y * Math.sin(angle);
                double across = y * Math.cos(angle) - x * Math.sin(angle);
                double wave =
                        Math.sin(along * 2 * Math.PI / periodPixels)
                                + 0.6 * Math.sin(across * 2 * Math.PI / (periodPixels * 1.37));
                grey[y * width + x] *= (float) (1 + strength * wave);
            }
        }
    }

    /** Pulls everything towards one grey: a dim screen in a bright hall. */
    void flatten(float towards, float contrast) {
        for (int i = 0; i < grey.length; i++) {
            grey[i] = towards + (grey[i] - towards) * contrast;
        }
    }

    /** Read-out and shot noise, then eight bits. */
    Luma expose(Random random, float sigma) {
        var table = new float[1 << 14];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) random.nextGaussian() * sigma;
        }
        var pixels = new byte[grey.length];
        long state = random.nextLong() | 1;
        for (int i = 0; i < grey.length; i++) {
            // Xorshift: a Gaussian for each pixel would take longer than drawing the frame.
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            float noisy = grey[i] + table[(int) (state & (table.length - 1))];
            pixels[i] = (byte) Math.clamp(Math.round(noisy), 0, 255);
        }
        return new Luma(pixels, width, height, width);
    }
}
