package org.gatereader.verifier.presentation;

/**
 * The labels of P1, each in one place: some are requested and not assigned yet
 * (draft-ietf-spice-sd-cwt, IANA considerations).
 */
public final class P1Labels {
    /** COSE header parameters (RFC 9052, section 3.1; typ: RFC 9596). */
    public static final long HEADER_ALG = 1;

    public static final long HEADER_KID = 4;

    /** {@code kcwt}-like carriage of the credential; requested. */
    public static final long HEADER_CREDENTIAL = 13;

    public static final long HEADER_TYP = 16;

    /** {@code application/sd-cwt} as a CoAP content format; requested. */
    public static final long TYP_CREDENTIAL = 293;

    /** {@code application/kb+cwt} as a CoAP content format; requested. */
    public static final long TYP_KEY_BINDING = 294;

    /** CWT claims (RFC 8392, section 4; cnf: RFC 8747; cnonce: RFC 9200). */
    public static final long ISS = 1;

    public static final long SUB = 2;
    public static final long AUD = 3;
    public static final long EXP = 4;
    public static final long NBF = 5;
    public static final long IAT = 6;
    public static final long CTI = 7;
    public static final long CNF = 8;
    public static final long CNONCE = 39;

    /** Requested. */
    public static final long VCT = 11;

    /** Token Status List in a referenced token. */
    public static final long STATUS = 65_535;

    /** Private use, below −65536: ours. */
    public static final long PASS_CLASS = -65_537;

    public static final long AGENCY = -65_538;

    /** COSE_Key (RFC 9052, section 7; RFC 9053, section 7.1.1). */
    public static final long CNF_KEY = 1;

    public static final long KEY_KTY = 1;
    public static final long KEY_CRV = -1;
    public static final long KEY_X = -2;
    public static final long KEY_Y = -3;
    public static final long KTY_EC2 = 2;
    public static final long CRV_P256 = 1;

    private P1Labels() {}
}
