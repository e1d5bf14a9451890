package org.gatereader.daemon.store;

/**
 * The rules of the store itself, beside those of The Update Framework, that an update can be
 * refused by. The journal keeps the number; append-only, and 9001 was given once.
 */
public enum UpdateRule {
    /** The gate's own disk is full, read-only or broken. */
    STORAGE(9002),
    /** A target is not what the trust directory's rules demand of it. */
    CONTENT(9003),
    /** A list of ours does not carry the canary in the mapping that would serve. */
    CANARY(9004),
    /** A key is trusted whose private part everybody has. */
    PUBLIC_KEY(9005);

    private final int number;

    UpdateRule(int number) {
        this.number = number;
    }

    /** What the journal keeps. */
    public int number() {
        return number;
    }
}
