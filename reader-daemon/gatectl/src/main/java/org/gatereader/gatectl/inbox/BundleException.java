package org.gatereader.gatectl.inbox;

/** What was brought is no repository, or is beyond a bound; the message says it to a person. */
public final class BundleException extends Exception {
    private static final long serialVersionUID = 1L;

    BundleException(String problem) {
        super(problem);
    }

    /** The message; a thrown one always has one. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
