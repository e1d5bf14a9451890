package org.gatereader.demo.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Whoever issues SD-JWT VCs: the counterpart of {@link Issuer} for PROFILE-P2. */
public final class JwtIssuer {
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final long PASS_CLASS = 2;

    private final SigningKey key;
    private final RandomGenerator random;

    /**
     * The demo's issuer with any key.
     *
     * @param random draws salts and status indices; seeded, it draws the same again
     */
    public JwtIssuer(SigningKey key, RandomGenerator random) {
        this.key = key;
        this.random = random;
    }

    /** The demo's own issuer with its fixed, public key. */
    public static JwtIssuer demo(RandomGenerator random) {
        return new JwtIssuer(DemoKeys.named("issuer-jwt"), random);
    }

    /**
     * A credential that keeps every rule, valid for a week: change what a test is about. The holder
     * can leave class and agency out.
     */
    public SdJwt credential(Phone phone, Instant issuedAt) {
        long index = random.nextLong(DemoSite.FIRST_FREE_STATUS_INDEX, DemoSite.STATUS_ENTRIES);
        return new SdJwt(key, random)
                .with(jwt -> jwt.header("kid", DemoSite.JWT_KID))
                .claim("iss", DemoSite.JWT_ISSUER)
                .with(jwt -> jwt.claim("iat", issuedAt).claim("exp", issuedAt.plus(LIFETIME)))
                .claim("vct", DemoSite.JWT_TYPE)
                .claim("cnf", new JsonMap().put("jwk", phone.key().jwk()))
                .claim("status", statusAt(index, DemoSite.JWT_STATUS_URI))
                .disclosable("pass_class", PASS_CLASS)
                .disclosable("agency", "MOIS");
    }

    /** A place in a status list (Token Status List, section 6.2). */
    public static JsonMap statusAt(long index, String uri) {
        return new JsonMap().put("status_list", new JsonMap().put("idx", index).put("uri", uri));
    }

    /** This issuer's entry of {@code issuers.json}; members can be replaced or removed. */
    public JsonMap trustEntry(StatusListIssuer lists) {
        return new JsonMap()
                .put("realm", "demo")
                .put("iss", DemoSite.JWT_ISSUER)
                .put("kid", DemoSite.JWT_KID)
                .put("alg", "ES256")
                .put("jwk", key.jwk())
                .put("vct", List.of(DemoSite.JWT_TYPE))
                .put("validFrom", DemoSite.KEYS_VALID_FROM.toString())
                .put("validUntil", DemoSite.KEYS_VALID_UNTIL.toString())
                .put("status", List.of(lists.jwtTrustEntry()));
    }
}
