package org.gatereader.verifier.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * One verified status list: a plain array of 1, 2, 4 or 8 bits an entry, least significant bit
 * first (Token Status List, section 4.1). Immutable; a lookup allocates nothing. Its entries lie in
 * memory, or in a file that somebody mapped.
 */
public final class RevocationList {
    private static final int CANARY_ENTRIES = 32;

    private final StatusListInfo info;
    private final ByteBuffer packed;

    /**
     * @param packed the decompressed list; owned by this object from now on
     */
    RevocationList(StatusListInfo info, byte[] packed) {
        this(info, ByteBuffer.wrap(packed));
    }

    private RevocationList(StatusListInfo info, ByteBuffer packed) {
        this.info = info;
        this.packed = packed.asReadOnlyBuffer();
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
        return info.equals(other.info) && packed.equals(other.packed);
    }

    /** How many entries it has. */
    public long size() {
        return packed.limit() * 8L / info.bits();
    }

    /** How much memory its entries take. */
    public int bytes() {
        return packed.limit();
    }

    /**
     * The state of one entry.
     *
     * @param index from the credential's status claim; any value
     */
    public RevocationState stateAt(long index) {
        if (index < 0 || index >= size()) {
            return RevocationState.NOT_COVERED;
        }
        return switch (valueAt(index)) {
            case 0 -> RevocationState.VALID;
            case 1 -> RevocationState.REVOKED;
            case 2 -> RevocationState.SUSPENDED;
            default -> RevocationState.UNKNOWN_VALUE;
        };
    }

    /** The raw value of an entry that exists, 0..255. */
    int valueAt(long index) {
        int bits = info.bits();
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
            if (index >= size() || valueAt(index) != expected) {
                return false;
            }
        }
        return true;
    }
}
