package org.gatereader.qr;

/** Grey at any place of a picture, between pixels too, seen so that a code's modules are dark. */
final class Grey {
    private byte[] pixels = new byte[1];
    private int width;
    private int height;
    private int stride;
    private int mask;

    void look(Luma luma, Polarity polarity) {
        pixels = luma.pixels();
        width = luma.width();
        height = luma.height();
        stride = luma.stride();
        mask = polarity.mask;
    }

    /** Bilinear, 0..255; pixel middles lie at whole numbers; not a number outside the picture. */
    float at(float x, float y) {
        if (!(x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1)) {
            return Float.NaN;
        }
        int column = Math.min((int) x, width - 2);
        int row = Math.min((int) y, height - 2);
        float fx = x - column;
        float fy = y - row;
        int i = row * stride + column;
        float upper = pixel(i) + (pixel(i + 1) - pixel(i)) * fx;
        float lower = pixel(i + stride) + (pixel(i + stride + 1) - pixel(i + stride)) * fx;
        return upper + (lower - upper) * fy;
    }

    /** As {@link #at}, but places outside count as their nearest place inside. */
    float near(float x, float y) {
        return at(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1));
    }

    /**
     * Half-way between dark and light of the finder pattern around a place, along its row. The ring
     * alone would set it too low, as blur darkens a ring more than the quiet zone; a lamp's mirror
     * image beside the code must not set it too high.
     */
    float levelAround(float x, float y, float module) {
        float dark = near(x, y);
        float ring = Math.max(near(x - 2 * module, y), near(x + 2 * module, y));
        float quiet = Math.max(near(x - 4.3f * module, y), near(x + 4.3f * module, y));
        return levelBetween(dark, ring, quiet);
    }

    static float levelBetween(float dark, float ring, float quiet) {
        float light =
                Math.clamp(quiet, ring, dark + Math.max(ring - dark + 1, 1.8f * (ring - dark)));
        return (dark + light) / 2;
    }

    private int pixel(int i) {
        return (pixels[i] & 0xFF) ^ mask;
    }
}
