package org.gatereader.qr;

/** One grey picture: bytes from 0 (black) to 255 (white), row after row; a view, never a copy. */
public final class Luma {
    /** The widest and highest picture that is looked at; a sensor of 4K video fits. */
    public static final int SIDE_MAX = 4096;

    private final byte[] pixels;
    private final int width;
    private final int height;
    private final int stride;

    /**
     * @param pixels row {@code y} starts at {@code y * stride}; read, never written
     * @param stride bytes from one row to the next, at least {@code width}
     * @throws IllegalArgumentException if the rows do not fit the array, or a side is outside
     *     1..{@link #SIDE_MAX}
     */
    public Luma(byte[] pixels, int width, int height, int stride) {
        if (width < 1 || width > SIDE_MAX || height < 1 || height > SIDE_MAX) {
            throw new IllegalArgumentException("luma: a side is outside 1.." + SIDE_MAX);
        }
        if (stride < width || (long) stride * (height - 1) + width > pixels.length) {
            throw new IllegalArgumentException("luma: the rows do not fit the array");
        }
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.stride = stride;
    }

    /** The picture's own array, not a copy: a frame is read once and 720p is 900 kB. */
    public byte[] pixels() {
        return pixels;
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
