package org.gatereader.demo.wallet;

/** Base45 as QR codes carry it in alphanumeric mode (RFC 9285). */
public final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Base45() {}

    /** Two bytes become three characters, least significant first; a last odd byte becomes two. */
    public static String encode(byte[] content) {
        var text = new StringBuilder(content.length / 2 * 3 + 2);
        for (int i = 0; i < content.length; i += 2) {
            if (i + 1 < content.length) {
                appendDigits(text, ((content[i] & 0xff) << 8) | (content[i + 1] & 0xff), 3);
            } else {
                appendDigits(text, content[i] & 0xff, 2);
            }
        }
        return text.toString();
    }

    private static void appendDigits(StringBuilder text, int value, int digits) {
        int rest = value;
        for (int i = 0; i < digits; i++) {
            text.append(ALPHABET.charAt(rest % 45));
            rest /= 45;
        }
    }
}
