package org.gatereader.gatectl;

/** No running gate-reader answers; the message says it to a person. */
final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(String message) {
        super(message);
    }

    /** The message; a thrown one always has one. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
