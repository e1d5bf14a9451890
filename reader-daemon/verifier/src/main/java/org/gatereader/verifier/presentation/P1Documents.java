package org.gatereader.verifier.presentation;

import java.util.List;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The five CBOR documents of a P1 token, all read before any shape is judged (check 4): the token,
 * its header and claims, and the credential's header and claims. One that the shape around it does
 * not let us reach is null, and check 5 refuses that shape.
 */
final class P1Documents {
    private static final int HEADER = 0;
    private static final int CLAIMS = 2;

    private final @Nullable CborValue token;
    private final @Nullable CborValue tokenHeader;
    private final @Nullable CborValue tokenClaims;
    private final @Nullable CborValue credential;
    private final @Nullable CborValue credentialHeader;
    private final @Nullable CborValue credentialClaims;
    private boolean isStrict = true;

    private P1Documents(byte[] gr1) {
        token = strict(CborReader.read(gr1));
        tokenHeader = embedded(token, HEADER);
        tokenClaims = embedded(token, CLAIMS);
        credential = credentialIn(tokenHeader);
        credentialHeader = embedded(credential, HEADER);
        credentialClaims = embedded(credential, CLAIMS);
    }

    /** Reads all five; refused with 105 if one that can be reached is not strict CBOR. */
    static Verdict<P1Documents> read(byte[] gr1) {
        var documents = new P1Documents(gr1);
        return documents.isStrict
                ? Verdict.passed(documents)
                : Verdict.refused(DenyReason.MALFORMED);
    }

    @Nullable CborValue token() {
        return token;
    }

    @Nullable CborValue tokenHeader() {
        return tokenHeader;
    }

    @Nullable CborValue tokenClaims() {
        return tokenClaims;
    }

    @Nullable CborValue credential() {
        return credential;
    }

    @Nullable CborValue credentialHeader() {
        return credentialHeader;
    }

    @Nullable CborValue credentialClaims() {
        return credentialClaims;
    }

    private @Nullable CborValue strict(Verdict<CborValue> reading) {
        return switch (reading) {
            case Verdict.Passed<CborValue>(CborValue value) -> value;
            case Verdict.Refused<CborValue> _ -> {
                isStrict = false;
                yield null;
            }
        };
    }

    /** The document in the byte string at {@code index} of a COSE_Sign1, if there is one. */
    private @Nullable CborValue embedded(@Nullable CborValue sign1, int index) {
        if (sign1 == null) {
            return null;
        }
        List<CborValue> elements = CoseSign1.elements(sign1).orElse(List.of());
        return index < elements.size() && elements.get(index) instanceof CborValue.Bytes document
                ? strict(CborReader.read(document))
                : null;
    }

    private static @Nullable CborValue credentialIn(@Nullable CborValue header) {
        return header instanceof CborMap map
                ? map.get(P1Labels.HEADER_CREDENTIAL).orElse(null)
                : null;
    }
}
