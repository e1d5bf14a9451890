package org.gatereader.verifier.presentation;

/**
 * The labels of P1, each in one place: some are requested and not assigned yet
 * (draft-ietf-spice-sd-cwt, IANA considerations).
 */
final class P1Labels {
    /** COSE header parameters (RFC 9052, section 3.1; typ: RFC 9596). */
    static final long HEADER_ALG = 1;

    static final long HEADER_KID = 4;

    /** {@code kcwt}-like carriage of the credential; requested. */
    static final long HEADER_CREDENTIAL = 13;

    static final long HEADER_TYP = 16;

    /** {@code application/sd-cwt} as a CoAP content format; requested. */
    static final long TYP_CREDENTIAL = 293;

    /** {@code application/kb+cwt} as a CoAP content format; requested. */
    static final long TYP_KEY_BINDING = 294;

    /** CWT claims (RFC 8392, section 4; cnf: RFC 8747; cnonce: RFC 9200). */
    static final long ISS = 1;

    static final long SUB = 2;
    static final long AUD = 3;
    static final long EXP = 4;
    static final long NBF = 5;
    static final long IAT = 6;
    static final long CTI = 7;
    static final long CNF = 8;
    static final long CNONCE = 39;

    /** Requested. */
    static final long VCT = 11;

    /** Token Status List in a referenced token. */
    static final long STATUS = 65_535;

    /** Private use, below −65536: ours. */
    static final long PASS_CLASS = -65_537;

    static final long AGENCY = -65_538;

    /** COSE_Key (RFC 9052, section 7; RFC 9053, section 7.1.1). */
    static final long CNF_KEY = 1;

    static final long KEY_KTY = 1;
    static final long KEY_CRV = -1;
    static final long KEY_X = -2;
    static final long KEY_Y = -3;
    static final long KTY_EC2 = 2;
    static final long CRV_P256 = 1;

    private P1Labels() {}
}
