package org.gatereader.daemon.control.wire;

import java.util.Arrays;

/** A small grey picture on its way to a report; no code is in it. */
public final class GreyPicture {
    /** Neither side is longer: an answer has 64 KiB. */
    public static final int SIDE_MAX = 160;

    private final int width;
    private final int height;
    private final byte[] pixels;

    /**
     * @param pixels row after row, from 0 (black) to 255 (white); taken over, not copied
     * @throws IllegalArgumentException if the rows do not fit, or a side is outside 1..160
     */
    public GreyPicture(int width, int height, byte[] pixels) {
        if (width < 1 || width > SIDE_MAX || height < 1 || height > SIDE_MAX) {
            throw new IllegalArgumentException("picture: a side is outside 1.." + SIDE_MAX);
        }
        if (pixels.length != width * height) {
            throw new IllegalArgumentException("picture: the rows do not fit the array");
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The picture's own bytes, not a copy; read, never written. */
    public byte[] pixels() {
        return pixels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GreyPicture that
                && width == that.width
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels);
    }
}
