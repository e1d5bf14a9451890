package org.gatereader.verifier.revocation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.gatereader.verifier.encoding.Base64Url;
import org.gatereader.verifier.encoding.JsonObject;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Reads a W3C Bitstring Status List (Recommendation 1.0) that is a verifiable credential secured as
 * a JWT (VC-JOSE-COSE, section 3.1), and turns it into a list as ours are: there the first entry is
 * the leftmost bit, and what a set bit means the list's purpose says.
 *
 * <p>Not read: Data Integrity proofs, which need JSON-LD canonicalisation; purposes other than
 * revocation and suspension; a list without both ends of its validity, which could never be said to
 * be too old.
 */
final class BitstringStatusList {
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid", "cty");
    private static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";

    /** "16KB uncompressed", below which a holder could be told by the list (section 6.1). */
    private static final int ENTRIES_MIN = 131_072;

    /** RFC 1952, section 2.3: two bytes of magic, the method, flags, and six that say nothing. */
    private static final int GZIP_HEADER_BYTES = 10;

    private static final int GZIP_TRAILER_BYTES = 8;

    private final StatusListSource source;
    private final Instant now;

    BitstringStatusList(StatusListSource source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /** The uri that a list claims for itself ({@code id}): unproved, good to find a source by. */
    static Optional<String> claimedUri(byte[] token) {
        return ListJws.claimed(token).flatMap(vc -> vc.text("id"));
    }

    /**
     * Envelope, header, signature, credential, entries: in this order, the first fault wins.
     *
     * @param token untrusted, at most 64 MiB
     */
    ListReading read(byte[] token) {
        return new ListJws(source, "vc+jwt", HEADER, "alg, typ, kid and cty")
                .read(token, this::list);
    }

    private RevocationList list(Optional<JsonObject> payload) throws StatusListFault {
        JsonObject credential =
                payload.orElseThrow(() -> new StatusListFault("expected a credential"));
        StatusListFault.unless(
                names(credential, "@context", CONTEXT), "@context: expected " + CONTEXT);
        StatusListFault.unless(
                names(credential, "type", "BitstringStatusListCredential"),
                "type: expected BitstringStatusListCredential");
        String uri =
                credential
                        .text("id")
                        .orElseThrow(() -> new StatusListFault("id: expected the list's uri"));
        JsonObject subject =
                credential
                        .object("credentialSubject")
                        .orElseThrow(
                                () -> new StatusListFault("credentialSubject: expected an object"));
        StatusListFault.unless(
                subject.text("type").filter("BitstringStatusList"::equals).isPresent(),
                "credentialSubject.type: expected BitstringStatusList");
        boolean isSuspension = isSuspension(subject);
        var content =
                new StatusListContent(
                        uri, seconds(credential, "validFrom"), seconds(credential, "validUntil"));
        ByteBuffer bitstring = bitstring(subject, isSuspension ? 2 : 1);
        content.judge(source, now);
        return isSuspension
                ? content.toList(new EntryLayout.Packed(2), suspended(bitstring))
                : content.toList(new EntryLayout.Packed(1), reversed(bitstring));
    }

    private static boolean names(JsonObject object, String member, String name) {
        return object.get(member).orElse(null) instanceof JsonValue.Array array
                && array.items().stream()
                        .anyMatch(
                                item ->
                                        item instanceof JsonValue.Text text
                                                && text.value().equals(name));
    }

    private static boolean isSuspension(JsonObject subject) throws StatusListFault {
        return switch (subject.text("statusPurpose").orElse("")) {
            case "revocation" -> false;
            case "suspension" -> true;
            default ->
                    throw new StatusListFault(
                            "credentialSubject.statusPurpose: expected revocation or suspension");
        };
    }

    private static long seconds(JsonObject credential, String name) throws StatusListFault {
        try {
            return OffsetDateTime.parse(credential.text(name).orElse("")).toEpochSecond();
        } catch (DateTimeException _) {
            throw new StatusListFault(name + ": expected an instant such as 2026-01-01T00:00:00Z");
        }
    }

    /**
     * Multibase {@code u}, then one GZIP member, which ends where the bytes end.
     *
     * @param bits that an entry will have here
     */
    private ByteBuffer bitstring(JsonObject subject, int bits) throws StatusListFault {
        String text = subject.text("encodedList").orElse("");
        byte[] gzip =
                text.startsWith("u")
                                && Base64Url.decode(text.substring(1))
                                        instanceof Verdict.Passed<byte[]>(byte[] bytes)
                        ? bytes
                        : new byte[0];
        ByteBuffer member = ByteBuffer.wrap(gzip).order(ByteOrder.LITTLE_ENDIAN);
        StatusListFault.unless(
                gzip.length >= GZIP_HEADER_BYTES + GZIP_TRAILER_BYTES
                        && member.getInt(0) == 0x00088b1f,
                "encodedList: expected u, then base64url of one GZIP member without flags");
        int end = gzip.length - GZIP_TRAILER_BYTES;
        ByteBuffer bitstring =
                StatusListContent.inflateBare(
                        member.slice(GZIP_HEADER_BYTES, end - GZIP_HEADER_BYTES),
                        StatusListContent.bytesMax(source, bits) / bits);
        StatusListFault.unless(
                member.getInt(end + Integer.BYTES) == bitstring.limit(),
                "encodedList: expected the length that its GZIP trailer tells");
        StatusListFault.unless(
                bitstring.limit() * 8L >= ENTRIES_MIN,
                "encodedList: expected at least " + ENTRIES_MIN + " entries");
        return bitstring;
    }

    /** The leftmost bit comes first there, the rightmost here. */
    private static ByteBuffer reversed(ByteBuffer bitstring) {
        for (int i = 0; i < bitstring.limit(); i++) {
            bitstring.put(i, (byte) (Integer.reverse(bitstring.get(i)) >>> 24));
        }
        return bitstring;
    }

    /** Two bits an entry, and 2 where one was set. */
    private static ByteBuffer suspended(ByteBuffer bitstring) {
        ByteBuffer packed = StatusListContent.allocate(2 * bitstring.limit());
        for (int octet = 0; octet < packed.limit(); octet++) {
            int four = bitstring.get(octet / 2) >>> (octet % 2 == 0 ? 4 : 0);
            int spread = (four & 8) >>> 2 | (four & 4) << 1 | (four & 2) << 4 | (four & 1) << 7;
            packed.put(octet, (byte) spread);
        }
        return packed;
    }
}
