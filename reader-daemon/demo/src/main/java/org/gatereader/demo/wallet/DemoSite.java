package org.gatereader.demo.wallet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The names that the demo and the tests use: shaped like the field's, so that sizes are honest, and
 * nobody's in fact.
 */
public final class DemoSite {
    public static final String ISSUER = "mpm.go.kr";
    public static final String CREDENTIAL_TYPE = "mobileid.go.kr/officer";
    public static final String STATUS_URI = "https://st.mobileid.go.kr/1";
    public static final String STATUS_URI_PREFIX = "https://st.mobileid.go.kr/";

    /** The same issuer where it speaks JOSE: under a name, a key and a list of its own. */
    public static final String JWT_ISSUER = "https://mpm.go.kr";

    public static final String JWT_TYPE = "https://mobileid.go.kr/officer";
    public static final String JWT_STATUS_URI = "https://st.mobileid.go.kr/2";
    public static final String SITE = "seoul";
    public static final String GATE = "seoul-main-03";
    public static final String GATE_GROUP = "seoul-main";
    public static final String ZONE = "Asia/Seoul";

    /** How many entries the demo's status list has. */
    public static final long STATUS_ENTRIES = 1 << 16;

    /** Entries before this one are the canary's, or have a state of their own in the demo. */
    static final long FIRST_FREE_STATUS_INDEX = 64;

    static final byte[] ISSUER_KID = HexFormat.of().parseHex("6d706d31");
    public static final String JWT_KID = "mpm-2030";
    static final byte[] STATUS_KID = HexFormat.of().parseHex("73743031");
    static final Instant KEYS_VALID_FROM = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant KEYS_VALID_UNTIL = Instant.parse("2050-01-01T00:00:00Z");

    private static final long STATUS_ENTRIES_MAX = 1 << 20;

    private DemoSite() {}

    /** The site's {@code policy.json}: two gates, one type, both one-way and challenge lanes. */
    public static JsonMap policy() {
        return new JsonMap()
                .put("site", SITE)
                .put("gateGroups", new JsonMap().put(GATE_GROUP, List.of(GATE, "seoul-main-04")))
                .put("zone", ZONE)
                .put("lanes", List.of("p1-qr"));
    }

    /** The same where the lists are JWTs. */
    static JsonMap jwtStatusEntry(byte[] kid, SigningKey key) {
        return statusEntry(kid, key).put("format", "jwt");
    }

    /** Where the demo's lists are found, how they are signed and how large they may be. */
    static JsonMap statusEntry(byte[] kid, SigningKey key) {
        return new JsonMap()
                .put("uriPrefix", STATUS_URI_PREFIX)
                .put("format", "cwt")
                .put("kid", HexFormat.of().formatHex(kid))
                .put("jwk", key.jwk())
                .put("maxEntries", STATUS_ENTRIES_MAX);
    }

    /** The file of the trust directory that holds the list of this address in this form. */
    public static String statusFile(String uri, String form) {
        byte[] digest = SigningKey.sha256(uri.getBytes(StandardCharsets.UTF_8));
        return "status/" + HexFormat.of().formatHex(digest) + "." + form;
    }
}
