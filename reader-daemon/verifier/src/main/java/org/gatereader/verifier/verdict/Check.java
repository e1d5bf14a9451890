package org.gatereader.verifier.verdict;

import java.util.List;

/**
 * The checks of one presentation. A profile runs its own list of them in its order, and the first
 * failure wins; the table in the profile's document is that list, and the code of each stage is
 * written check by check along it.
 */
public enum Check {
    FORM("a code of ours, not too long"),
    LANE("the profile is open on this channel"),
    TEXT("text encoding"),
    CBOR("strict CBOR, within limits"),
    JSON("strict JSON, within limits"),
    SHAPE("shape, type and headers"),
    ALGORITHM("an algorithm that a trust entry can name"),
    CLAIMS("claims present and of their types"),
    TRUST_ENTRY("issuer and key are trusted"),
    KEY_ENTRY("algorithm, key validity and type fit the trust entry"),
    ISSUER_SIGNATURE("issuer signature"),
    DISCLOSURES("each disclosure fits its place"),
    HOLDER_KEY("holder key is a point of the curve"),
    KEY_BINDING("bound to the holder's key"),
    HOLDER_SIGNATURE("holder signature"),
    PRESENTATION_HASH("signed for exactly these disclosures"),
    VALIDITY("validity is consistent"),
    AUDIENCE("made for this gate"),
    CHALLENGE("challenge"),
    FRESHNESS("signed just now, by a clock that can tell"),
    CURRENCY("within its validity"),
    STATUS("not revoked, not suspended"),
    POLICY("admitted by the site"),
    ADMIT_ONCE("not used before");

    static final List<Check> OF_P1 =
            List.of(
                    FORM,
                    LANE,
                    TEXT,
                    CBOR,
                    SHAPE,
                    CLAIMS,
                    TRUST_ENTRY,
                    KEY_ENTRY,
                    ISSUER_SIGNATURE,
                    HOLDER_KEY,
                    HOLDER_SIGNATURE,
                    VALIDITY,
                    AUDIENCE,
                    CHALLENGE,
                    FRESHNESS,
                    CURRENCY,
                    STATUS,
                    POLICY,
                    ADMIT_ONCE);

    static final List<Check> OF_P2 =
            List.of(
                    FORM,
                    LANE,
                    TEXT,
                    JSON,
                    SHAPE,
                    ALGORITHM,
                    TRUST_ENTRY,
                    KEY_ENTRY,
                    ISSUER_SIGNATURE,
                    DISCLOSURES,
                    CLAIMS,
                    HOLDER_KEY,
                    KEY_BINDING,
                    HOLDER_SIGNATURE,
                    PRESENTATION_HASH,
                    VALIDITY,
                    AUDIENCE,
                    CHALLENGE,
                    FRESHNESS,
                    CURRENCY,
                    STATUS,
                    POLICY,
                    ADMIT_ONCE);

    private final String title;

    Check(String title) {
        this.title = title;
    }

    /** What holds when the check passed, for a technician. */
    public String title() {
        return title;
    }
}
