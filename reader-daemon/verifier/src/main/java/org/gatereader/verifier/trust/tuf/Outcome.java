package org.gatereader.verifier.trust.tuf;

/** What an update, a search or a download came to. */
public sealed interface Outcome<T> {
    /** Every step up to here held. */
    record Trusted<T>(T value) implements Outcome<T> {}

    /**
     * A step failed; what was trusted before it stays trusted and stored.
     *
     * @param file the file that was looked at, as the repository calls it: percent-encoded ASCII
     */
    record Refused<T>(Refusal why, String file) implements Outcome<T> {}
}
