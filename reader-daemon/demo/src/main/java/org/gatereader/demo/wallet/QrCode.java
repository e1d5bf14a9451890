package org.gatereader.demo.wallet;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A QR code as the phone draws it (ISO/IEC 18004): modules first, pixels when asked. */
public final class QrCode {
    /** How much of a damaged code can be read: 7, 15, 25 or 30 %. */
    public enum Correction {
        LOW(ErrorCorrectionLevel.L),
        MEDIUM(ErrorCorrectionLevel.M),
        QUARTILE(ErrorCorrectionLevel.Q),
        HIGH(ErrorCorrectionLevel.H);

        private final ErrorCorrectionLevel level;

        Correction(ErrorCorrectionLevel level) {
            this.level = level;
        }
    }

    private static final byte WHITE = (byte) 0xff;

    private final QRCode code;

    private QrCode(QRCode code) {
        this.code = code;
    }

    /** The smallest code that holds the text at level M, as PROFILE-P1 asks; L for PROFILE-P2. */
    public static QrCode of(String text) {
        return of(text, text.startsWith("eyJ") ? Correction.LOW : Correction.MEDIUM);
    }

    public static QrCode of(String text, Correction correction) {
        return encode(text, correction, new HashMap<>());
    }

    /**
     * A code of this version, or larger than the text needs.
     *
     * @param version 1..40: 21 to 177 modules a side
     * @throws IllegalArgumentException if the text does not fit
     */
    public static QrCode of(String text, Correction correction, int version) {
        var hints = new HashMap<EncodeHintType, Object>();
        hints.put(EncodeHintType.QR_VERSION, version);
        return encode(text, correction, hints);
    }

    public int version() {
        return code.getVersion().getVersionNumber();
    }

    /** Modules a side, without the quiet zone. */
    public int modules() {
        return code.getMatrix().getWidth();
    }

    public boolean isDark(int column, int row) {
        return code.getMatrix().get(column, row) == 1;
    }

    /**
     * Dark modules on white.
     *
     * @param modulePixels the side of one module; 4 or more reads reliably
     * @param quietModules white modules around the code; the standard asks for 4
     */
    public GreyPicture picture(int modulePixels, int quietModules) {
        ByteMatrix modules = code.getMatrix();
        int side = (modules.getWidth() + 2 * quietModules) * modulePixels;
        byte[] luma = new byte[side * side];
        Arrays.fill(luma, WHITE);
        int margin = quietModules * modulePixels;
        for (int y = 0; y < modules.getHeight() * modulePixels; y++) {
            for (int x = 0; x < modules.getWidth() * modulePixels; x++) {
                if (modules.get(x / modulePixels, y / modulePixels) == 1) {
                    luma[(margin + y) * side + margin + x] = 0;
                }
            }
        }
        return new GreyPicture(luma, side, side);
    }

    private static QrCode encode(
            String text, Correction correction, Map<EncodeHintType, Object> hints) {
        try {
            return new QrCode(Encoder.encode(text, correction.level, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text does not fit a QR code", e);
        }
    }
}
