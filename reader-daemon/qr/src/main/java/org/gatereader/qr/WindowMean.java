package org.gatereader.qr;

import com.google.zxing.common.BitMatrix;

/**
 * Black where a pixel is darker than the mean of the square around it. Where ZXing's blocks of
 * eight pixels see one module only, as on a large or soft code, this still sees dark and light.
 */
final class WindowMean {
    private static final int WINDOWS_PER_SIDE = 12;
    private static final int HALF_MIN = 7;
    // Sensor noise on a flat wall is not to become a pattern.
    private static final int DARKER_BY = 3;

    private final Luma luma;
    private final int width;
    private final int height;
    private final int half;
    // The sum of each column's pixels in the rows of the window.
    private final int[] columns;
    private final BitMatrix bits;

    private WindowMean(Luma luma) {
        this.luma = luma;
        width = luma.width();
        height = luma.height();
        half = Math.max(HALF_MIN, Math.min(width, height) / WINDOWS_PER_SIDE / 2);
        columns = new int[width];
        bits = new BitMatrix(width, height);
    }

    static BitMatrix of(Luma luma, Polarity polarity) {
        return new WindowMean(luma).threshold(polarity);
    }

    private BitMatrix threshold(Polarity polarity) {
        for (int y = 0; y < Math.min(half, height); y++) {
            addRow(y, 1);
        }
        for (int y = 0; y < height; y++) {
            if (y + half < height) {
                addRow(y + half, 1);
            }
            if (y - half > 0) {
                addRow(y - half - 1, -1);
            }
            thresholdRow(y, polarity == Polarity.DARK_ON_LIGHT ? 1 : -1);
        }
        return bits;
    }

    private void addRow(int y, int times) {
        int row = y * luma.stride();
        for (int x = 0; x < width; x++) {
            columns[x] += times * (luma.pixels()[row + x] & 0xFF);
        }
    }

    private void thresholdRow(int y, int sign) {
        int row = y * luma.stride();
        int rows = Math.min(height, y + half + 1) - Math.max(0, y - half);
        int sum = 0;
        for (int x = 0; x < Math.min(half, width); x++) {
            sum += columns[x];
        }
        for (int x = 0; x < width; x++) {
            sum += x + half < width ? columns[x + half] : 0;
            sum -= x - half > 0 ? columns[x - half - 1] : 0;
            int across = Math.min(width, x + half + 1) - Math.max(0, x - half);
            int darker = sum / (across * rows) - (luma.pixels()[row + x] & 0xFF);
            if (sign * darker > DARKER_BY) {
                bits.set(x, y);
            }
        }
    }
}
