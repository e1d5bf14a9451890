package org.gatereader.verifier.revocation;

import java.time.Instant;
import java.util.Optional;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Reads a Token Status List in CWT form (Token Status List, section 5.2; RULES, Status lists).
 * Envelope, headers, signature, claims, entries: in this order, the first fault wins.
 */
public final class StatusListCwt {
    private static final String TYP = "application/statuslist+cwt";
    private static final int TOKEN_BYTES_MAX = 64 << 20;

    private static final long HEADER_ALG = 1;
    private static final long HEADER_KID = 4;
    private static final long HEADER_TYP = 16;
    private static final long ALG_ES256 = -7;
    private static final long ALG_ESP256 = -9;
    private static final long SUB = 2;
    private static final long EXP = 4;
    private static final long IAT = 6;
    private static final long STATUS_LIST = 65_533;

    private final StatusListSource source;
    private final Instant now;

    /**
     * A reader for the lists of one source.
     *
     * @param source whose key must have signed, and whose prefix the list's uri must have
     */
    public StatusListCwt(StatusListSource source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /** The uri that a token claims for itself ({@code sub}): unproved, good to find a source by. */
    public static Optional<String> claimedUri(byte[] token) {
        return envelope(token)
                .flatMap(envelope -> map(envelope.payload()))
                .flatMap(claims -> claims.get(SUB))
                .flatMap(
                        sub ->
                                sub instanceof CborValue.Text uri
                                        ? Optional.of(uri.value())
                                        : Optional.empty());
    }

    /**
     * Reads and verifies.
     *
     * @param token untrusted, at most 64 MiB
     */
    public ListReading read(byte[] token) {
        try {
            CoseSign1 envelope =
                    envelope(token)
                            .orElseThrow(
                                    () ->
                                            new StatusListFault(
                                                    "expected one COSE_Sign1 in tag 18, strict"
                                                            + " CBOR, nothing around it"));
            judgeHeaders(envelope);
            judgeSignature(envelope);
            return new ListReading.Accepted(list(envelope));
        } catch (StatusListFault fault) {
            return fault.asRejected();
        }
    }

    private static Optional<CoseSign1> envelope(byte[] token) {
        return CborReader.readInAnyKeyOrder(token, TOKEN_BYTES_MAX)
                        instanceof Verdict.Passed<CborValue>(CborValue item)
                ? CoseSign1.split(item)
                : Optional.empty();
    }

    private static Optional<CborMap> map(CborValue.Bytes document) {
        return CborReader.readInAnyKeyOrder(document, TOKEN_BYTES_MAX)
                                instanceof Verdict.Passed<CborValue>(CborValue item)
                        && item instanceof CborMap map
                ? Optional.of(map)
                : Optional.empty();
    }

    /** Algorithm and typ protected; kid on either side; nothing else anywhere. */
    private void judgeHeaders(CoseSign1 envelope) throws StatusListFault {
        CborMap header =
                map(envelope.protectedHeader())
                        .orElseThrow(() -> new StatusListFault("header: expected a map"));
        CborMap unprotected = envelope.unprotectedHeader();
        StatusListFault.unless(
                header.get(HEADER_TYP).orElse(null) instanceof CborValue.Text typ
                        && typ.value().equals(TYP),
                "header 16 (typ): expected " + TYP);
        StatusListFault.unless(
                header.get(HEADER_ALG).orElse(null) instanceof CborValue.Int algorithm
                        && (algorithm.is(ALG_ES256) || algorithm.is(ALG_ESP256)),
                "header 1 (alg): expected -7 or -9");
        Optional<CborValue> keyId = header.get(HEADER_KID);
        Optional<CborValue> unprotectedKeyId = unprotected.get(HEADER_KID);
        StatusListFault.unless(
                header.size() == (keyId.isPresent() ? 3 : 2)
                        && unprotected.size() == (unprotectedKeyId.isPresent() ? 1 : 0),
                "header: expected alg, typ and kid, and of these only kid unprotected");
        judgeKeyId(keyId);
        judgeKeyId(unprotectedKeyId);
    }

    private void judgeKeyId(Optional<CborValue> keyId) throws StatusListFault {
        StatusListFault.unless(
                keyId.isEmpty()
                        || (keyId.get() instanceof CborValue.Bytes bytes
                                && source.signer().keyName().standsFor(bytes.toByteArray())),
                "header 4 (kid): expected \"" + source.signer().keyName().text() + "\"");
    }

    private void judgeSignature(CoseSign1 envelope) throws StatusListFault {
        StatusListFault.unless(
                source.signer().key().verifies(envelope.toBeSigned(), envelope.signature()),
                "signature: expected one by key \""
                        + source.signer().keyName().text()
                        + "\", which did not sign this");
    }

    private RevocationList list(CoseSign1 envelope) throws StatusListFault {
        CborMap claims =
                map(envelope.payload())
                        .orElseThrow(() -> new StatusListFault("claims: expected a map"));
        StatusListFault.unless(
                claims.get(SUB).orElse(null) instanceof CborValue.Text,
                "sub: expected the list's uri");
        StatusListFault.unless(
                claims.get(STATUS_LIST).orElse(null) instanceof CborMap,
                "65533 (status_list): expected a map");
        String uri = ((CborValue.Text) claims.get(SUB).orElseThrow()).value();
        CborMap status = (CborMap) claims.get(STATUS_LIST).orElseThrow();
        var content =
                new StatusListContent(
                        uri,
                        unsigned(claims.get(IAT), "iat"),
                        unsigned(claims.get(EXP), "exp"),
                        unsigned(status.get("bits"), "status_list.bits"));
        StatusListFault.unless(
                status.get("lst").orElse(null) instanceof CborValue.Bytes,
                "status_list.lst: expected a byte string");
        return content.toList(
                source, now, ((CborValue.Bytes) status.get("lst").orElseThrow()).toByteArray());
    }

    private static long unsigned(Optional<CborValue> claim, String name) throws StatusListFault {
        if (claim.orElse(null) instanceof CborValue.Int number
                && number.isUnsigned()
                && number.fitsLong()) {
            return number.longValue();
        }
        throw new StatusListFault(name + ": expected an unsigned integer");
    }
}
