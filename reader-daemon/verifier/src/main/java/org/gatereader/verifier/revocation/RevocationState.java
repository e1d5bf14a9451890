package org.gatereader.verifier.revocation;

/** What a status list says of one index: never a guess. */
public enum RevocationState {
    /** 0x00 VALID (Token Status List, section 7.1). */
    VALID,
    /** 0x01 INVALID: for good. */
    REVOKED,
    /** 0x02 SUSPENDED: until it is lifted. */
    SUSPENDED,
    /** A value this gate does not know, which is therefore no yes. */
    UNKNOWN_VALUE,
    /** The list says nothing of it: an index outside, an identifier that a table lacks. */
    NOT_COVERED;

    /** What a status value of 0..255 means (Token Status List, section 7.1). */
    static RevocationState ofValue(int value) {
        return switch (value) {
            case 0 -> VALID;
            case 1 -> REVOKED;
            case 2 -> SUSPENDED;
            default -> UNKNOWN_VALUE;
        };
    }
}
