package org.gatereader.daemon.selftest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gatereader.qr.Luma;

/**
 * The built-in picture of a code: two bytes of width, two of height, then rows of bits, a dark
 * pixel a one. Written and read by us alone.
 */
final class Bitmap {
    private Bitmap() {}

    static Luma toLuma(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int width = in.getShort();
        int height = in.getShort();
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 0xFF);
        int rowBytes = Math.ceilDiv(width, 8);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int octet = in.get(in.position() + y * rowBytes + x / 8);
                if ((octet >> (7 - x % 8) & 1) == 1) {
                    pixels[y * width + x] = 0;
                }
            }
        }
        return new Luma(pixels, width, height, width);
    }
}
