package org.gatereader.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final int SAMPLES = 256;
    private static final int ENOUGH = SAMPLES / Exposure.PART_THAT_IS_ENOUGH;

    @Test
    void isTooDarkWithOneSampleTooFewThatIsNotBlack() {
        assertEquals(Exposure.FINE, Exposure.of(SAMPLES, SAMPLES - ENOUGH, 0));
        assertEquals(Exposure.TOO_DARK, Exposure.of(SAMPLES, SAMPLES - ENOUGH + 1, 0));
    }

    @Test
    void isTooBrightWithOneSampleTooFewThatIsNotWhite() {
        assertEquals(Exposure.FINE, Exposure.of(SAMPLES, 0, SAMPLES - ENOUGH));
        assertEquals(Exposure.TOO_BRIGHT, Exposure.of(SAMPLES, 0, SAMPLES - ENOUGH + 1));
    }

    @Test
    void blackAndWhiteBeginAtTheirGrey() {
        assertEquals(Exposure.TOO_DARK, ofFlat(Exposure.BLACK_MAX));
        assertEquals(Exposure.FINE, ofFlat(Exposure.BLACK_MAX + 1));
        assertEquals(Exposure.FINE, ofFlat(Exposure.WHITE_MIN - 1));
        assertEquals(Exposure.TOO_BRIGHT, ofFlat(Exposure.WHITE_MIN));
    }

    @Test
    void onePictureIsNotYetACoveredLens() {
        var reader = new QrReader(() -> 0);
        var black = Pictures.flat(640, 480, 0);
        reader.read(black, Long.MAX_VALUE);
        assertEquals(Exposure.FINE, reader.exposure());
        for (int frame = 1; frame < Steady.AGREEING; frame++) {
            reader.read(black, Long.MAX_VALUE);
        }
        assertEquals(Exposure.TOO_DARK, reader.exposure());
    }

    private static Exposure ofFlat(int grey) {
        var scan = new FinderScan();
        scan.scan(Pictures.flat(640, 480, grey));
        return scan.exposure();
    }
}
