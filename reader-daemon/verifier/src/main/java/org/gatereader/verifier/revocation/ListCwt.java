package org.gatereader.verifier.revocation;

import java.util.Optional;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborReader;
import org.gatereader.verifier.encoding.CborValue;
import org.gatereader.verifier.encoding.CoseSign1;
import org.gatereader.verifier.verdict.Verdict;

/**
 * The CWT around a list, and what all such lists have in common (RULES, Status lists): tag 18,
 * exact headers, the source's key, {@code sub}, {@code iat} and {@code exp}.
 */
enum ListCwt {
    STATUS("application/statuslist+cwt", Certificates.REFUSED, CborReader.ITEMS_MAX),
    IDENTIFIERS(
            "application/identifierlist+cwt", Certificates.IGNORED, IdentifierListCwt.ITEMS_MAX),
    STATES("application/gr-states+cwt", Certificates.REFUSED, IdentifierListCwt.ITEMS_MAX);

    /** What becomes of protected {@code x5chain}: the trust entry names the key. */
    private enum Certificates {
        REFUSED,
        IGNORED
    }

    private static final int TOKEN_BYTES_MAX = 64 << 20;

    private static final long HEADER_ALG = 1;
    private static final long HEADER_KID = 4;
    private static final long HEADER_TYP = 16;
    private static final long HEADER_X5CHAIN = 33;
    private static final long ALG_ES256 = -7;
    private static final long ALG_ESP256 = -9;
    private static final long SUB = 2;
    private static final long EXP = 4;
    private static final long IAT = 6;

    private final String typ;
    private final Certificates certificates;
    private final int itemsMax;

    ListCwt(String typ, Certificates certificates, int itemsMax) {
        this.typ = typ;
        this.certificates = certificates;
        this.itemsMax = itemsMax;
    }

    /** The uri that a token claims for itself ({@code sub}): unproved, good to find a source by. */
    Optional<String> claimedUri(byte[] token) {
        return envelope(token)
                .flatMap(envelope -> map(envelope.payload(), itemsMax))
                .flatMap(claims -> claims.get(SUB))
                .flatMap(
                        sub ->
                                sub instanceof CborValue.Text uri
                                        ? Optional.of(uri.value())
                                        : Optional.empty());
    }

    /** The claims, once headers and signature hold. */
    CborMap claims(byte[] token, StatusListSource source) throws StatusListFault {
        CoseSign1 envelope =
                envelope(token)
                        .orElseThrow(
                                () ->
                                        new StatusListFault(
                                                "expected one COSE_Sign1 in tag 18, strict CBOR,"
                                                        + " nothing around it"));
        judgeHeaders(envelope, source);
        StatusListFault.unless(
                source.signer().key().verifies(envelope.toBeSigned(), envelope.signature()),
                "signature: expected one by key \""
                        + source.signer().keyName().text()
                        + "\", which did not sign this");
        return map(envelope.payload(), itemsMax)
                .orElseThrow(() -> new StatusListFault("claims: expected a map"));
    }

    private static Optional<CoseSign1> envelope(byte[] token) {
        return CborReader.readInAnyKeyOrder(token, TOKEN_BYTES_MAX)
                        instanceof Verdict.Passed<CborValue>(CborValue item)
                ? CoseSign1.split(item)
                : Optional.empty();
    }

    private static Optional<CborMap> map(CborValue.Bytes document, int itemsMax) {
        return CborReader.readInAnyKeyOrder(document, TOKEN_BYTES_MAX, itemsMax)
                                instanceof Verdict.Passed<CborValue>(CborValue item)
                        && item instanceof CborMap map
                ? Optional.of(map)
                : Optional.empty();
    }

    /** Algorithm and typ protected; kid on either side; nothing else anywhere. */
    private void judgeHeaders(CoseSign1 envelope, StatusListSource source) throws StatusListFault {
        CborMap header =
                map(envelope.protectedHeader(), CborReader.ITEMS_MAX)
                        .orElseThrow(() -> new StatusListFault("header: expected a map"));
        CborMap unprotected = envelope.unprotectedHeader();
        StatusListFault.unless(
                header.get(HEADER_TYP).orElse(null) instanceof CborValue.Text text
                        && text.value().equals(typ),
                "header 16 (typ): expected " + typ);
        StatusListFault.unless(
                header.get(HEADER_ALG).orElse(null) instanceof CborValue.Int algorithm
                        && (algorithm.is(ALG_ES256) || algorithm.is(ALG_ESP256)),
                "header 1 (alg): expected -7 or -9");
        Optional<CborValue> keyId = header.get(HEADER_KID);
        Optional<CborValue> unprotectedKeyId = unprotected.get(HEADER_KID);
        int chains = certificates == Certificates.IGNORED ? count(header.get(HEADER_X5CHAIN)) : 0;
        StatusListFault.unless(
                header.size() == 2 + count(keyId) + chains
                        && unprotected.size() == count(unprotectedKeyId),
                "header: expected alg, typ and kid, and of these only kid unprotected");
        judgeKeyId(keyId, source);
        judgeKeyId(unprotectedKeyId, source);
    }

    private static int count(Optional<CborValue> header) {
        return header.isPresent() ? 1 : 0;
    }

    private static void judgeKeyId(Optional<CborValue> keyId, StatusListSource source)
            throws StatusListFault {
        StatusListFault.unless(
                keyId.isEmpty()
                        || (keyId.get() instanceof CborValue.Bytes bytes
                                && source.signer().keyName().standsFor(bytes.toByteArray())),
                "header 4 (kid): expected \"" + source.signer().keyName().text() + "\"");
    }

    static String uri(CborMap claims) throws StatusListFault {
        if (claims.get(SUB).orElse(null) instanceof CborValue.Text uri) {
            return uri.value();
        }
        throw new StatusListFault("sub: expected the list's uri");
    }

    static StatusListContent content(String uri, CborMap claims) throws StatusListFault {
        return new StatusListContent(
                uri, unsigned(claims.get(IAT), "iat"), unsigned(claims.get(EXP), "exp"));
    }

    static long unsigned(Optional<CborValue> claim, String name) throws StatusListFault {
        if (claim.orElse(null) instanceof CborValue.Int number
                && number.isUnsigned()
                && number.fitsLong()) {
            return number.longValue();
        }
        throw new StatusListFault(name + ": expected an unsigned integer");
    }
}
