package org.gatereader.verifier.encoding;

import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/** Base45, the text form of bytes in a QR code's alphanumeric mode (RFC 9285). */
public final class Base45 {
    private static final Digits DIGITS =
            new Digits("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");

    private Base45() {}

    /**
     * Decodes groups of three characters to two bytes, a last pair to one (RFC 9285, section 4).
     *
     * @return refused with 104 if a character is outside the alphabet, the length leaves one
     *     character over, a triple is above 65535 or the pair above 255
     */
    public static Verdict<byte[]> decode(String text) {
        int tail = text.length() % 3;
        if (tail == 1) {
            return Verdict.refused(DenyReason.TEXT_ENCODING);
        }
        byte[] bytes = new byte[text.length() / 3 * 2 + tail / 2];
        int out = 0;
        for (int in = 0; in + 3 <= text.length(); in += 3) {
            int triple = number(text, in, 3);
            if (triple < 0 || triple > 0xffff) {
                return Verdict.refused(DenyReason.TEXT_ENCODING);
            }
            bytes[out++] = (byte) (triple >>> 8);
            bytes[out++] = (byte) triple;
        }
        if (tail == 2) {
            int pair = number(text, text.length() - 2, 2);
            if (pair < 0 || pair > 0xff) {
                return Verdict.refused(DenyReason.TEXT_ENCODING);
            }
            bytes[out] = (byte) pair;
        }
        return Verdict.passed(bytes);
    }

    /** The number in base 45, least significant digit first; −1 if one is not a digit. */
    private static int number(String text, int start, int digits) {
        int number = 0;
        for (int i = start + digits - 1; i >= start; i--) {
            int digit = DIGITS.valueOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            number = number * 45 + digit;
        }
        return number;
    }
}
