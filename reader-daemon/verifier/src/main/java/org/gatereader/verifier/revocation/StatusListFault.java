package org.gatereader.verifier.revocation;

/** The first thing wrong with a status list; turned into a {@link ListReading.Rejected}. */
final class StatusListFault extends Exception {
    private static final long serialVersionUID = 1L;

    StatusListFault(String message) {
        super(message);
    }

    /** Throws unless the condition holds. */
    static void unless(boolean condition, String message) throws StatusListFault {
        if (!condition) {
            throw new StatusListFault(message);
        }
    }

    ListReading asRejected() {
        return new ListReading.Rejected(String.valueOf(getMessage()));
    }
}
