package org.gatereader.gatectl;

/** The text that a QR code carries for the bytes of a presentation: {@code GR1:} and Base45. */
final class Base45Text {
    static final String PREFIX = "GR1:";

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Base45Text() {}

    /** Two bytes are three digits, least significant first; a last one is two (RFC 9285, 4). */
    static String of(byte[] bytes) {
        var text = new StringBuilder(PREFIX);
        for (int i = 0; i < bytes.length; i += 2) {
            boolean isPair = i + 1 < bytes.length;
            int value = bytes[i] & 0xff;
            if (isPair) {
                value = value << 8 | (bytes[i + 1] & 0xff);
            }
            for (int digit = isPair ? 3 : 2; digit > 0; digit--) {
                text.append(ALPHABET.charAt(value % 45));
                value /= 45;
            }
        }
        return text.toString();
    }
}
