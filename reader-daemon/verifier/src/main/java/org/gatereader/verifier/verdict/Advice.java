package org.gatereader.verifier.verdict;

/**
 * What a passer-by is told: the only thing that leaves a decision towards a person.
 *
 * <p>Revoked and unknown look the same ({@link #SEE_STAFF}): the display is no oracle.
 */
public enum Advice {
    /** Walk through. */
    PASS,
    /** Present again: the code was not read whole, too old, or not the right one. */
    TRY_AGAIN,
    /** The gate can not help; a person can. */
    SEE_STAFF,
    /** This gate, or this lane of it, serves nobody at the moment. */
    OUT_OF_SERVICE,
    /** Emergency: leave the building through the open barrier. */
    WAY_OUT
}
