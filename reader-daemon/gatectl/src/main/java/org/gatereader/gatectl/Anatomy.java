package org.gatereader.gatectl;

import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.presentation.P1Labels;
import org.gatereader.verifier.verdict.Verdict;

/**
 * What a P1 presentation says, proved or not, as far as it can be read: for the eyes of a
 * technician, who wants to see why a presentation is refused. Nothing is decided by it. No {@code
 * toString}: it holds claims.
 */
final class Anatomy {
    private static final int HEADER = 0;
    private static final int CLAIMS = 2;

    private final Optional<CborMap> proof;
    private final Optional<CborMap> credentialHeader;
    private final Optional<CborMap> credential;

    private Anatomy(Optional<CborValue> token) {
        Optional<CborValue> inner =
                token.flatMap(sign1 -> embedded(sign1, HEADER))
                        .flatMap(header -> header.get(P1Labels.HEADER_CREDENTIAL));
        proof = token.flatMap(sign1 -> embedded(sign1, CLAIMS));
        credentialHeader = inner.flatMap(sign1 -> embedded(sign1, HEADER));
        credential = inner.flatMap(sign1 -> embedded(sign1, CLAIMS));
    }

    /** Takes a presentation apart; the verifier's reader sets the limits. */
    static Anatomy of(byte[] presentation) {
        return new Anatomy(read(CborReader.read(presentation)));
    }

    /** The claims of the key-binding token. */
    Optional<CborMap> proof() {
        return proof;
    }

    /** The protected header of the credential. */
    Optional<CborMap> credentialHeader() {
        return credentialHeader;
    }

    /** The claims of the credential. */
    Optional<CborMap> credential() {
        return credential;
    }

    /** The name of the key that is said to have signed the credential. */
    Optional<byte[]> keyId() {
        return credentialHeader
                .flatMap(header -> header.get(P1Labels.HEADER_KID))
                .flatMap(
                        kid ->
                                kid instanceof CborValue.Bytes bytes
                                        ? Optional.of(bytes.toByteArray())
                                        : Optional.empty());
    }

    /** A text claim of the credential. */
    Optional<String> text(long label) {
        return credential
                .flatMap(claims -> claims.get(label))
                .flatMap(
                        claim ->
                                claim instanceof CborValue.Text text
                                        ? Optional.of(text.value())
                                        : Optional.empty());
    }

    private static Optional<CborMap> embedded(CborValue sign1, int index) {
        List<CborValue> elements = CoseSign1.elements(sign1).orElse(List.of());
        return index < elements.size() && elements.get(index) instanceof CborValue.Bytes document
                ? read(CborReader.read(document))
                        .flatMap(
                                item ->
                                        item instanceof CborMap map
                                                ? Optional.of(map)
                                                : Optional.empty())
                : Optional.empty();
    }

    private static Optional<CborValue> read(Verdict<CborValue> reading) {
        return reading instanceof Verdict.Passed<CborValue>(CborValue item)
                ? Optional.of(item)
                : Optional.empty();
    }
}
