package org.gatereader.daemon.selftest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gatereader.qr.Luma;

/**
 * The built-in picture of a code: two bytes of width, two of height, then rows of bits, a dark
 * pixel a one. Written and read by us alone.
 */
final class Bitmap {
    // A common camera's: what is quick after judging this picture is quick at the gate.
    private static final int FRAME_WIDTH = 1280;
    private static final int FRAME_HEIGHT = 720;
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
     * A camera's frame with the picture in its middle, as a phone is held.
     *
     * @param degrees how far it is turned
     * @param scale pixels of the frame for one of the picture
     */
    Luma toFrame(double degrees, double scale) {
        double cosine = Math.cos(Math.toRadians(degrees)) / scale;
        double sine = Math.sin(Math.toRadians(degrees)) / scale;
        Luma frame = emptyFrame();
        for (int y = 0; y < FRAME_HEIGHT; y++) {
            for (int x = 0; x < FRAME_WIDTH; x++) {
                double right = x - FRAME_WIDTH / 2.0;
                double down = y - FRAME_HEIGHT / 2.0;
                int column = (int) Math.floor(cosine * right + sine * down + width / 2.0);
                int row = (int) Math.floor(cosine * down - sine * right + height / 2.0);
                if (column >= 0 && column < width && row >= 0 && row < height) {
                    frame.pixels()[y * FRAME_WIDTH + x] = (byte) (isDark(column, row) ? 0 : 0xFF);
                }
            }
        }
        return frame;
    }

    /** What the camera sees while nobody is there. */
    static Luma emptyFrame() {
        byte[] pixels = new byte[FRAME_WIDTH * FRAME_HEIGHT];
        Arrays.fill(pixels, HALL);
        return new Luma(pixels, FRAME_WIDTH, FRAME_HEIGHT, FRAME_WIDTH);
    }

    private boolean isDark(int column, int row) {
        int octet = bits.get(row * Math.ceilDiv(width, 8) + column / 8);
        return (octet >> (7 - column % 8) & 1) == 1;
    }
}
