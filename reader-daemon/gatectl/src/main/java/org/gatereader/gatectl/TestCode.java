package org.gatereader.gatectl;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/**
 * The code that a technician holds before the camera, drawn in half blocks. It is no presentation:
 * the gate passes over whatever begins like it. On a dark terminal its light and dark are
 * exchanged, which the camera reads as well.
 */
final class TestCode {
    /** What the daemon's camera path knows a test code by, and one character more. */
    static final String TEXT = "gr-selftest:1";

    private static final int QUIET_MODULES = 2;
    private static final char[] UPPER_LOWER = {' ', '▄', '▀', '█'};

    private TestCode() {}

    /** Lines of a terminal, two rows of modules in each; a drawn half is light. */
    static List<String> lines() {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(TEXT, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException impossible) {
            throw new IllegalStateException("a short text fits into a code", impossible);
        }
        List<String> lines = new ArrayList<>();
        for (int y = -QUIET_MODULES; y < modules.getHeight() + QUIET_MODULES; y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = -QUIET_MODULES; x < modules.getWidth() + QUIET_MODULES; x++) {
                int upper = isDark(modules, x, y) ? 0 : 2;
                int lower = isDark(modules, x, y + 1) ? 0 : 1;
                line.append(UPPER_LOWER[upper + lower]);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static boolean isDark(ByteMatrix modules, int x, int y) {
        return x >= 0
                && y >= 0
                && x < modules.getWidth()
                && y < modules.getHeight()
                && modules.get(x, y) == 1;
    }
}
