package org.gatereader.verifier.encoding;

import java.util.Base64;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Base64url without padding, in its one canonical form (RFC 4648, sections 3.5 and 5).
 *
 * <p>The JDK's decoder takes padding and loose trailing bits, so that one value has many texts: a
 * digest over the text would then not bind the value.
 */
public final class Base64Url {
    private static final Digits DIGITS =
            new Digits("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Decodes canonical base64url.
     *
     * @return refused with 104 if a character is outside the alphabet (padding and white space
     *     too), the length leaves one character over, or an unused bit is not zero
     */
    public static Verdict<byte[]> decode(String text) {
        if (text.length() % 4 == 1) {
            return Verdict.refused(DenyReason.TEXT_ENCODING);
        }
        byte[] bytes = new byte[(int) (text.length() * 6L / 8)];
        int out = 0;
        int bits = 0;
        int pending = 0;
        for (int in = 0; in < text.length(); in++) {
            int digit = DIGITS.valueOf(text.charAt(in));
            if (digit < 0) {
                return Verdict.refused(DenyReason.TEXT_ENCODING);
            }
            pending = pending << 6 | digit;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                bytes[out++] = (byte) (pending >>> bits);
                pending &= (1 << bits) - 1;
            }
        }
        return pending == 0 ? Verdict.passed(bytes) : Verdict.refused(DenyReason.TEXT_ENCODING);
    }
}
