package org.gatereader.verifier.presentation;

import java.util.Map;
import java.util.Optional;
import org.gatereader.verifier.encoding.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer states in a credential, as far as a gate looks at it; the subject's identifier is
 * checked for shape and left behind. Times are seconds since 1970 and saturate at {@link
 * Long#MAX_VALUE}.
 */
public final class CredentialClaims {
    /** The claim name under which {@link #claim} has the agency. */
    public static final String AGENCY = "agency";

    private final String issuer;
    private final String type;
    private final @Nullable String audience;
    private final long passClass;
    private final Validity validity;
    private final StatusClaim status;
    private final Map<String, Scalar> others;

    /**
     * The instants of a credential.
     *
     * @param notBeforeSeconds {@code nbf}; {@code iat} where it has none
     */
    public record Validity(long issuedAtSeconds, long notBeforeSeconds, long expiresAtSeconds) {}

    /** What kind of pass, issued by whom, limited to which site. */
    record Kind(String issuer, String type, @Nullable String audience, long passClass) {}

    CredentialClaims(Kind kind, Validity validity, StatusClaim status, Map<String, Scalar> others) {
        this.issuer = kind.issuer();
        this.type = kind.type();
        this.audience = kind.audience();
        this.passClass = kind.passClass();
        this.validity = validity;
        this.status = status;
        this.others = Map.copyOf(others);
    }

    /** {@code iss} */
    public String issuer() {
        return issuer;
    }

    /** {@code vct} */
    public String type() {
        return type;
    }

    /** {@code aud}: the site this credential is limited to, if it is. */
    public Optional<String> audience() {
        return Optional.ofNullable(audience);
    }

    public Validity validity() {
        return validity;
    }

    public StatusClaim status() {
        return status;
    }

    /** Any other claim with a single value, by name; integer labels by their decimal digits. */
    public Optional<Scalar> claim(String name) {
        return Optional.ofNullable(others.get(name));
    }

    /** The pass class, 0 where the credential states none. */
    public long passClass() {
        return passClass;
    }
}
