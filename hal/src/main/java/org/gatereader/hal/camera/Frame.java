package org.gatereader.hal.camera;

/**
 * One grey picture and the moment it was taken. A class without {@code toString}: a frame shows a
 * credential, and identity never prints.
 */
public final class Frame {
    private final Picture picture;
    private final long capturedAtNanos;

    /**
     * @param capturedAtNanos monotonic; the gate's promise of latency begins here
     */
    public Frame(Picture picture, long capturedAtNanos) {
        this.picture = picture;
        this.capturedAtNanos = capturedAtNanos;
    }

    /** The frame's own bytes, not a copy: 0 is black, 255 is white; read, never written. */
    public byte[] luma() {
        return picture.luma();
    }

    public int width() {
        return picture.width();
    }

    public int height() {
        return picture.height();
    }

    /** Bytes from one row to the next, at least the width. */
    public int stride() {
        return picture.stride();
    }

    public long capturedAtNanos() {
        return capturedAtNanos;
    }
}
