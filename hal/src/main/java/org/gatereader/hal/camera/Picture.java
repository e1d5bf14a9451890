package org.gatereader.hal.camera;

/**
 * Grey pixels, row after row, from 0 (black) to 255 (white): a frame before anybody looked. A class
 * without {@code toString}: it can show a credential.
 */
public final class Picture {
    /** The widest and highest picture; a sensor of 4K video fits. */
    public static final int SIDE_MAX = 4096;

    private final byte[] luma;
    private final int width;
    private final int height;
    private final int stride;

    /**
     * @param luma row {@code y} starts at {@code y * stride}; taken over, not copied: written no
     *     more by the caller
     * @param stride bytes from one row to the next, at least {@code width}
     * @throws IllegalArgumentException if the rows do not fit the array, or a side is outside
     *     1..{@link #SIDE_MAX}
     */
    public Picture(byte[] luma, int width, int height, int stride) {
        if (width < 1 || width > SIDE_MAX || height < 1 || height > SIDE_MAX) {
            throw new IllegalArgumentException("picture: a side is outside 1.." + SIDE_MAX);
        }
        if (stride < width || (long) stride * (height - 1) + width > luma.length) {
            throw new IllegalArgumentException("picture: the rows do not fit the array");
        }
        this.luma = luma;
        this.width = width;
        this.height = height;
        this.stride = stride;
    }

    /** The picture's own bytes, not a copy; read, never written. */
    public byte[] luma() {
        return luma;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int stride() {
        return stride;
    }
}
