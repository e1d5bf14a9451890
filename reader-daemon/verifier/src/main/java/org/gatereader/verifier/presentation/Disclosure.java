package org.gatereader.verifier.presentation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.verdict.Verdict;

/**
 * A disclosure of an SD-JWT: JSON in base64url, of which nothing but that is known (RFC 9901,
 * section 4.2). A class without {@code toString}: identity never prints.
 */
public final class Disclosure {
    private final String text;
    private final JsonValue content;

    private Disclosure(String text, JsonValue content) {
        this.text = text;
        this.content = content;
    }

    /**
     * Reads one.
     *
     * @return refused with 104 if it is not canonical base64url, 105 if not strict JSON
     */
    public static Verdict<Disclosure> read(String text) {
        return Base64Url.decode(text)
                .then(json -> JsonReader.read(json, json.length).asVerdict())
                .then(content -> Verdict.passed(new Disclosure(text, content)));
    }

    JsonValue content() {
        return content;
    }

    /** The digest that an issuer put in its place: over the text as received (section 4.2.3). */
    String digest(CryptoModule crypto) {
        return Base64Url.encode(crypto.sha256(text.getBytes(US_ASCII)));
    }
}
