package org.gatereader.qr;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Optional;

/**
 * Modules in, text out: ZXing's format and version information, Reed–Solomon and segments.
 *
 * <p>Text policy: a byte segment is what its ECI says; without one, UTF-8 where its bytes are well
 * formed UTF-8, else ZXing's guess (Shift_JIS or ISO 8859-1). Alphanumeric text has one reading. A
 * wrong guess costs nothing at the gate: all it accepts is ASCII.
 */
final class CodeText {
    private final Decoder decoder = new Decoder();

    /** The text, or nothing if the modules hold no code or an empty one. */
    Optional<String> of(BitMatrix modules) {
        try {
            var text = decoder.decode(modules).getText();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (ChecksumException | FormatException e) {
            return Optional.empty();
        }
    }
}
