package org.gatereader.gatectl;

/**
 * Something that was named on the command line can not be read; the message says it to a person.
 */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }

    /** The message; a thrown one always has one. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
