package org.gatereader.verifier.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * One verified status list: a plain array of 1, 2, 4 or 8 bits an entry that is asked by index, or
 * sorted identifiers, whichever form its issuer gave it. Immutable; a lookup allocates nothing. Its
 * entries lie in memory, or in a file that somebody mapped.
 */
public final class RevocationList {
    private static final int CANARY_ENTRIES = 32;

    /**
     * What one step over entries takes in: a collection, and a decision that needs one, waits for
     * its end.
     */
    static final int PIECE_BYTES = 1 << 16;

    private final StatusListInfo info;
    private final ByteBuffer packed;

    /** 0 where entries have identifiers. */
    private final int bits;

    /**
     * @param packed the entries as the layout says, from 0 to its limit; owned by this object from
     *     now on
     */
    RevocationList(StatusListInfo info, ByteBuffer packed) {
        this.info = info;
        this.packed = packed.asReadOnlyBuffer();
        this.bits = info.layout() instanceof EntryLayout.Packed(int each) ? each : 0;
    }

    /**
     * The same list, whose entries are read from elsewhere from now on.
     *
     * @param elsewhere from its position to its limit; whether it says the same is for the caller
     *     to ask ({@link #isSameAs})
     */
    public RevocationList over(ByteBuffer elsewhere) {
        return new RevocationList(info, elsewhere.slice());
    }

    /** Its entries, to be written elsewhere; read only. */
    public ByteBuffer packed() {
        return packed.duplicate();
    }

    /** Where the list is from, and how old it is. */
    public StatusListInfo info() {
        return info;
    }

    /** Whether it was issued after the other, strictly. */
    public boolean isNewerThan(RevocationList other) {
        return info.issuedAt().isAfter(other.info.issuedAt());
    }

    /** Whether it says the same as the other in everything. */
    public boolean isSameAs(RevocationList other) {
        return info.equals(other.info) && hasEntriesOf(other);
    }

    private boolean hasEntriesOf(RevocationList other) {
        boolean isSame = packed.limit() == other.packed.limit();
        for (int at = 0; isSame && at < packed.limit(); at += PIECE_BYTES) {
            int length = Math.min(PIECE_BYTES, packed.limit() - at);
            isSame = packed.slice(at, length).equals(other.packed.slice(at, length));
        }
        return isSame;
    }

    /** How many entries it has. */
    public long size() {
        return switch (info.layout()) {
            case EntryLayout.Packed _ -> packed.limit() * 8L / bits;
            case EntryLayout.Identified layout -> packed.limit() / layout.recordBytes();
        };
    }

    /** How much memory its entries take. */
    public int bytes() {
        return packed.limit();
    }

    /**
     * The state of one entry.
     *
     * @param index from the credential's status claim; any value
     * @return not covered where entries have identifiers
     */
    public RevocationState stateAt(long index) {
        return index < 0 || bits == 0 || index >= size()
                ? RevocationState.NOT_COVERED
                : RevocationState.ofValue(valueAt(index));
    }

    /**
     * The state of what has this identifier.
     *
     * @param identifier from the credential's status claim; any bytes; read, never kept
     * @return not covered where entries have an index
     */
    public RevocationState stateOf(byte[] identifier) {
        if (!(info.layout() instanceof EntryLayout.Identified layout)) {
            return RevocationState.NOT_COVERED;
        }
        int first = 0;
        int last = packed.limit() / layout.recordBytes() - 1;
        while (first <= last) {
            int middle = (first + last) >>> 1;
            int at = middle * layout.recordBytes();
            int order = compare(identifier, at, layout.width());
            if (order == 0) {
                return RevocationState.ofValue(packed.get(at + layout.width() + 1) & 0xFF);
            }
            first = order > 0 ? middle + 1 : first;
            last = order < 0 ? middle - 1 : last;
        }
        return layout.absent();
    }

    /** By bytes, and where one is the other with zeros after it, by length. */
    private int compare(byte[] identifier, int at, int width) {
        for (int i = 0; i < Math.max(width, identifier.length); i++) {
            int ours = i < identifier.length ? identifier[i] & 0xFF : 0;
            int theirs = i < width ? packed.get(at + i) & 0xFF : 0;
            if (ours != theirs) {
                return Integer.compare(ours, theirs);
            }
        }
        return Integer.compare(identifier.length, packed.get(at + width) & 0xFF);
    }

    /** The raw value of an entry that exists, 0..255. */
    int valueAt(long index) {
        long bit = index * bits;
        int octet = packed.get((int) (bit >>> 3)) & 0xFF;
        return (octet >>> (bit & 7)) & ((1 << bits) - 1);
    }

    /**
     * Whether the first 32 entries of this very list spell the first bits of SHA-256(uri ‖ 0 ‖
     * iat), as our own lists do (RULES, Status lists, Canary): then what was signed is what serves.
     * Foreign lists have no canary, and every entry of theirs is somebody's.
     */
    public boolean carriesCanary(CryptoModule crypto) {
        byte[] hash =
                crypto.sha256(
                        info.uri().getBytes(UTF_8),
                        new byte[1],
                        Long.toString(info.issuedAt().getEpochSecond()).getBytes(UTF_8));
        for (int index = 0; index < CANARY_ENTRIES; index++) {
            int expected = hash[index / 8] >>> (index % 8) & 1;
            if (bits == 0 || index >= size() || valueAt(index) != expected) {
                return false;
            }
        }
        return true;
    }
}
