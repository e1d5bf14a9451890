package org.gatereader.verifier.revocation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Token Status List in JWT form (Token Status List, section 5.1; RULES, Status lists).
 * Envelope, header, signature, claims, entries: in this order, the first fault wins.
 */
public final class StatusListJwt {
    private static final String TYP = "statuslist+jwt";
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
        return ListJws.claimed(token).flatMap(claims -> claims.text("sub"));
    }

    /**
     * Reads and verifies.
     *
     * @param token untrusted, at most 64 MiB
     */
    public ListReading read(byte[] token) {
        return new ListJws(source, TYP, HEADER, "alg, typ and kid").read(token, this::list);
    }

    private RevocationList list(Optional<JsonObject> payload) throws StatusListFault {
        JsonObject claims =
                payload.orElseThrow(() -> new StatusListFault("claims: expected an object"));
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
