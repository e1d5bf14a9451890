package org.gatereader.demo.wallet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * An SD-JWT VC while its issuer makes it: a JWT, and disclosures of which the JWT holds the digests
 * (RFC 9901, section 4).
 */
public final class SdJwt {
    private static final int SALT_BYTES = 16;

    private final Jwt jwt;
    private final RandomGenerator random;
    private final List<String> disclosures = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();

    SdJwt(SigningKey key, RandomGenerator random) {
        this.jwt = new Jwt(key, "dc+sd-jwt").claim("_sd_alg", "sha-256");
        this.random = random;
    }

    /** Changes the JWT. */
    public SdJwt with(Consumer<Jwt> change) {
        change.accept(jwt);
        return this;
    }

    public SdJwt claim(String name, Object value) {
        return with(it -> it.claim(name, value));
    }

    public SdJwt withoutClaim(String name) {
        return with(it -> it.withoutClaim(name));
    }

    /** A claim that the holder can leave out. */
    public SdJwt disclosable(String name, Object value) {
        String disclosure = disclosure(salt(), name, value);
        return disclosed(disclosure).digest(digestOf(disclosure));
    }

    /** Comes with this disclosure, whether or not the JWT has its digest. */
    public SdJwt disclosed(String disclosure) {
        disclosures.add(disclosure);
        return this;
    }

    /** A digest in the JWT's {@code _sd}, of a disclosure or of nothing: a decoy. */
    public SdJwt digest(String digest) {
        digests.add(digest);
        return claim("_sd", List.copyOf(digests));
    }

    /** The random that keeps a digest from being guessed. */
    public String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Jwt.base64Url(salt);
    }

    /** Any JSON array as a disclosure: salt, name and value; or salt and value, for an element. */
    public static String disclosure(Object... parts) {
        return Jwt.base64Url(JsonMap.toLine(List.of(parts)));
    }

    /** What stands in the JWT for a disclosure. */
    public static String digestOf(String disclosure) {
        return Jwt.base64Url(SigningKey.sha256(disclosure.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The signed JWT; each call signs anew. */
    String issuerJwt() {
        return jwt.toText();
    }

    List<String> disclosures() {
        return List.copyOf(disclosures);
    }
}
