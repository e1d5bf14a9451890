package org.gatereader.daemon.time;

/**
 * Whether the clock is trusted, and why not: the causes behind CLOCK_UNTRUSTED (902). The numbers
 * are append-only: journals hold them.
 */
public enum ClockCondition {
    /** It is simulated: nothing vouches for it, and no device is real. */
    SIMULATED(0, true),
    /** A time service keeps the kernel's clock. */
    SYNCHRONISED(0, true),
    /** Nobody keeps it now, and it has run by itself for so short a time that it still serves. */
    HOLDOVER(0, true),
    /** Nothing vouches for it since the machine was started. */
    NEVER_SYNCHRONISED(1, false),
    /** It has run by itself for so long that u exceeds 10 s. */
    DRIFTED(2, false),
    /** It stands before a time that is known to have passed, as after a power cut in 1970. */
    BEHIND(3, false),
    /** It stands so far beyond the newest signed time that every list would be closed. */
    AHEAD(4, false),
    /** It was set back, and has not yet come again to where it stood. */
    STEPPED_BACK(5, false),
    /** It was set forward, and no signed time says why. */
    STEPPED_FORWARD(6, false),
    /** The kernel does not say. */
    UNREADABLE(7, false);

    private final int number;
    private final boolean isTrusted;

    ClockCondition(int number, boolean isTrusted) {
        this.number = number;
        this.isTrusted = isTrusted;
    }

    /** What the journal keeps of it; 0 while it is trusted. */
    public int number() {
        return number;
    }

    /** Whether one-way presentations can be judged by it. */
    public boolean isTrusted() {
        return isTrusted;
    }
}
