package org.gatereader.demo.wallet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * A JSON Web Token in compact form while it is being made (RFC 7519; RFC 7515, section 7.1).
 *
 * <p>What is said is signed, however wrong, as {@link CwtBuilder} does: every header and claim can
 * be set, replaced or removed before signing, and the signature changed after it.
 */
public final class Jwt {
    private SigningKey key;
    private final JsonMap headers = new JsonMap();
    private final JsonMap claims = new JsonMap();
    private UnaryOperator<String> headersChange = UnaryOperator.identity();
    private UnaryOperator<String> claimsChange = UnaryOperator.identity();
    private UnaryOperator<byte[]> signatureChange = UnaryOperator.identity();

    Jwt(SigningKey key, String typ) {
        this.key = key;
        header("alg", "ES256").header("typ", typ);
    }

    public Jwt header(String name, Object value) {
        headers.put(name, value);
        return this;
    }

    public Jwt withoutHeader(String name) {
        headers.remove(name);
        return this;
    }

    public Jwt claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** Sets a claim that is an instant, in whole seconds. */
    public Jwt claim(String name, Instant value) {
        return claim(name, value.getEpochSecond());
    }

    public Jwt withoutClaim(String name) {
        claims.remove(name);
        return this;
    }

    /** Changes the header's text before it is signed: whitespace, a name twice, anything. */
    public Jwt headerText(UnaryOperator<String> change) {
        headersChange = change;
        return this;
    }

    /** Changes the payload's text before it is signed. */
    public Jwt claimText(UnaryOperator<String> change) {
        claimsChange = change;
        return this;
    }

    /** Signs with another key than the owner's. */
    public Jwt signedWith(SigningKey other) {
        key = other;
        return this;
    }

    /** Changes the 64 bytes of the signature after signing. */
    public Jwt signature(UnaryOperator<byte[]> change) {
        signatureChange = change;
        return this;
    }

    /** Signs and assembles; each call signs anew. */
    public String toText() {
        String signed =
                base64Url(headersChange.apply(headers.toLine()))
                        + '.'
                        + base64Url(claimsChange.apply(claims.toLine()));
        byte[] signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + '.' + base64Url(signatureChange.apply(signature));
    }

    static String base64Url(String text) {
        return base64Url(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64Url(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }
}
