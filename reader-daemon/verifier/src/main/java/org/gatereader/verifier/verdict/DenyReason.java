package org.gatereader.verifier.verdict;

/**
 * Why a gate said no. The numbers are append-only: 1xx payload, 2xx freshness, holder and replay,
 * 3xx trust and signature, 4xx currency, 5xx policy, 6xx gate, 9xx ourselves. A golden file holds
 * them; a new one goes at the end of its band.
 */
public enum DenyReason {
    /** Text, URL, Wi-Fi code: not a mobile ID. */
    NOT_A_PRESENTATION(101, Advice.TRY_AGAIN),
    /** A mobile ID code that needs the internet (MIP M120 and M200, Open DID, OpenID4VP). */
    ONLINE_ONLY_CODE(102, Advice.TRY_AGAIN),
    /** Larger than the profile allows. */
    TOO_LARGE(103, Advice.TRY_AGAIN),
    /** Base45 or base64url is not canonical. */
    TEXT_ENCODING(104, Advice.TRY_AGAIN),
    /** Not strict CBOR or JSON. */
    MALFORMED(105, Advice.TRY_AGAIN),
    /** Well-formed data of another shape. */
    WRONG_SHAPE(106, Advice.TRY_AGAIN),
    /** The {@code typ} header names something else. */
    WRONG_TYPE(107, Advice.SEE_STAFF),
    /** A claim is missing or of the wrong type. */
    CLAIMS_INVALID(108, Advice.SEE_STAFF),
    /** A header that the profile does not allow. */
    HEADER_REFUSED(109, Advice.SEE_STAFF),
    /** MIP M150: its lane is not here. */
    MIP_BLE_CODE(110, Advice.TRY_AGAIN),
    /** ISO 18013-5 engagement: its lane is not here. */
    MDOC_ENGAGEMENT(111, Advice.TRY_AGAIN),
    /** An EU health certificate. */
    HEALTH_CERTIFICATE(112, Advice.TRY_AGAIN),
    /** An engagement of another protocol. */
    OTHER_ENGAGEMENT(113, Advice.TRY_AGAIN),
    /** An SD-JWT disclosure that does not fit its place. */
    DISCLOSURE_INVALID(114, Advice.SEE_STAFF),
    /** The holder's key did not sign this. */
    HOLDER_SIGNATURE_INVALID(201, Advice.SEE_STAFF),
    /** The holder's key is not a point of P-256. */
    HOLDER_KEY_INVALID(202, Advice.SEE_STAFF),
    /** Made for another gate. */
    WRONG_AUDIENCE(203, Advice.SEE_STAFF),
    /** Signed too long ago. */
    PRESENTATION_TOO_OLD(204, Advice.TRY_AGAIN),
    /** Signed in the future. */
    PRESENTATION_IN_FUTURE(205, Advice.TRY_AGAIN),
    /** This very presentation was admitted before. */
    ALREADY_USED(206, Advice.TRY_AGAIN),
    /** The lane demands a challenge and none was signed. */
    CHALLENGE_MISSING(207, Advice.TRY_AGAIN),
    /** The signed challenge is not outstanding on this channel. */
    CHALLENGE_UNKNOWN(208, Advice.TRY_AGAIN),
    /** Signed before this process could remember presentations. */
    BEFORE_FLOOR(209, Advice.TRY_AGAIN),
    /** An SD-JWT without its key-binding token. */
    KEY_BINDING_MISSING(210, Advice.SEE_STAFF),
    /** The key-binding token was made for other disclosures. */
    PRESENTATION_HASH_MISMATCH(211, Advice.SEE_STAFF),
    /** No trust entry has this issuer. */
    ISSUER_UNKNOWN(301, Advice.SEE_STAFF),
    /** The issuer is known, this key of it is not. */
    ISSUER_KEY_UNKNOWN(302, Advice.SEE_STAFF),
    /** Not the algorithm of the trust entry. */
    ALGORITHM_REFUSED(303, Advice.SEE_STAFF),
    /** The issuer's key did not sign this. */
    ISSUER_SIGNATURE_INVALID(304, Advice.SEE_STAFF),
    /** The issuer is not trusted for this credential type. */
    TYPE_NOT_TRUSTED(305, Advice.SEE_STAFF),
    /** The key is outside its own validity. */
    ISSUER_KEY_NOT_VALID(306, Advice.SEE_STAFF),
    /** The credential's instants contradict each other. */
    VALIDITY_INCONSISTENT(307, Advice.SEE_STAFF),
    /** Before the credential's validity. */
    NOT_YET_VALID(401, Advice.SEE_STAFF),
    /** At or after the credential's expiry. */
    EXPIRED(402, Advice.SEE_STAFF),
    /** No status claim. */
    STATUS_MISSING(403, Advice.SEE_STAFF),
    /** The status mechanism or list is not one of the issuer's. */
    STATUS_LIST_UNKNOWN(404, Advice.SEE_STAFF),
    /** The list is configured and not here. */
    STATUS_LIST_ABSENT(405, Advice.SEE_STAFF),
    /** The list here is too old to answer for this credential. */
    STATUS_LIST_STALE(406, Advice.SEE_STAFF),
    /** The index lies outside the list. */
    STATUS_INDEX_OUT_OF_RANGE(407, Advice.SEE_STAFF),
    /** The list says revoked. */
    REVOKED(408, Advice.SEE_STAFF),
    /** The list says suspended. */
    SUSPENDED(409, Advice.SEE_STAFF),
    /** The list says something this gate does not know. */
    STATUS_VALUE_UNKNOWN(410, Advice.SEE_STAFF),
    /** The site does not admit this credential type. */
    TYPE_NOT_ADMITTED(501, Advice.SEE_STAFF),
    /** The site does not admit this pass class. */
    CLASS_NOT_ADMITTED(502, Advice.SEE_STAFF),
    /** Outside the site's hours. */
    OUTSIDE_HOURS(503, Advice.SEE_STAFF),
    /** A claim that the site requires is absent or different. */
    CLAIM_NOT_SATISFIED(504, Advice.SEE_STAFF),
    /** This profile is not open on this channel. */
    LANE_CLOSED(505, Advice.TRY_AGAIN),
    /** The site does not admit this issuer. */
    ISSUER_NOT_ADMITTED(506, Advice.SEE_STAFF),
    /** Somebody is passing. */
    GATE_BUSY(601, Advice.TRY_AGAIN),
    /** Self-test, enrolment or maintenance. */
    OUT_OF_SERVICE(602, Advice.OUT_OF_SERVICE),
    /** The relay failed. */
    GATE_FAULT(603, Advice.OUT_OF_SERVICE),
    /** The fire contact is open. */
    EMERGENCY_OPEN(604, Advice.WAY_OUT),
    /** A bug of ours, caught. */
    VERIFIER_FAULT(901, Advice.OUT_OF_SERVICE),
    /** The clock can not judge a one-way presentation. */
    CLOCK_UNTRUSTED(902, Advice.OUT_OF_SERVICE),
    /** No trust snapshot, or closed. */
    NO_TRUST(903, Advice.OUT_OF_SERVICE);

    /** What stands for 402, 408 and 409 wherever a number is kept. */
    public static final int NOT_CURRENT_CLASS = 400;

    private final int code;
    private final Advice advice;

    DenyReason(int code, Advice advice) {
        this.code = code;
        this.advice = advice;
    }

    /** The number that decisions and test vectors carry, 101..903. */
    public int code() {
        return code;
    }

    /**
     * The number that may be kept or counted: expired, revoked and suspended become their class,
     * 400, for a gate that is passed seldom would tell whose credential it was.
     */
    public int recordedCode() {
        return switch (this) {
            case EXPIRED, REVOKED, SUSPENDED -> NOT_CURRENT_CLASS;
            default -> code;
        };
    }

    /** What the passer-by is told. */
    public Advice advice() {
        return advice;
    }
}
