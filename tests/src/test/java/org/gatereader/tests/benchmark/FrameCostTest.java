package org.gatereader.tests.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrReader;
import org.gatereader.tests.benchmark.Frame.Size;
import org.junit.jupiter.api.Test;

/** What a frame may cost in memory, whatever it shows. */
class FrameCostTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 20;
    // One further look makes a bit matrix and a picture of twice the size; ZXing's own reader makes
    // as much on every frame.
    private static final long BYTES_A_PIXEL_MAX = 8;

    private final QrReader reader = new QrReader(() -> 0);

    @Test
    void allocatesNothingOnFramesWithoutACode() {
        var corpus = new FrameCorpus(5);
        for (int i = 0; i < 4; i++) {
            var luma = corpus.drawEmpty(Size.P720, i).luma();
            bytesToRead(luma);
            for (int frame = 0; frame < FRAMES; frame++) {
                assertEquals(0, bytesToRead(luma));
            }
        }
    }

    @Test
    void allocatesABoundedAmountOnFramesOfNoise() {
        var pixels = new byte[WIDTH * HEIGHT];
        new Random(1).nextBytes(pixels);
        assertBounded(pixels);
    }

    @Test
    void allocatesABoundedAmountOnFramesFullOfFinderPatterns() {
        for (int module = 1; module < 8; module++) {
            var pixels = new byte[WIDTH * HEIGHT];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = finder(i % WIDTH / module % 8, i / WIDTH / module % 8);
            }
            assertBounded(pixels);
        }
    }

    @Test
    void allocatesABoundedAmountOnStripesThatRunLikeFinderPatterns() {
        var pixels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = finder(i % WIDTH / 2 % 8, 3);
        }
        assertBounded(pixels);
    }

    private void assertBounded(byte[] pixels) {
        var luma = new Luma(pixels, WIDTH, HEIGHT, WIDTH);
        var bytes = new long[FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) {
            bytes[frame] = bytesToRead(luma);
        }
        // The first frames also fill the buffers that are kept.
        long most = Arrays.stream(bytes, FRAMES / 2, FRAMES).max().orElseThrow();
        assertTrue(most < BYTES_A_PIXEL_MAX * WIDTH * HEIGHT, () -> "allocated " + most);
    }

    private long bytesToRead(Luma luma) {
        long begun = ThreadCost.bytesOfThisThread();
        long asked = ThreadCost.bytesOfThisThread() - begun;
        long before = ThreadCost.bytesOfThisThread();
        reader.read(luma, Long.MAX_VALUE);
        return ThreadCost.bytesOfThisThread() - before - asked;
    }

    private static byte finder(int column, int row) {
        int ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
        return (byte) (ring < 2 || ring == 3 ? 40 : 215);
    }
}
