package org.gatereader.demo.wallet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A CBOR Web Token in a COSE_Sign1 while it is being made (RFC 8392, RFC 9052 section 4.2).
 *
 * <p>What is said is signed, however wrong: every header and claim can be set, replaced or removed
 * before signing, and the finished array can be changed after it. Each {@code toCbor} signs anew,
 * so keep the result where the very same bytes are needed twice.
 *
 * @param <T> the concrete builder
 */
public abstract sealed class CwtBuilder<T extends CwtBuilder<T>>
        permits Credential, GateCertificate, Presentation, StatusListToken {
    private SigningKey key;
    private final CborMap headers = new CborMap();
    private final CborMap claims = new CborMap();
    private UnaryOperator<byte[]> headersChange = UnaryOperator.identity();
    private UnaryOperator<byte[]> claimsChange = UnaryOperator.identity();
    private UnaryOperator<byte[]> signatureChange = UnaryOperator.identity();
    private UnaryOperator<List<Cbor>> partsChange = UnaryOperator.identity();
    private UnaryOperator<Cbor> tagging = array -> Cbor.tag(Labels.TAG_SIGN1, array);
    private Cbor unprotected = Cbor.map(new CborMap());

    CwtBuilder(SigningKey key) {
        this.key = key;
    }

    abstract T self();

    /** Sets a protected header. */
    public T header(long label, Cbor value) {
        headers.put(label, value);
        return self();
    }

    public T withoutHeader(long label) {
        headers.remove(label);
        return self();
    }

    public T algorithm(long alg) {
        return header(Labels.HEADER_ALG, Cbor.integer(alg));
    }

    /** Changes the encoded protected headers before they are signed: order, width, extra bytes. */
    public T headerBytes(UnaryOperator<byte[]> change) {
        headersChange = change;
        return self();
    }

    /** Replaces the unprotected headers, an empty map unless told otherwise. */
    public T unprotected(Cbor map) {
        unprotected = map;
        return self();
    }

    public T claim(long label, Cbor value) {
        claims.put(label, value);
        return self();
    }

    public T claim(String label, Cbor value) {
        claims.put(label, value);
        return self();
    }

    public T claim(Cbor label, Cbor value) {
        claims.put(label, value);
        return self();
    }

    public T withoutClaim(long label) {
        claims.remove(label);
        return self();
    }

    /** Sets a claim that is an instant, in whole seconds. */
    public T claim(long label, Instant value) {
        return claim(label, Cbor.integer(value.getEpochSecond()));
    }

    /** Changes the encoded claims before they are signed. */
    public T claimBytes(UnaryOperator<byte[]> change) {
        claimsChange = change;
        return self();
    }

    /** Signs with another key than the owner's. */
    public T signedWith(SigningKey other) {
        key = other;
        return self();
    }

    /** Changes the 64 bytes of the signature after signing. */
    public T signature(UnaryOperator<byte[]> change) {
        signatureChange = change;
        return self();
    }

    /** Changes the elements of the signed array: protected, unprotected, payload, signature. */
    public T parts(UnaryOperator<List<Cbor>> change) {
        partsChange = change;
        return self();
    }

    /** Replaces tag 18: {@code array -> array} leaves it away. */
    public T tagging(UnaryOperator<Cbor> tagging) {
        this.tagging = tagging;
        return self();
    }

    /** The claims as they stand, for one change that no method has a word for. */
    public CborMap claims() {
        return claims;
    }

    /** The protected headers as they stand. */
    public CborMap headers() {
        return headers;
    }

    /** Signs and assembles. */
    public Cbor toCbor() {
        byte[] protectedHeaders = headersChange.apply(Cbor.map(headers).toBytes());
        byte[] payload = claimsChange.apply(Cbor.map(claims).toBytes());
        byte[] signature = key.sign(toBeSigned(protectedHeaders, payload));
        var parts =
                List.of(
                        Cbor.bytes(protectedHeaders),
                        unprotected,
                        Cbor.bytes(payload),
                        Cbor.bytes(signatureChange.apply(signature)));
        return tagging.apply(Cbor.array(partsChange.apply(parts)));
    }

    /** Signs and assembles, as bytes. */
    public byte[] toBytes() {
        return toCbor().toBytes();
    }

    /** Sig_structure of RFC 9052, section 4.4, with no external data. */
    private static byte[] toBeSigned(byte[] protectedHeaders, byte[] payload) {
        return Cbor.array(
                        Cbor.text("Signature1".getBytes(StandardCharsets.US_ASCII)),
                        Cbor.bytes(protectedHeaders),
                        Cbor.bytes(new byte[0]),
                        Cbor.bytes(payload))
                .toBytes();
    }
}
