package org.gatereader.qr;

/** A code as a camera sees it: tilted, soft, dim; each change gives a new picture. */
final class ShownCode {
    private ShownCode() {}

    /** Seen from the side: the far edge is {@code part} as wide as the near one. */
    static Luma tilted(Luma flat, double part) {
        int side = flat.width();
        var pixels = new byte[side * side];
        for (int y = 0; y < side; y++) {
            double far = part + (1 - part) * y / side;
            for (int x = 0; x < side; x++) {
                double from = side / 2.0 + (x - side / 2.0) / far;
                // Rows crowd together towards the far edge, as under any pinhole camera.
                double row = y / far;
                pixels[y * side + x] = (byte) at(flat, from, row);
            }
        }
        return new Luma(pixels, side, side, side);
    }

    /** On paper whose lower right corner is bent away by so many pixels. */
    static Luma bent(Luma flat, int pixels) {
        int side = flat.width();
        var bent = new byte[side * side];
        for (int i = 0; i < bent.length; i++) {
            int x = i % side;
            int y = i / side;
            double far = (double) x * y / ((double) side * side);
            double by = pixels * far * far;
            bent[i] = (byte) at(flat, x + by, y + by);
        }
        return new Luma(bent, side, side, side);
    }

    /** A wall on the left that falls by 50 grey levels over so many pixels, then the code. */
    static Luma besideAGradient(Luma flat, int pixels) {
        int width = flat.width() + pixels;
        var wide = new byte[width * flat.height()];
        for (int i = 0; i < wide.length; i++) {
            int x = i % width - pixels;
            int y = i / width;
            int wall = Pictures.LIGHT - 50 - 50 * x / pixels;
            wide[i] = (byte) (x < 0 ? wall : Math.min(at(flat, x, y), Pictures.LIGHT - 50));
        }
        return new Luma(wide, width, flat.height(), width);
    }

    /** Turned about its middle, in a picture large enough. */
    static Luma turned(Luma flat, double degrees) {
        int side = (int) (flat.width() * 1.5);
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        var pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / side;
            double x = i % side - side / 2.0;
            double y = row - side / 2.0;
            double half = flat.width() / 2.0;
            pixels[i] = (byte) at(flat, half + c * x - s * y, half + s * x + c * y);
        }
        return new Luma(pixels, side, side, side);
    }

    /** Out of focus: the mean over a square, twice. */
    static Luma soft(Luma sharp, int radius) {
        return mean(mean(sharp, radius), radius);
    }

    /** Its contrast squeezed to a part around one grey. */
    static Luma dim(Luma bright, int around, double part) {
        var pixels = new byte[bright.width() * bright.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (around + part * ((bright.pixels()[i] & 0xFF) - 128));
        }
        return new Luma(pixels, bright.width(), bright.height(), bright.width());
    }

    private static Luma mean(Luma from, int radius) {
        int width = from.width();
        var pixels = new byte[width * from.height()];
        for (int i = 0; i < pixels.length; i++) {
            double sum = 0;
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    sum += at(from, i % width + dx, i / width + dy);
                }
            }
            pixels[i] = (byte) (sum / ((2 * radius + 1) * (2 * radius + 1)));
        }
        return new Luma(pixels, width, from.height(), width);
    }

    private static int at(Luma luma, double x, double y) {
        boolean isInside = x >= 0 && y >= 0 && x < luma.width() && y < luma.height();
        int row = (int) y;
        int i = row * luma.stride() + (int) x;
        return isInside ? luma.pixels()[i] & 0xFF : Pictures.LIGHT;
    }
}
