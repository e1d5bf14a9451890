package org.gatereader.daemon.gate;

/** Why nobody is admitted. Several can hold; the gate serves again when none does. */
public enum OutOfService {
    /** The process has not verified its vectors yet, or floor F is still ahead. */
    STARTING,
    /** No trust snapshot, or its lists are past their closing age. */
    NO_TRUST,
    /** Nobody has told this gate yet whose signatures count. */
    NOT_ENROLLED,
    /** The clock is not trusted, and no lane is open that needs none (902). */
    CLOCK_UNTRUSTED,
    /** The technician's self-test runs. */
    SELF_TEST,
    /** A technician works at the gate. */
    MAINTENANCE;

    /**
     * Whether somebody entitled stands at the barrier, perhaps with a hand in it: then the exit
     * button does not move it, and walking through is no forced passage.
     */
    public boolean isAttended() {
        return this == SELF_TEST || this == MAINTENANCE;
    }
}
