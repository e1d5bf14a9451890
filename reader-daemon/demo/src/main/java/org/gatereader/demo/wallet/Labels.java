package org.gatereader.demo.wallet;

/**
 * The numbers of PROFILE-P1, each in this one place. 11, 13, 293, 294 and 65535 are requested by
 * draft-ietf-spice-sd-cwt and not assigned yet.
 */
public final class Labels {
    /** COSE_Sign1 (RFC 9052, section 4.2). */
    public static final long TAG_SIGN1 = 18;

    /** CBOR Web Token (RFC 8392, section 6): P1 has none. */
    public static final long TAG_CWT = 61;

    public static final long HEADER_ALG = 1;
    public static final long HEADER_CRIT = 2;
    public static final long HEADER_KID = 4;

    /** The credential inside a key-binding token ({@code kcwt}). */
    public static final long HEADER_CREDENTIAL = 13;

    public static final long HEADER_TYP = 16;

    public static final long TYP_CREDENTIAL = 293;
    public static final long TYP_KEY_BINDING = 294;

    /** Fully specified ECDSA with P-256 and SHA-256 (RFC 9864). */
    public static final long ALG_ESP256 = -9;

    /** ECDSA with SHA-256 on a curve that the key says (RFC 9053). */
    public static final long ALG_ES256 = -7;

    /** EdDSA: never accepted in P1. */
    public static final long ALG_EDDSA = -8;

    public static final long CLAIM_ISS = 1;
    public static final long CLAIM_SUB = 2;
    public static final long CLAIM_AUD = 3;
    public static final long CLAIM_EXP = 4;
    public static final long CLAIM_NBF = 5;
    public static final long CLAIM_IAT = 6;
    public static final long CLAIM_CTI = 7;
    public static final long CLAIM_CNF = 8;
    public static final long CLAIM_VCT = 11;
    public static final long CLAIM_CNONCE = 39;
    public static final long CLAIM_STATUS = 65535;
    public static final long CLAIM_PASS_CLASS = -65537;
    public static final long CLAIM_AGENCY = -65538;

    /** Token Status List, CWT form: {@code ttl} and {@code status_list}. */
    public static final long CLAIM_TTL = 65534;

    public static final long CLAIM_STATUS_LIST = 65533;

    /** Member of {@code cnf} that holds the key (RFC 8747), and the members of a COSE_Key. */
    public static final long CNF_COSE_KEY = 1;

    public static final long KEY_KTY = 1;
    public static final long KEY_CRV = -1;
    public static final long KEY_X = -2;
    public static final long KEY_Y = -3;
    public static final long KTY_EC2 = 2;
    public static final long CRV_P256 = 1;

    private Labels() {}
}
