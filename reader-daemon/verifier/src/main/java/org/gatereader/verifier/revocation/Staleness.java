package org.gatereader.verifier.revocation;

/** How far a status list is from its last day (RULES, TUF): each step trusts it less. */
public enum Staleness {
    FRESH,
    /** Serves as a fresh one does; somebody should see to it before it narrows. */
    WARN,
    /** Answers for fewer: it narrows, and never widens. */
    DEGRADED,
    /** Answers for nobody: 406. */
    CLOSED
}
