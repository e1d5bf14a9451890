package org.gatereader.qr;

/** The picture at half or twice its size, in a buffer that is kept. */
final class Resized {
    // Twice the size of a larger picture would be slower than the next frame and full of blur.
    private static final int ENLARGED_PIXELS_MAX = 1 << 20;

    private byte[] pixels = new byte[0];

    static boolean isWorthEnlarging(Luma luma) {
        return luma.width() * luma.height() <= ENLARGED_PIXELS_MAX
                && Math.max(luma.width(), luma.height()) * 2 <= Luma.SIDE_MAX;
    }

    /** The mean of each two by two pixels: half the noise, and modules that still are large. */
    Luma half(Luma luma) {
        int width = luma.width() / 2;
        int height = luma.height() / 2;
        reserve(width * height);
        byte[] from = luma.pixels();
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * luma.stride();
            int lower = upper + luma.stride();
            for (int x = 0; x < width; x++) {
                int sum =
                        (from[upper + 2 * x] & 0xFF)
                                + (from[upper + 2 * x + 1] & 0xFF)
                                + (from[lower + 2 * x] & 0xFF)
                                + (from[lower + 2 * x + 1] & 0xFF);
                pixels[y * width + x] = (byte) ((sum + 2) >> 2);
            }
        }
        return new Luma(pixels, width, height, width);
    }

    /** Linear between pixels: rows hit small finder patterns in more places. */
    Luma twice(Luma luma) {
        int width = luma.width() * 2 - 1;
        int height = luma.height() * 2 - 1;
        reserve(width * height);
        for (int y = 0; y < height; y++) {
            int upper = y / 2 * luma.stride();
            int lower = (y + 1) / 2 * luma.stride();
            for (int x = 0; x < width; x++) {
                int left = x / 2;
                int right = (x + 1) / 2;
                int sum =
                        (luma.pixels()[upper + left] & 0xFF)
                                + (luma.pixels()[upper + right] & 0xFF)
                                + (luma.pixels()[lower + left] & 0xFF)
                                + (luma.pixels()[lower + right] & 0xFF);
                pixels[y * width + x] = (byte) ((sum + 2) >> 2);
            }
        }
        return new Luma(pixels, width, height, width);
    }

    private void reserve(int count) {
        if (pixels.length < count) {
            pixels = new byte[count];
        }
    }
}
