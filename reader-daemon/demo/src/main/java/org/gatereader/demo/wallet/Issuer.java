package org.gatereader.demo.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Whoever issues credentials: a name, a key with its id, and random subjects from a seed. */
public final class Issuer {
    /** PROFILE-P1 recommends a week where credentials are issued in batches. */
    private static final Duration LIFETIME = Duration.ofDays(7);

    private static final long PASS_CLASS = 2;
    private static final String AGENCY = "MOIS";

    private final String name;
    private final byte[] keyId;
    private final SigningKey key;
    private final RandomGenerator random;

    /**
     * An issuer of any name.
     *
     * @param name the issuer's {@code iss}
     * @param keyId 4..16 bytes where the profile is kept
     * @param random draws subjects and status indices; seeded, it draws the same again
     */
    public Issuer(String name, byte[] keyId, SigningKey key, RandomGenerator random) {
        this.name = name;
        this.keyId = keyId.clone();
        this.key = key;
        this.random = random;
    }

    /** The demo's own issuer with its fixed, public key. */
    public static Issuer demo(RandomGenerator random) {
        return new Issuer(DemoSite.ISSUER, DemoSite.ISSUER_KID, DemoKeys.named("issuer"), random);
    }

    public String name() {
        return name;
    }

    public byte[] keyId() {
        return keyId.clone();
    }

    public SigningKey key() {
        return key;
    }

    /** A credential that keeps every rule, valid for a week: change what a test is about. */
    public Credential credential(Phone phone, Instant issuedAt) {
        long index = random.nextLong(DemoSite.FIRST_FREE_STATUS_INDEX, DemoSite.STATUS_ENTRIES);
        return new Credential(key)
                .algorithm(Labels.ALG_ESP256)
                .keyId(keyId)
                .header(Labels.HEADER_TYP, Cbor.integer(Labels.TYP_CREDENTIAL))
                .issuer(name)
                .subject(freshSubject())
                .issuedAt(issuedAt)
                .validUntil(issuedAt.plus(LIFETIME))
                .holderKey(phone.key())
                .type(DemoSite.CREDENTIAL_TYPE)
                .status(index, DemoSite.STATUS_URI)
                .passClass(PASS_CLASS)
                .agency(AGENCY);
    }

    /** This issuer's entry of {@code issuers.json}; members can be replaced or removed. */
    public JsonMap trustEntry(StatusListIssuer lists) {
        return new JsonMap()
                .put("realm", "demo")
                .put("iss", name)
                .put("kid", HexFormat.of().formatHex(keyId))
                .put("alg", "ESP256")
                .put("jwk", key.jwk())
                .put("vct", List.of(DemoSite.CREDENTIAL_TYPE))
                .put("validFrom", DemoSite.KEYS_VALID_FROM.toString())
                .put("validUntil", DemoSite.KEYS_VALID_UNTIL.toString())
                .put("status", List.of(lists.trustEntry()));
    }

    private String freshSubject() {
        byte[] subject = new byte[6];
        random.nextBytes(subject);
        return HexFormat.of().formatHex(subject);
    }
}
