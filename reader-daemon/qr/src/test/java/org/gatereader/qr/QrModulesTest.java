package org.gatereader.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrModulesTest {
    private static final int MODULE_PIXELS = 4;

    @ParameterizedTest
    @ValueSource(strings = {"1", "gr-challenge:seoul-main-03:AAECAwQFBgcICQoLDA0ODw"})
    void isReadByTheGatesOwnReader(String text) {
        var read =
                new QrReader(() -> 0).readStill(picture(QrModules.of(text)), 1).map(ReadCode::text);
        assertEquals(Optional.of(text), read);
    }

    @Test
    void holdsAsMuchAsTheStandardSaysAndNoByteMore() {
        assertEquals(177, QrModules.of("x".repeat(2331)).side());
        assertThrows(IllegalArgumentException.class, () -> QrModules.of("x".repeat(2332)));
    }

    @Test
    void drawsNothingThatReadersDisagreeAbout() {
        assertThrows(IllegalArgumentException.class, () -> QrModules.of("신분증"));
    }

    private static Luma picture(QrModules code) {
        int side = (code.side() + 2 * QrModules.QUIET) * MODULE_PIXELS;
        byte[] pixels = new byte[side * side];
        Arrays.fill(pixels, (byte) 0xFF);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / MODULE_PIXELS - QrModules.QUIET;
                int row = y / MODULE_PIXELS - QrModules.QUIET;
                boolean isInside = Math.min(column, row) >= 0;
                isInside &= Math.max(column, row) < code.side();
                if (isInside && code.isDark(column, row)) {
                    pixels[y * side + x] = 0;
                }
            }
        }
        return new Luma(pixels, side, side, side);
    }
}
