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
    /** The index lies outside the list. */
    NOT_COVERED
}
