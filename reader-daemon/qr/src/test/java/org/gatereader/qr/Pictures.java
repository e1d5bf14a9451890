package org.gatereader.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Random;

/** Draws the pictures that the tests show to a reader. */
final class Pictures {
    static final int DARK = 40;
    static final int LIGHT = 215;
    private static final int QUIET_MODULES = 4;

    private Pictures() {}

    /** A code square-on with its quiet zone, in a picture that it fills. */
    static Luma code(String text, int pixelsPerModule) {
        return code(text, pixelsPerModule, 0);
    }

    /** The same with {@code padding} bytes of rubbish behind each row. */
    static Luma code(String text, int pixelsPerModule, int padding) {
        var modules = modules(text);
        int side = (modules.getWidth() + 2 * QUIET_MODULES) * pixelsPerModule;
        var pixels = noise(side + padding, side).pixels();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / pixelsPerModule - QUIET_MODULES;
                int row = y / pixelsPerModule - QUIET_MODULES;
                pixels[y * (side + padding) + x] =
                        (byte) (isDark(modules, column, row) ? DARK : LIGHT);
            }
        }
        return new Luma(pixels, side, side, side + padding);
    }

    /** From edge to edge, as when a file was cropped. */
    static Luma withoutQuietZone(String text, int pixelsPerModule) {
        var modules = modules(text);
        int side = modules.getWidth() * pixelsPerModule;
        var pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int column = i % side / pixelsPerModule;
            int row = i / side / pixelsPerModule;
            pixels[i] = (byte) (isDark(modules, column, row) ? DARK : LIGHT);
        }
        return new Luma(pixels, side, side, side);
    }

    /** The picture {@code top} rows down in a light one of {@code height} rows. */
    static Luma below(Luma luma, int top, int height) {
        var all = flat(luma.width(), height, LIGHT).pixels();
        System.arraycopy(luma.pixels(), 0, all, top * luma.width(), luma.width() * luma.height());
        return new Luma(all, luma.width(), height, luma.width());
    }

    /** The picture in the middle of a larger grey one. */
    static Luma centred(Luma luma, int width, int height) {
        var all = flat(width, height, 128).pixels();
        for (int y = 0; y < luma.height(); y++) {
            int row = (height - luma.height()) / 2 + y;
            int into = row * width + (width - luma.width()) / 2;
            System.arraycopy(luma.pixels(), y * luma.stride(), all, into, luma.width());
        }
        return new Luma(all, width, height, width);
    }

    static Luma negative(Luma luma) {
        var pixels = luma.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] ^= (byte) 0xFF;
        }
        return new Luma(pixels, luma.width(), luma.height(), luma.stride());
    }

    static Luma flat(int width, int height, int grey) {
        var pixels = new byte[width * height];
        java.util.Arrays.fill(pixels, (byte) grey);
        return new Luma(pixels, width, height, width);
    }

    static Luma noise(int width, int height) {
        var pixels = new byte[width * height];
        new Random(1).nextBytes(pixels);
        return new Luma(pixels, width, height, width);
    }

    /** The upper part only, as from a transfer that broke off. */
    static Luma upperPart(Luma luma, int rows) {
        return new Luma(luma.pixels(), luma.width(), rows, luma.stride());
    }

    /** Finder patterns from edge to edge: the dearest picture that paper can show. */
    static Luma findersEverywhere(int side, int pixelsPerModule) {
        var pixels = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / pixelsPerModule % 8;
                int row = y / pixelsPerModule % 8;
                pixels[y * side + x] = (byte) (isFinderDark(column, row) ? DARK : LIGHT);
            }
        }
        return new Luma(pixels, side, side, side);
    }

    private static boolean isFinderDark(int column, int row) {
        int ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
        return ring < 2 || ring == 3;
    }

    private static boolean isDark(ByteMatrix modules, int column, int row) {
        boolean isInside =
                column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
        return isInside && modules.get(column, row) == 1;
    }

    private static ByteMatrix modules(String text) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            return Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
