package org.gatereader.verifier.revocation;

/** What reading a status list came to. */
public sealed interface ListReading {
    /** Signed by whom it should be, current, and whole. */
    record Accepted(RevocationList list) implements ListReading {}

    /**
     * Not to be used.
     *
     * @param fault what was expected and what was there, for an admin; names the place in the token
     */
    record Rejected(String fault) implements ListReading {}
}
