package org.gatereader.demo.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** Whoever signs status lists: not the key that signs credentials. */
public final class StatusListIssuer {
    private static final Duration LIFETIME = Duration.ofDays(7);

    private final byte[] keyId;
    private final SigningKey key;

    public StatusListIssuer(byte[] keyId, SigningKey key) {
        this.keyId = keyId.clone();
        this.key = key;
    }

    /** The demo's own, with its fixed, public key. */
    public static StatusListIssuer demo() {
        return new StatusListIssuer(DemoSite.STATUS_KID, DemoKeys.named("status"));
    }

    public SigningKey key() {
        return key;
    }

    /** The key's id as a trust entry writes it. */
    public String keyName() {
        return HexFormat.of().formatHex(keyId);
    }

    /** A list of ours: its first 32 entries are overwritten with the canary of this version. */
    public StatusListToken token(String uri, StatusArray entries, Instant issuedAt) {
        return foreignToken(uri, entries.withCanary(uri, issuedAt), issuedAt);
    }

    /** A list as a foreign issuer makes it: every entry belongs to somebody, there is no canary. */
    public StatusListToken foreignToken(String uri, StatusArray entries, Instant issuedAt) {
        return new StatusListToken(key)
                .algorithm(Labels.ALG_ESP256)
                .header(Labels.HEADER_KID, Cbor.bytes(keyId))
                .header(Labels.HEADER_TYP, Cbor.text("application/statuslist+cwt"))
                .subject(uri)
                .issuedAt(issuedAt)
                .validUntil(issuedAt.plus(LIFETIME))
                .entries(entries);
    }

    /** A list of ours in JWT form (Token Status List, section 5.1). */
    public Jwt jwt(String uri, StatusArray entries, Instant issuedAt) {
        return foreignJwt(uri, entries.withCanary(uri, issuedAt), issuedAt);
    }

    /** A list in JWT form without a canary. */
    public Jwt foreignJwt(String uri, StatusArray entries, Instant issuedAt) {
        return new Jwt(key, "statuslist+jwt")
                .header("kid", HexFormat.of().formatHex(keyId))
                .claim("sub", uri)
                .claim("iat", issuedAt)
                .claim("exp", issuedAt.plus(LIFETIME))
                .claim("status_list", entries.toJson());
    }

    /** Its member of a trust entry's {@code status}; members can be replaced or removed. */
    public JsonMap trustEntry() {
        return DemoSite.statusEntry(keyId, key);
    }

    /** The same where its lists are JWTs. */
    public JsonMap jwtTrustEntry() {
        return DemoSite.jwtStatusEntry(keyId, key);
    }
}
