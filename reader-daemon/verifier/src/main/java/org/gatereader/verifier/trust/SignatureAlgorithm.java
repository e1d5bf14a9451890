package org.gatereader.verifier.trust;

import java.util.Arrays;
import java.util.Optional;

/**
 * The algorithms a trust entry can name. Both are ECDSA on P-256 with SHA-256; the name belongs to
 * the key, and a token that names the other is refused (RFC 9864, section 2.1).
 */
public enum SignatureAlgorithm {
    /** Fully specified. */
    ESP256("ESP256", -9),
    /** Polymorphic in COSE and deprecated there; JOSE knows only this one. */
    ES256("ES256", -7);

    private final String label;
    private final long cose;

    SignatureAlgorithm(String label, long cose) {
        this.label = label;
        this.cose = cose;
    }

    /** The name in {@code issuers.json}. */
    public String label() {
        return label;
    }

    /** The number in a COSE header. */
    public long cose() {
        return cose;
    }

    static Optional<SignatureAlgorithm> labelled(String label) {
        return Arrays.stream(values()).filter(alg -> alg.label.equals(label)).findFirst();
    }
}
