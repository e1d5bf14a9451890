package org.gatereader.verifier.trust.tuf;

/**
 * Why an update went no further. Each names the step of the specification's client workflow (or the
 * section on formats) that demands it; what was trusted before that step stays trusted.
 */
public enum Refusal {
    /** No trusted root is held: the gate was never enrolled. */
    ROOT_ABSENT("5.2"),
    /** A version of root lacks a threshold of its own keys, or of the keys before it. */
    ROOT_NOT_SIGNED("5.3.4"),
    /** The file under N+1 is not version N+1. */
    ROOT_NOT_NEXT("5.3.5"),
    ROOT_EXPIRED("5.3.10"),

    TIMESTAMP_NOT_SIGNED("5.4.2"),
    TIMESTAMP_ROLLED_BACK("5.4.3.1"),
    /** A newer timestamp that lists an older snapshot. */
    SNAPSHOT_ROLLED_BACK("5.4.3.2"),
    TIMESTAMP_EXPIRED("5.4.4"),

    /** Not the bytes that the timestamp lists. */
    SNAPSHOT_HASH("5.5.2"),
    SNAPSHOT_NOT_SIGNED("5.5.3"),
    /** Not the version that the timestamp lists. */
    SNAPSHOT_VERSION("5.5.4"),
    /** A newer snapshot that lists an older targets file, or has lost one. */
    TARGETS_ROLLED_BACK("5.5.5"),
    SNAPSHOT_EXPIRED("5.5.6"),

    /** Not the bytes that the snapshot lists. */
    TARGETS_HASH("5.6.2"),
    TARGETS_NOT_SIGNED("5.6.3"),
    /** Not the version that the snapshot lists. */
    TARGETS_VERSION("5.6.4"),
    TARGETS_EXPIRED("5.6.5"),
    /** A role is delegated to that the snapshot does not list. */
    TARGETS_NOT_LISTED("5.6.7"),
    /** The search would visit more roles, or go deeper, than a gate ever needs. */
    TOO_MANY_ROLES("5.6.7.1"),

    /** No role that is trusted for this path lists it. */
    TARGET_ABSENT("5.7.2"),
    /** Not the bytes that its role lists. */
    TARGET_HASH("5.7.3"),

    /** The repository does not have the file, or was not reached. */
    UNAVAILABLE("5.3.3, 5.4.1, 5.5.1, 5.6.1, 5.7.3"),
    /** More bytes than were listed, or than the role may have: endless data. */
    TOO_LONG("5.3.3, 5.4.1, 5.5.1, 5.6.1, 5.7.3"),
    /** Not the strict JSON of section 4, or not its members. */
    MALFORMED("4"),
    /** Signed, but for another role. */
    WRONG_TYPE("4.2.1");

    private final String step;

    Refusal(String step) {
        this.step = step;
    }

    /** Where the specification demands it, such as 5.4.3.1. */
    public String step() {
        return step;
    }
}
