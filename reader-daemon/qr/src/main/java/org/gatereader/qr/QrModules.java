package org.gatereader.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code that the gate itself shows (ISO/IEC 18004): a challenge on its screen, a test code on a
 * technician's. The smallest that holds the text at level M, without its quiet zone.
 */
public final class QrModules {
    /** Light modules that must stand around a code (ISO/IEC 18004, section 6.3.8). */
    public static final int QUIET = 4;

    private final ByteMatrix modules;

    private QrModules(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * The code of a text.
     *
     * @param text ASCII, all that a gate ever says in a code: readers agree about nothing else
     *     (ISO/IEC 18004 leaves the encoding of bytes to them)
     * @throws IllegalArgumentException if it is not, or no code holds so much: 2331 bytes
     */
    public static QrModules of(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0x7E) {
                throw new IllegalArgumentException("expected ASCII in a code of the gate's own");
            }
        }
        try {
            return new QrModules(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text does not fit a QR code", e);
        }
    }

    /** Modules a side, 21..177. */
    public int side() {
        return modules.getWidth();
    }

    public boolean isDark(int column, int row) {
        return modules.get(column, row) == 1;
    }
}
