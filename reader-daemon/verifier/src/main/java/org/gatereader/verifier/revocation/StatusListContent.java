package org.gatereader.verifier.revocation;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The claims of a status list whose signature held, in whichever form it came, and the rules they
 * must meet (RULES, Status lists): each method is one of them.
 */
final class StatusListContent {
    /** What all lists of a gate may take together; so no one of them may take more. */
    private static final long BYTES_MAX = 64L << 20;

    private static final int SCRATCH_BYTES = 1 << 16;

    private final String uri;
    private final Instant issuedAt;
    private final Instant expiresAt;

    StatusListContent(String uri, long issuedAt, long expiresAt) throws StatusListFault {
        this.uri = uri;
        this.issuedAt = instant("iat", issuedAt);
        this.expiresAt = instant("exp", expiresAt);
    }

    /** The list of so many bits an entry, if every rule holds. */
    RevocationList toList(StatusListSource source, Instant now, long bits, byte[] zlib)
            throws StatusListFault {
        StatusListFault.unless(
                bits == 1 || bits == 2 || bits == 4 || bits == 8,
                "status_list.bits: expected 1, 2, 4 or 8, got " + bits);
        judge(source, now);
        return toList(
                new EntryLayout.Packed((int) bits), inflate(zlib, bytesMax(source, (int) bits)));
    }

    /**
     * Whose it is and when it counts; to be asked before {@link #toList(EntryLayout, ByteBuffer)}.
     */
    void judge(StatusListSource source, Instant now) throws StatusListFault {
        judgeUri(source);
        judgeTimes(now);
    }

    /** The same of entries that came in another form, once the rules were asked. */
    RevocationList toList(EntryLayout layout, ByteBuffer entries) {
        return new RevocationList(new StatusListInfo(uri, issuedAt, expiresAt, layout), entries);
    }

    private void judgeUri(StatusListSource source) throws StatusListFault {
        StatusListFault.unless(
                source.covers(uri),
                "sub: expected a uri that begins with " + source.uriPrefix() + ", got " + uri);
    }

    private void judgeTimes(Instant now) throws StatusListFault {
        StatusListFault.unless(
                !issuedAt.isAfter(now.plus(StatusListInfo.ISSUED_AHEAD_MAX)),
                "iat: expected at most 60 s ahead of " + now + ", got " + issuedAt);
        Duration lifetime = Duration.between(issuedAt, expiresAt);
        StatusListFault.unless(
                lifetime.isPositive() && lifetime.compareTo(StatusListInfo.LIFETIME_MAX) <= 0,
                "exp: expected after iat, "
                        + issuedAt
                        + ", and at most 31 days later, got "
                        + expiresAt);
    }

    /** How many bytes the entries of a source may have, decompressed. */
    static int bytesMax(StatusListSource source, int bits) {
        long bytes = Math.ceilDiv(source.entriesMax() * bits, 8L);
        return (int) Math.min(bytes, BYTES_MAX);
    }

    /** One zlib stream, no dictionary, no byte after it, and never more than the cap. */
    private static ByteBuffer inflate(byte[] compressed, int bytesMax) throws StatusListFault {
        try (var inflater = new Inflater()) {
            return inflate(inflater, ByteBuffer.wrap(compressed), bytesMax);
        }
    }

    /** One bare deflate stream, likewise. */
    static ByteBuffer inflateBare(ByteBuffer compressed, int bytesMax) throws StatusListFault {
        try (var inflater = new Inflater(true)) {
            return inflate(inflater, compressed, bytesMax);
        }
    }

    /**
     * Twice: once to know how much comes out, and then into memory of that size, where it is large
     * outside the heap: a gate's heap is as small as what it does for one person, decisions go on
     * meanwhile, and would wait while it is cleared. A piece at a time, for no collection can begin
     * while zlib reads from the heap, and decisions would wait for that as well.
     */
    private static ByteBuffer inflate(Inflater inflater, ByteBuffer compressed, int bytesMax)
            throws StatusListFault {
        try {
            inflater.setInput(compressed.duplicate());
            ByteBuffer packed = allocate(length(inflater, bytesMax));
            inflater.reset();
            inflater.setInput(compressed.duplicate());
            while (packed.position() < packed.capacity()) {
                packed.limit(
                        Math.min(
                                packed.capacity(), packed.position() + RevocationList.PIECE_BYTES));
                inflater.inflate(packed);
            }
            return packed.flip();
        } catch (DataFormatException _) {
            throw new StatusListFault("status_list.lst: expected a zlib stream");
        }
    }

    static ByteBuffer allocate(int length) {
        return length > SCRATCH_BYTES
                ? ByteBuffer.allocateDirect(length)
                : ByteBuffer.allocate(length);
    }

    /**
     * How many bytes come out of one whole stream: one that only claims to be large costs nothing.
     */
    private static int length(Inflater inflater, int bytesMax)
            throws StatusListFault, DataFormatException {
        byte[] scratch = new byte[SCRATCH_BYTES];
        int length = 0;
        while (!inflater.finished()) {
            int count = inflater.inflate(scratch);
            length += count;
            StatusListFault.unless(
                    length <= bytesMax,
                    "status_list.lst: expected at most " + bytesMax + " bytes, decompressed");
            StatusListFault.unless(
                    count > 0 || inflater.finished(),
                    "status_list.lst: expected one whole zlib stream without a dictionary");
        }
        StatusListFault.unless(
                inflater.getRemaining() == 0,
                "status_list.lst: expected nothing after the zlib stream");
        return length;
    }

    private static Instant instant(String claim, long seconds) throws StatusListFault {
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException _) {
            throw new StatusListFault(
                    claim + ": expected seconds since 1970, got a time out of range");
        }
    }
}
