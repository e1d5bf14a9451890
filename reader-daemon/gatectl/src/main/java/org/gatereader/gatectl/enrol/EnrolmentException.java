package org.gatereader.gatectl.enrol;

/** This machine can not be enrolled or retired now; the message says why, to a person. */
public final class EnrolmentException extends Exception {
    private static final long serialVersionUID = 1L;

    EnrolmentException(String problem) {
        super(problem);
    }

    /** The message; a thrown one always has one. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
