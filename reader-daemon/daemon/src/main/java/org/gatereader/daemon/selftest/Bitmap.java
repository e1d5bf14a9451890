package org.gatereader.daemon.selftest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gatereader.qr.Luma;

/**
 * The built-in picture of a code: two bytes of width, two of height, then rows of bits, a dark
 * pixel a one. Written and read by us alone.
 */
final class Bitmap {
    private static final byte HALL = 0x60;

    private final ByteBuffer bits;
    private final int width;
    private final int height;

    Bitmap(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        width = in.getShort();
        height = in.getShort();
        bits = in.slice();
    }

    /**
     * Puts the picture into the middle of a frame.
     *
     * @param degrees how far it is turned
     * @param scale pixels of the frame for one of the picture
     * @return the frame
     */
    Luma into(Luma frame, double degrees, double scale) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        // The upright box that it just fits in: a start has no time for more of the frame.
        double across = (Math.abs(cosine) * width + Math.abs(sine) * height) * scale;
        double along = (Math.abs(cosine) * height + Math.abs(sine) * width) * scale;
        int left = Math.max(0, (int) Math.floor((frame.width() - across) / 2));
        int top = Math.max(0, (int) Math.floor((frame.height() - along) / 2));
        for (int y = top; y < frame.height() - top; y++) {
            double down = (y - frame.height() / 2.0) / scale;
            for (int x = left; x < frame.width() - left; x++) {
                double right = (x - frame.width() / 2.0) / scale;
                int column = (int) Math.floor(cosine * right + sine * down + width / 2.0);
                int row = (int) Math.floor(cosine * down - sine * right + height / 2.0);
                if (column >= 0 && column < width && row >= 0 && row < height) {
                    frame.pixels()[y * frame.width() + x] = (byte) (isDark(column, row) ? 0 : 0xFF);
                }
            }
        }
        return frame;
    }

    /** What a camera sees while nobody is there. */
    static Luma emptyFrame(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, HALL);
        return new Luma(pixels, width, height, width);
    }

    private boolean isDark(int column, int row) {
        int octet = bits.get(row * Math.ceilDiv(width, 8) + column / 8);
        return (octet >> (7 - column % 8) & 1) == 1;
    }
}
