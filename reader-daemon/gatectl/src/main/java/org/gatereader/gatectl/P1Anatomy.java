package org.gatereader.gatectl;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.encoding.KeyName;
import org.gatereader.verifier.presentation.P1Labels;
import org.gatereader.verifier.verdict.Verdict;

/** A P1 token taken apart; the verifier's reader sets the limits. */
final class P1Anatomy implements Anatomy {
    private static final int HEADER = 0;
    private static final int CLAIMS = 2;

    private final Optional<CborMap> proof;
    private final Optional<CborMap> credentialHeader;
    private final Optional<CborMap> credential;

    private P1Anatomy(Optional<CborValue> token) {
        Optional<CborValue> inner =
                token.flatMap(sign1 -> embedded(sign1, HEADER))
                        .flatMap(header -> header.get(P1Labels.HEADER_CREDENTIAL));
        proof = token.flatMap(sign1 -> embedded(sign1, CLAIMS));
        credentialHeader = inner.flatMap(sign1 -> embedded(sign1, HEADER));
        credential = inner.flatMap(sign1 -> embedded(sign1, CLAIMS));
    }

    static P1Anatomy of(byte[] presentation) {
        return new P1Anatomy(read(CborReader.read(presentation)));
    }

    @Override
    public List<Claim> proof() {
        return claims(proof, Names.CLAIMS);
    }

    @Override
    public List<Claim> credentialHeader() {
        return claims(credentialHeader, Names.HEADERS);
    }

    @Override
    public List<Claim> credential() {
        return claims(credential, Names.CLAIMS);
    }

    @Override
    public Optional<String> issuer() {
        return credential
                .flatMap(claims -> claims.get(P1Labels.ISS))
                .flatMap(
                        claim ->
                                claim instanceof CborValue.Text text
                                        ? Optional.of(text.value())
                                        : Optional.empty());
    }

    @Override
    public boolean isSignedBy(KeyName key) {
        return credentialHeader
                .flatMap(header -> header.get(P1Labels.HEADER_KID))
                .filter(
                        kid ->
                                kid instanceof CborValue.Bytes bytes
                                        && key.standsFor(bytes.toByteArray()))
                .isPresent();
    }

    @Override
    public Optional<StatusReference> status() {
        return credential
                .flatMap(claims -> claims.get(P1Labels.STATUS))
                .flatMap(P1Anatomy::map)
                .flatMap(mechanisms -> mechanisms.get("status_list"))
                .flatMap(P1Anatomy::map)
                .flatMap(P1Anatomy::reference);
    }

    private static Optional<StatusReference> reference(CborMap entry) {
        return entry.get("uri").orElse(null) instanceof CborValue.Text uri
                        && entry.get("idx").orElse(null) instanceof CborValue.Int index
                ? Optional.of(new StatusReference(uri.value(), index.longValue()))
                : Optional.empty();
    }

    private static List<Claim> claims(Optional<CborMap> map, Names names) {
        return map.map(CborMap::entries).orElse(List.of()).stream()
                .map(entry -> claim(entry, names))
                .toList();
    }

    private static Claim claim(CborMap.Entry entry, Names names) {
        return new Claim(
                key(entry.key(), names),
                Notation.of(entry.value()) + names.instant(entry),
                json -> value(json, entry.value()));
    }

    /** A number with the name that P1 has for it, or a name that stands for itself. */
    private static Key key(CborValue key, Names names) {
        if (key instanceof CborValue.Text text) {
            return new Key(Notation.of(key), Optional.empty(), Optional.of(text.value()));
        }
        Optional<String> name = names.of(key);
        String label = Notation.of(key);
        return new Key(name.orElse(label), Optional.of(label), name);
    }

    /** Texts, numbers and truths as JSON has them; all else in CBOR's own notation. */
    private static void value(JsonGenerator json, CborValue value) throws IOException {
        switch (value) {
            case CborValue.Text text -> json.writeString(text.value());
            case CborValue.Int number -> json.writeNumber(number.bigValue());
            case CborValue.Bool truth -> json.writeBoolean(truth.value());
            default -> json.writeString(Notation.of(value));
        }
    }

    private static Optional<CborMap> map(CborValue value) {
        return value instanceof CborMap map ? Optional.of(map) : Optional.empty();
    }

    private static Optional<CborMap> embedded(CborValue sign1, int index) {
        List<CborValue> elements = CoseSign1.elements(sign1).orElse(List.of());
        return index < elements.size() && elements.get(index) instanceof CborValue.Bytes document
                ? read(CborReader.read(document)).flatMap(P1Anatomy::map)
                : Optional.empty();
    }

    private static Optional<CborValue> read(Verdict<CborValue> reading) {
        return reading instanceof Verdict.Passed<CborValue>(CborValue item)
                ? Optional.of(item)
                : Optional.empty();
    }
}
