package org.gatereader.verifier.presentation;

import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Check 5: two COSE_Sign1 envelopes, one in the other's header, and exactly their headers. */
final class P1Shape {
    private static final Set<Long> TOKEN_HEADER =
            Set.of(P1Labels.HEADER_ALG, P1Labels.HEADER_CREDENTIAL, P1Labels.HEADER_TYP);
    private static final Set<Long> CREDENTIAL_HEADER =
            Set.of(P1Labels.HEADER_ALG, P1Labels.HEADER_KID, P1Labels.HEADER_TYP);
    private static final int KEY_ID_BYTES_MIN = 4;
    private static final int KEY_ID_BYTES_MAX = 16;

    private final Envelope token;
    private final CborMap tokenClaims;
    private final CompactCredential.Header credential;
    private final CborMap credentialClaims;

    private P1Shape(
            Envelope token,
            CborMap tokenClaims,
            CompactCredential.Header credential,
            CborMap credentialClaims) {
        this.token = token;
        this.tokenClaims = tokenClaims;
        this.credential = credential;
        this.credentialClaims = credentialClaims;
    }

    /** An envelope with an empty unprotected header, and its protected one. */
    private static final class Envelope {
        private final CoseSign1 sign1;
        private final CborMap header;

        Envelope(CoseSign1 sign1, CborMap header) {
            this.sign1 = sign1;
            this.header = header;
        }

        Optional<CborValue> header(long label) {
            return header.get(label);
        }

        /** The algorithm: an integer, whichever; check 8 compares it with the trust entry's. */
        Optional<Long> algorithm() {
            return header(P1Labels.HEADER_ALG)
                    .flatMap(P1Shape::asInt)
                    .filter(CborValue.Int::fitsLong)
                    .map(CborValue.Int::longValue);
        }
    }

    static Verdict<P1Shape> of(P1Documents documents) {
        Envelope token = envelope(documents.token(), documents.tokenHeader());
        Envelope credential = envelope(documents.credential(), documents.credentialHeader());
        if (token == null
                || credential == null
                || !(documents.tokenClaims() instanceof CborMap tokenClaims)
                || !(documents.credentialClaims() instanceof CborMap credentialClaims)) {
            return Verdict.refused(DenyReason.WRONG_SHAPE);
        }
        Optional<DenyReason> refusal =
                judgeHeader(token, TOKEN_HEADER, P1Labels.TYP_KEY_BINDING)
                        .or(
                                () ->
                                        judgeHeader(
                                                credential,
                                                CREDENTIAL_HEADER,
                                                P1Labels.TYP_CREDENTIAL));
        byte[] keyId = keyId(credential);
        if (refusal.isPresent() || keyId == null) {
            return Verdict.refused(refusal.orElse(DenyReason.WRONG_SHAPE));
        }
        var header =
                new CompactCredential.Header(
                        credential.sign1, credential.algorithm().orElseThrow(), keyId);
        return Verdict.passed(new P1Shape(token, tokenClaims, header, credentialClaims));
    }

    KeyBindingToken withProof(HolderProof proof) {
        return new KeyBindingToken(token.sign1, token.algorithm().orElseThrow(), proof);
    }

    CborMap tokenClaims() {
        return tokenClaims;
    }

    CompactCredential.Header credential() {
        return credential;
    }

    CborMap credentialClaims() {
        return credentialClaims;
    }

    private static @Nullable Envelope envelope(
            @Nullable CborValue item, @Nullable CborValue header) {
        return item != null && header instanceof CborMap map
                ? CoseSign1.split(item)
                        .filter(sign1 -> sign1.unprotectedHeader().size() == 0)
                        .map(sign1 -> new Envelope(sign1, map))
                        .orElse(null)
                : null;
    }

    /** Shape before type before strangers: 106, 107, 109. */
    private static Optional<DenyReason> judgeHeader(Envelope envelope, Set<Long> labels, long typ) {
        Optional<CborValue> type = envelope.header(P1Labels.HEADER_TYP);
        boolean isComplete = labels.stream().allMatch(label -> envelope.header(label).isPresent());
        if (!isComplete || envelope.algorithm().isEmpty()) {
            return Optional.of(DenyReason.WRONG_SHAPE);
        }
        if (type.flatMap(P1Shape::asInt).filter(value -> value.is(typ)).isEmpty()) {
            return Optional.of(DenyReason.WRONG_TYPE);
        }
        return envelope.header.size() == labels.size()
                ? Optional.empty()
                : Optional.of(DenyReason.HEADER_REFUSED);
    }

    private static byte @Nullable [] keyId(Envelope credential) {
        return credential
                .header(P1Labels.HEADER_KID)
                .map(kid -> kid instanceof CborValue.Bytes bytes ? bytes : null)
                .filter(kid -> kid.length() >= KEY_ID_BYTES_MIN && kid.length() <= KEY_ID_BYTES_MAX)
                .map(CborValue.Bytes::toByteArray)
                .orElse(null);
    }

    private static Optional<CborValue.Int> asInt(CborValue value) {
        return value instanceof CborValue.Int number ? Optional.of(number) : Optional.empty();
    }
}
