package org.gatereader.verifier.revocation;

import java.time.Instant;
import java.util.Optional;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;

/**
 * Reads a Token Status List in CWT form (Token Status List, section 5.2; RULES, Status lists).
 * Envelope, headers, signature, claims, entries: in this order, the first fault wins.
 */
public final class StatusListCwt {
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
        return ListCwt.STATUS.claimedUri(token);
    }

    /**
     * Reads and verifies.
     *
     * @param token untrusted, at most 64 MiB
     */
    public ListReading read(byte[] token) {
        try {
            return new ListReading.Accepted(list(ListCwt.STATUS.claims(token, source)));
        } catch (StatusListFault fault) {
            return fault.asRejected();
        }
    }

    private RevocationList list(CborMap claims) throws StatusListFault {
        String uri = ListCwt.uri(claims);
        StatusListFault.unless(
                claims.get(STATUS_LIST).orElse(null) instanceof CborMap,
                "65533 (status_list): expected a map");
        CborMap status = (CborMap) claims.get(STATUS_LIST).orElseThrow();
        StatusListContent content = ListCwt.content(uri, claims);
        long bits = ListCwt.unsigned(status.get("bits"), "status_list.bits");
        StatusListFault.unless(
                status.get("lst").orElse(null) instanceof CborValue.Bytes,
                "status_list.lst: expected a byte string");
        byte[] compressed = ((CborValue.Bytes) status.get("lst").orElseThrow()).toByteArray();
        return content.toList(source, now, bits, compressed);
    }
}
