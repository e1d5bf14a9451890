package org.gatereader.demo.wallet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.Deflater;

/**
 * The entries of a status list: 1, 2, 4 or 8 bits each, the first entry in the least significant
 * bits (Token Status List, section 4.1).
 */
public final class StatusArray {
    public static final int VALID = 0;
    public static final int REVOKED = 1;
    public static final int SUSPENDED = 2;

    /** Our own lists keep the first entries for the canary (RULES, Status lists). */
    public static final int CANARY_ENTRIES = 32;

    private final int bits;
    private final byte[] packed;

    /**
     * A list in which everybody is valid.
     *
     * @param entries how many; rounded up to whole bytes
     * @param bits 1, 2, 4 or 8
     */
    public StatusArray(long entries, int bits) {
        this.bits = bits;
        this.packed = new byte[Math.toIntExact((entries * bits + 7) / 8)];
    }

    private StatusArray(int bits, byte[] packed) {
        this.bits = bits;
        this.packed = packed;
    }

    public int bits() {
        return bits;
    }

    /** Sets one entry; a value too wide for the entry is cut to its lowest bits. */
    public StatusArray set(long index, int value) {
        int at = Math.toIntExact(index * bits / 8);
        int shift = (int) (index * bits % 8);
        int mask = (1 << bits) - 1;
        packed[at] = (byte) ((packed[at] & ~(mask << shift)) | ((value & mask) << shift));
        return this;
    }

    /** A copy whose first 32 entries spell SHA-256(uri ‖ 0x00 ‖ decimal iat), bit by bit. */
    public StatusArray withCanary(String uri, Instant issuedAt) {
        String version = uri + '\0' + issuedAt.getEpochSecond();
        byte[] digest = SigningKey.sha256(version.getBytes(StandardCharsets.UTF_8));
        var copy = new StatusArray(bits, packed.clone());
        for (int i = 0; i < CANARY_ENTRIES; i++) {
            copy.set(i, (digest[i / 8] >> (i % 8)) & 1);
        }
        return copy;
    }

    /** The entries as bytes, before compression. */
    public byte[] packed() {
        return packed.clone();
    }

    /** One zlib stream of the entries (RFC 1950). */
    public byte[] compressed() {
        return Zlib.compress(packed, Deflater.BEST_COMPRESSION);
    }

    /** The {@code status_list} claim around this zlib stream. */
    public static Cbor claim(int bits, byte[] zlib) {
        return Cbor.map(new CborMap().put("bits", Cbor.integer(bits)).put("lst", Cbor.bytes(zlib)));
    }

    /** The {@code status_list} claim of a JWT (Token Status List, section 4.2). */
    JsonMap toJson() {
        return new JsonMap().put("bits", bits).put("lst", Jwt.base64Url(compressed()));
    }
}
