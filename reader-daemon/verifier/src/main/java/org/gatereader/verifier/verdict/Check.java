package org.gatereader.verifier.verdict;

/**
 * The checks of one presentation, in the order in which they run; the first failure wins. The table
 * of PROFILE-P1 is this list, and the code of each stage is written check by check along it.
 */
public enum Check {
    FORM(1, "a code of ours, not too long"),
    LANE(2, "the profile is open on this channel"),
    TEXT(3, "text encoding"),
    CBOR(4, "strict CBOR, within limits"),
    SHAPE(5, "shape, type and headers"),
    CLAIMS(6, "claims present and of their types"),
    TRUST_ENTRY(7, "issuer and key are trusted"),
    KEY_ENTRY(8, "algorithm, key validity and type fit the trust entry"),
    ISSUER_SIGNATURE(9, "issuer signature"),
    HOLDER_KEY(10, "holder key is a point of the curve"),
    HOLDER_SIGNATURE(11, "holder signature"),
    VALIDITY(12, "validity is consistent"),
    AUDIENCE(13, "made for this gate"),
    CHALLENGE(14, "challenge"),
    FRESHNESS(15, "signed just now, by a clock that can tell"),
    CURRENCY(16, "within its validity"),
    STATUS(17, "not revoked, not suspended"),
    POLICY(18, "admitted by the site"),
    ADMIT_ONCE(19, "not used before");

    private final int number;
    private final String title;

    Check(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** The number in PROFILE-P1's table, 1..19. */
    public int number() {
        return number;
    }

    /** What holds when the check passed, for a technician. */
    public String title() {
        return title;
    }
}
