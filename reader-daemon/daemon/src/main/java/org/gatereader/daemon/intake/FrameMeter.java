package org.gatereader.daemon.intake;

import org.gatereader.hal.camera.Frame;
import org.gatereader.qr.Exposure;

/** Measures light and sharpness of a frame, in whole numbers that a technician can compare. */
final class FrameMeter {
    private static final int ROW_STEP = 8;

    /** Between a dark and a light surface; noise does not rise so far in one way. */
    private static final int SWING_MIN = 40;

    private static final int EDGES_MIN = 20;
    private static final int PERCENT = 100;

    private long sum;
    private long pixels;
    private long steepness;
    private int edges;
    private int swing;
    private int steepest;

    FrameMeter(Frame frame) {
        for (int y = ROW_STEP / 2; y < frame.height(); y += ROW_STEP) {
            row(frame.luma(), y * frame.stride(), frame.width());
        }
    }

    CameraExamination.Seen.Light light(Exposure exposure) {
        return new CameraExamination.Seen.Light(brightness(), sharpness(), exposure);
    }

    /** The mean grey: 0 is black, 255 white. */
    int brightness() {
        return pixels == 0 ? 0 : (int) (sum / pixels);
    }

    /**
     * How much of an edge happens between two neighbouring pixels, in percent: 100 is sharp, under
     * 15 the edge is smeared over a dozen pixels. -1 where the picture has too few edges to tell.
     */
    int sharpness() {
        return edges < EDGES_MIN ? -1 : (int) (steepness / edges);
    }

    /** An edge is a run of greys that all rise, or all fall. */
    private void row(byte[] luma, int from, int width) {
        swing = 0;
        for (int x = 1; x < width; x++) {
            int here = luma[from + x] & 0xFF;
            int step = here - (luma[from + x - 1] & 0xFF);
            sum += here;
            pixels++;
            if (Integer.signum(step) != Integer.signum(swing)) {
                endEdge();
            }
            swing += step;
            steepest = Math.max(steepest, Math.abs(step));
        }
        endEdge();
    }

    private void endEdge() {
        int height = Math.abs(swing);
        if (height >= SWING_MIN) {
            edges++;
            steepness += (long) steepest * PERCENT / height;
        }
        swing = 0;
        steepest = 0;
    }
}
