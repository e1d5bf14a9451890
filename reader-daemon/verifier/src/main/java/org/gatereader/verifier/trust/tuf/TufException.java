package org.gatereader.verifier.trust.tuf;

/** Carries a refusal up through the readers to {@link Outcome}; it never leaves this package. */
final class TufException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    TufException(Refusal refusal) {
        // No trace: that a repository is refused is no bug.
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    static void require(boolean holds, Refusal otherwise) throws TufException {
        if (!holds) {
            throw new TufException(otherwise);
        }
    }
}
