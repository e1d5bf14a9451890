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

    private Bitmap() {}

    /** The picture in the middle of a camera's frame, as large as it fits in. */
    static Luma toFrame(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int width = in.getShort();
        int height = in.getShort();
        int scale = Math.min(FRAME_WIDTH / width, FRAME_HEIGHT / height);
        int left = (FRAME_WIDTH - width * scale) / 2;
        int top = (FRAME_HEIGHT - height * scale) / 2;
        byte[] pixels = new byte[FRAME_WIDTH * FRAME_HEIGHT];
        Arrays.fill(pixels, HALL);
        int rowBytes = Math.ceilDiv(width, 8);
        for (int y = 0; y < height * scale; y++) {
            int row = (top + y) * FRAME_WIDTH + left;
            for (int x = 0; x < width * scale; x++) {
                int octet = in.get(in.position() + y / scale * rowBytes + x / scale / 8);
                boolean isDark = (octet >> (7 - x / scale % 8) & 1) == 1;
                pixels[row + x] = (byte) (isDark ? 0 : 0xFF);
            }
        }
        return new Luma(pixels, FRAME_WIDTH, FRAME_HEIGHT, FRAME_WIDTH);
    }
}
