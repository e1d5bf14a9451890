package org.gatereader.gatectl;

import java.util.Locale;

/**
 * Text of a stranger on its way to a terminal: control and format characters become escapes, so
 * that a presentation can not move the cursor, reverse the line or ring the bell.
 */
final class Printable {
    private Printable() {}

    /** The text with every dangerous character as {@code \}{@code uXXXX}. */
    static String of(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    /** The same, at most {@code lengthMax} characters of it, and how much was left out. */
    static String clipped(String text, int lengthMax) {
        return text.length() <= lengthMax
                ? of(text)
                : of(text.substring(0, lengthMax)) + "… (" + text.length() + " characters)";
    }

    /** The clipped text in quotation marks; a mark or a backslash within it is escaped. */
    static String quoted(String text, int lengthMax) {
        return '"' + clipped(text.replace("\\", "\\\\").replace("\"", "\\\""), lengthMax) + '"';
    }

    /** Whether a terminal might act on the character instead of drawing it. */
    static boolean isDangerous(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }

    private static void append(StringBuilder safe, int codePoint) {
        if (!isDangerous(codePoint)) {
            safe.appendCodePoint(codePoint);
            return;
        }
        for (char unit : Character.toChars(codePoint)) {
            safe.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
    }
}
