package org.gatereader.hal.camera;

import java.util.Arrays;

/**
 * How one raw frame lies in the bytes of a pipe: perhaps a mark, then rows of luma that a driver
 * may have padded, then colour, which nobody here needs.
 */
public final class FrameLayout {
    /** 4096 × 4096 in two bytes a pixel: more than any camera for a gate, less than the heap. */
    private static final int BYTES_MAX = 2 * Picture.SIDE_MAX * Picture.SIDE_MAX;

    private final int width;
    private final int height;
    private final Rows rows;
    private final byte[] mark;

    /**
     * Where the luma is.
     *
     * @param stride bytes from one row to the next
     * @param step bytes from one pixel's luma to the next: 1 in planes, 2 in YUYV
     * @param frameBytes of the whole frame, colour included, without the mark
     */
    public record Rows(int stride, int step, int frameBytes) {}

    private FrameLayout(int width, int height, Rows rows, byte[] mark) {
        this.width = width;
        this.height = height;
        this.rows = rows;
        this.mark = mark;
    }

    /**
     * A frame without a mark.
     *
     * @throws IllegalArgumentException if a side is no picture's, or the rows do not fit the frame
     */
    public static FrameLayout of(int width, int height, Rows rows) {
        if (width < 1 || width > Picture.SIDE_MAX || height < 1 || height > Picture.SIDE_MAX) {
            throw new IllegalArgumentException("frame: a side is outside 1.." + Picture.SIDE_MAX);
        }
        long lastRowEnds = (long) rows.stride * (height - 1) + (long) width * rows.step;
        if (rows.stride < width * rows.step
                || lastRowEnds > rows.frameBytes
                || rows.frameBytes > BYTES_MAX) {
            throw new IllegalArgumentException("frame: the rows do not fit its bytes");
        }
        return new FrameLayout(width, height, rows, new byte[0]);
    }

    /** Nothing but luma, row after row. */
    public static FrameLayout grey(int width, int height) {
        return of(width, height, new Rows(width, 1, width * height));
    }

    /** A plane of luma and two of a quarter of its size, all padded alike: YUV 4:2:0. */
    public static FrameLayout planar(int width, int height, int stride) {
        return of(width, height, new Rows(stride, 1, stride * (height + (height + 1) / 2)));
    }

    /** The same, each frame with these bytes before it: where they are missing, bytes were lost. */
    public FrameLayout marked(byte[] newMark) {
        return new FrameLayout(width, height, rows, newMark.clone());
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Of one frame in the pipe, its mark included. */
    int bytes() {
        return mark.length + rows.frameBytes;
    }

    boolean isMarked(byte[] frame) {
        return Arrays.equals(frame, 0, mark.length, mark, 0, mark.length);
    }

    /** As many bytes as the luma of one frame has. */
    byte[] blank() {
        return new byte[width * height];
    }

    Picture picture(byte[] luma) {
        return new Picture(luma, width, height, width);
    }

    /** Copies the luma of a frame, mark and all, into width × height bytes. */
    void copyLuma(byte[] frame, byte[] luma) {
        for (int y = 0; y < height; y++) {
            int from = mark.length + y * rows.stride;
            if (rows.step == 1) {
                System.arraycopy(frame, from, luma, y * width, width);
            } else {
                for (int x = 0; x < width; x++) {
                    luma[y * width + x] = frame[from + x * rows.step];
                }
            }
        }
    }
}
