package org.gatereader.hal.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gatereader.hal.camera.FrameLayout.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameLayoutTest {
    @Test
    void takesTheLumaOutOfPaddedRowsAndLeavesTheColour() {
        var layout = FrameLayout.planar(3, 2, 4);
        byte[] frame = {1, 2, 3, 99, 4, 5, 6, 99, 77, 77, 77, 77};
        assertEquals(frame.length, layout.bytes());
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6}, lumaOf(layout, frame));
    }

    @Test
    void takesEverySecondByteOfYuyv() {
        var layout = FrameLayout.of(2, 2, new Rows(6, 2, 12));
        byte[] frame = {1, 77, 2, 77, 99, 99, 3, 77, 4, 77, 99, 99};
        assertArrayEquals(new byte[] {1, 2, 3, 4}, lumaOf(layout, frame));
    }

    @Test
    void leavesTheMarkOut() {
        var layout = FrameLayout.grey(2, 1).marked(new byte[] {8, 9});
        assertEquals(4, layout.bytes());
        assertArrayEquals(new byte[] {1, 2}, lumaOf(layout, new byte[] {8, 9, 1, 2}));
    }

    @ParameterizedTest
    @CsvSource({"0, 480", "640, 0", "640, 4097"})
    void refusesASideThatIsNoPictures(int width, int height) {
        var rows = new Rows(640, 1, 307_200);
        assertThrows(IllegalArgumentException.class, () -> FrameLayout.of(width, height, rows));
    }

    @ParameterizedTest
    @CsvSource({
        "639, 1, 307200",
        "1279, 2, 614400",
        "640, 1, 307199",
        "640, 1, 33554433",
        "2147483647, 1, 614400",
    })
    void refusesRowsThatDoNotFitTheFrame(int stride, int step, int frameBytes) {
        var rows = new Rows(stride, step, frameBytes);
        assertThrows(IllegalArgumentException.class, () -> FrameLayout.of(640, 480, rows));
    }

    private static byte[] lumaOf(FrameLayout layout, byte[] frame) {
        byte[] luma = layout.blank();
        layout.copyLuma(frame, luma);
        return luma;
    }
}
