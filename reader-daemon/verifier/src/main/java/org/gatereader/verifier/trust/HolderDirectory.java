package org.gatereader.verifier.trust;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.P256Key;

/**
 * Which key a holder's phone has, for credentials that do not carry it (STANDARDS, P4):
 * SHA-256(site salt ‖ DID) → public key, usable or not. The format is described in
 * docs/holder-directory.md.
 *
 * <p>Records lie sorted where somebody mapped them, and a search allocates nothing. That they are
 * sorted and unique is seen once, when the directory is read; that a key is a point of the curve
 * when it is used, for 215 000 square roots would take half a minute on a gate's board.
 */
public final class HolderDirectory {
    /** More people than any employer has; a file of them has 16 MB. */
    public static final int ENTRIES_MAX = 254_000;

    /** Of the salt, and of the hash in a record. */
    public static final int HASH_BYTES = 32;

    private static final byte[] MAGIC = {'G', 'R', 'H', 'D', 1, 0, 0, 0};
    private static final int HEADER_BYTES = MAGIC.length + HASH_BYTES;
    private static final int COORDINATE_BYTES = 32;
    private static final int KEY_AT = HASH_BYTES;
    private static final int USABLE_AT = KEY_AT + 1 + COORDINATE_BYTES;
    private static final int RECORD_BYTES = USABLE_AT + 1;
    private static final byte EVEN = 2;
    private static final byte ODD = 3;

    private final ByteBuffer file;
    private final int entries;

    private HolderDirectory(ByteBuffer file, int entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Reads a directory.
     *
     * @param file from its position to its limit; kept, and read at each search
     * @return empty unless magic, length, order, marks and flags are all as the format says
     */
    public static Optional<HolderDirectory> read(ByteBuffer file) {
        ByteBuffer whole = file.slice().asReadOnlyBuffer();
        int recordBytes = whole.limit() - HEADER_BYTES;
        if (recordBytes < 0
                || recordBytes % RECORD_BYTES != 0
                || recordBytes / RECORD_BYTES > ENTRIES_MAX
                || !whole.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            return Optional.empty();
        }
        var directory = new HolderDirectory(whole, recordBytes / RECORD_BYTES);
        return directory.isWellFormed() ? Optional.of(directory) : Optional.empty();
    }

    /** How many holders it has, usable or not. */
    public int size() {
        return entries;
    }

    /** What is hashed before a DID: another one at each site, so that two can not be compared. */
    public byte[] salt() {
        byte[] salt = new byte[HASH_BYTES];
        file.get(MAGIC.length, salt);
        return salt;
    }

    /**
     * Searches for a holder; allocates nothing.
     *
     * @param hash SHA-256(salt ‖ DID), 32 bytes
     * @return the record's number, or −1 where nobody has this hash
     */
    public int find(byte[] hash) {
        int low = 0;
        int high = entries - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, hash);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /**
     * The key of a holder who was found.
     *
     * @param number from {@link #find}, 0 or more
     * @return empty where the holder is not usable at present, or the key is no point of P-256:
     *     both are a refusal, never a reason to look elsewhere
     */
    public Optional<P256Key> key(int number, CryptoModule crypto) {
        int at = start(number);
        if (file.get(at + USABLE_AT) == 0) {
            return Optional.empty();
        }
        byte[] x = new byte[COORDINATE_BYTES];
        file.get(at + KEY_AT + 1, x);
        return crypto.p256Key(x, file.get(at + KEY_AT) == ODD);
    }

    private boolean isWellFormed() {
        byte[] hash = new byte[HASH_BYTES];
        for (int number = 0; number < entries; number++) {
            byte sign = file.get(start(number) + KEY_AT);
            byte usable = file.get(start(number) + USABLE_AT);
            boolean isAscending = number == 0 || compare(number, hash) > 0;
            if (!isAscending || (sign != EVEN && sign != ODD) || (usable | 1) != 1) {
                return false;
            }
            file.get(start(number), hash);
        }
        return true;
    }

    private int compare(int number, byte[] hash) {
        int at = start(number);
        for (int i = 0; i < HASH_BYTES; i++) {
            int order = Byte.compareUnsigned(file.get(at + i), hash[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int start(int number) {
        return HEADER_BYTES + number * RECORD_BYTES;
    }
}
