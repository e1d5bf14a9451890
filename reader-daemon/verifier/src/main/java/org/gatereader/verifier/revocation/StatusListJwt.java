package org.gatereader.verifier.revocation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.CompactJws;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonReader;
import org.gatereader.verifier.encoding.JsonReading;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Token Status List in JWT form (Token Status List, section 5.1; RULES, Status lists).
 * Envelope, header, signature, claims, entries: in this order, the first fault wins.
 */
public final class StatusListJwt {
    private static final String TYP = "statuslist+jwt";
    private static final int TOKEN_BYTES_MAX = 64 << 20;
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

    private final StatusListSource source;
    private final Instant now;

    /**
     * A reader for the lists of one source.
     *
     * @param source whose key must have signed, and whose prefix the list's uri must have
     */
    public StatusListJwt(StatusListSource source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /** The uri that a token claims for itself ({@code sub}): unproved, good to find a source by. */
    public static Optional<String> claimedUri(byte[] token) {
        return envelope(token)
                .flatMap(jws -> object(jws.payload()))
                .flatMap(claims -> claims.text("sub"));
    }

    /**
     * Reads and verifies.
     *
     * @param token untrusted, at most 64 MiB
     */
    public ListReading read(byte[] token) {
        try {
            CompactJws jws =
                    envelope(token)
                            .orElseThrow(
                                    () ->
                                            new StatusListFault(
                                                    "expected header.payload.signature, each in"
                                                            + " canonical base64url, nothing around"
                                                            + " it"));
            judgeHeader(jws);
            judgeSignature(jws);
            return new ListReading.Accepted(list(jws));
        } catch (StatusListFault fault) {
            return fault.asRejected();
        }
    }

    private static Optional<CompactJws> envelope(byte[] token) {
        return token.length <= TOKEN_BYTES_MAX
                        && CompactJws.split(new String(token, US_ASCII))
                                instanceof Verdict.Passed<CompactJws>(CompactJws jws)
                ? Optional.of(jws)
                : Optional.empty();
    }

    private static Optional<JsonObject> object(byte[] document) {
        return JsonReader.readWithLongText(document, TOKEN_BYTES_MAX)
                                instanceof JsonReading.Whole(JsonValue root)
                        && root instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** Algorithm, typ and kid, and nothing else. */
    private void judgeHeader(CompactJws jws) throws StatusListFault {
        JsonObject header =
                object(jws.header())
                        .orElseThrow(() -> new StatusListFault("header: expected an object"));
        StatusListFault.unless(
                header.text("typ").filter(TYP::equals).isPresent(), "typ: expected " + TYP);
        StatusListFault.unless(
                header.text("alg").filter("ES256"::equals).isPresent(), "alg: expected ES256");
        StatusListFault.unless(
                header.members().stream().allMatch(member -> HEADER.contains(member.name())),
                "header: expected alg, typ and kid, nothing else");
        String keyId = source.signer().keyName().text();
        StatusListFault.unless(
                header.get("kid").isEmpty() || header.text("kid").filter(keyId::equals).isPresent(),
                "kid: expected \"" + keyId + "\"");
    }

    private void judgeSignature(CompactJws jws) throws StatusListFault {
        StatusListFault.unless(
                source.signer().key().verifies(jws.toBeSigned(), jws.signature()),
                "signature: expected one by key \""
                        + source.signer().keyName().text()
                        + "\", which did not sign this");
    }

    private RevocationList list(CompactJws jws) throws StatusListFault {
        JsonObject claims =
                object(jws.payload())
                        .orElseThrow(() -> new StatusListFault("claims: expected an object"));
        String uri =
                claims.text("sub")
                        .orElseThrow(() -> new StatusListFault("sub: expected the list's uri"));
        JsonObject status =
                claims.object("status_list")
                        .orElseThrow(() -> new StatusListFault("status_list: expected an object"));
        var content =
                new StatusListContent(
                        uri, unsigned(claims, "iat", "iat"), unsigned(claims, "exp", "exp"));
        long bits = unsigned(status, "bits", "status_list.bits");
        byte[] compressed = bytes(status.text("lst").orElse(null));
        return content.toList(source, now, bits, compressed);
    }

    private static byte[] bytes(@Nullable String lst) throws StatusListFault {
        if (lst != null && Base64Url.decode(lst) instanceof Verdict.Passed<byte[]>(byte[] bytes)) {
            return bytes;
        }
        throw new StatusListFault("status_list.lst: expected canonical base64url");
    }

    private static long unsigned(JsonObject object, String name, String path)
            throws StatusListFault {
        if (object.get(name).orElse(null) instanceof JsonValue.Int number && number.value() >= 0) {
            return number.value();
        }
        throw new StatusListFault(path + ": expected an unsigned integer");
    }
}
