package org.gatereader.verifier.verdict;

/**
 * Is told of each check that held, in order; the one after the last is the one that failed. The
 * verifier has no clock: whoever wants to know how long a stage took reads one here.
 */
@FunctionalInterface
public interface CheckTrace {
    /** Tells nobody. */
    CheckTrace NONE = check -> {};

    void held(Check check);
}
