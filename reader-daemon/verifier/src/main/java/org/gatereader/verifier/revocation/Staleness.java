package org.gatereader.verifier.revocation;

/** How far a status list is from its last day (RULES, TUF): each step trusts it less. */
public enum Staleness {
    FRESH(0),
    /** Serves as a fresh one does; somebody should see to it before it narrows. */
    WARN(1),
    /** Answers for fewer: it narrows, and never widens. */
    DEGRADED(2),
    /** Answers for nobody: 406. */
    CLOSED(3);

    private final int number;

    Staleness(int number) {
        this.number = number;
    }

    /** What the journal keeps of it; append-only. */
    public int number() {
        return number;
    }
}
