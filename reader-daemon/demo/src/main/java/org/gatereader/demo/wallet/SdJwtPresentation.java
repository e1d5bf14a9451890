package org.gatereader.demo.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A P2 presentation while the phone makes it: an SD-JWT, the disclosures that the holder shows, and
 * a key-binding JWT over both (RFC 9901, section 4.3).
 */
public final class SdJwtPresentation {
    private final String issuerJwt;
    private final List<String> disclosures;
    private final Jwt keyBinding;
    private UnaryOperator<String> hashChange = UnaryOperator.identity();
    private UnaryOperator<String> keyBindingChange = UnaryOperator.identity();

    SdJwtPresentation(SigningKey key, SdJwt credential) {
        this.issuerJwt = credential.issuerJwt();
        this.disclosures = new ArrayList<>(credential.disclosures());
        this.keyBinding = new Jwt(key, "kb+jwt");
    }

    /** Changes the key-binding JWT. */
    public SdJwtPresentation with(Consumer<Jwt> change) {
        change.accept(keyBinding);
        return this;
    }

    /** The gate or group of gates that it is made for. */
    public SdJwtPresentation audience(String aud) {
        return with(it -> it.claim("aud", aud));
    }

    /** A gate's challenge, or a random of the holder's own. */
    public SdJwtPresentation nonce(String nonce) {
        return with(it -> it.claim("nonce", nonce));
    }

    /** Answers a gate's challenge, as its display shows it. */
    public SdJwtPresentation challenge(byte[] challenge) {
        return nonce(Jwt.base64Url(challenge));
    }

    /** Shows these disclosures instead, before the holder signs. */
    public SdJwtPresentation disclosures(UnaryOperator<List<String>> change) {
        var changed = change.apply(List.copyOf(disclosures));
        disclosures.clear();
        disclosures.addAll(changed);
        return this;
    }

    /** Changes what {@code sd_hash} is computed over. */
    public SdJwtPresentation hashed(UnaryOperator<String> change) {
        hashChange = change;
        return this;
    }

    /** Changes the finished key-binding JWT; an empty text leaves it away. */
    public SdJwtPresentation keyBindingText(UnaryOperator<String> change) {
        keyBindingChange = change;
        return this;
    }

    /** Signs, and writes the text that a QR code carries. */
    public String toText() {
        var hashed = new StringBuilder(issuerJwt).append('~');
        disclosures.forEach(disclosure -> hashed.append(disclosure).append('~'));
        keyBinding.claim("sd_hash", SdJwt.digestOf(hashChange.apply(hashed.toString())));
        return hashed + keyBindingChange.apply(keyBinding.toText());
    }
}
