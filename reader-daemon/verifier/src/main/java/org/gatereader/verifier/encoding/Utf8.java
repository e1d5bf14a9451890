package org.gatereader.verifier.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strict UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF. */
final class Utf8 {
    private static final char REPLACEMENT = '\ufffd';

    private Utf8() {}

    /** Decodes {@code length} bytes; null where they are not UTF-8. */
    static @Nullable String decode(byte[] bytes, int offset, int length) {
        // The fast way puts U+FFFD in place of what is wrong: two inputs, one text. Its answer
        // stands only where that character did not appear.
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /** The text before the first byte that is not UTF-8. */
    static String validPrefix(byte[] bytes) {
        // UTF-8 never decodes to more code units than it has bytes.
        var text = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        return text.flip().toString();
    }
}
