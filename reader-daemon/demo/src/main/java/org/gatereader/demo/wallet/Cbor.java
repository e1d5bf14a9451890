package org.gatereader.demo.wallet;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One CBOR data item, already written (RFC 8949).
 *
 * <p>The plain factories write deterministically (section 4.2.1). Every form that a strict reader
 * must refuse has a factory of its own name, and {@link #raw} takes whatever is left.
 */
public final class Cbor {
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int SIMPLE = 7;
    private static final int INDEFINITE = 31;
    private static final byte BREAK = (byte) 0xff;

    private final byte[] encoded;

    private Cbor(byte[] encoded) {
        this.encoded = encoded;
    }

    /** A signed integer, shortest form. */
    public static Cbor integer(long value) {
        return value < 0 ? head(NEGATIVE, ~value) : head(UNSIGNED, value);
    }

    /** An integer of CBOR's whole range, −2^64..2^64−1. */
    public static Cbor integer(BigInteger value) {
        return value.signum() < 0
                ? head(NEGATIVE, value.not().longValue())
                : head(UNSIGNED, value.longValue());
    }

    public static Cbor bytes(byte[] value) {
        return join(head(BYTES, value.length), raw(value));
    }

    public static Cbor text(String value) {
        return text(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text string of these bytes, which need not be UTF-8. */
    public static Cbor text(byte[] utf8) {
        return join(head(TEXT, utf8.length), raw(utf8));
    }

    public static Cbor array(Cbor... items) {
        return array(List.of(items));
    }

    public static Cbor array(List<Cbor> items) {
        return join(head(ARRAY, items.size()), join(items));
    }

    /** The map's entries in deterministic order. */
    public static Cbor map(CborMap entries) {
        return mapAsGiven(entries.inKeyOrder());
    }

    /** The map's entries in the order in which they were added, duplicates and all. */
    public static Cbor mapAsGiven(CborMap entries) {
        return join(head(MAP, entries.size()), entries.concatenated());
    }

    public static Cbor tag(long number, Cbor content) {
        return join(head(TAG, number), content);
    }

    /**
     * A simple value in its shortest form.
     *
     * @param number 0..255; 20 is false, 21 true, 22 null, 59 the redacted claim key of SD-CWT
     */
    public static Cbor simple(int number) {
        return head(SIMPLE, number);
    }

    public static Cbor bool(boolean value) {
        return simple(value ? 21 : 20);
    }

    /** A double-precision float: no P1 document has one. */
    public static Cbor float64(double value) {
        return raw(ByteBuffer.allocate(9).put((byte) 0xfb).putDouble(value).array());
    }

    /** A single-precision float: no P1 document has one. */
    public static Cbor float32(float value) {
        return raw(ByteBuffer.allocate(5).put((byte) 0xfa).putFloat(value).array());
    }

    /** A half-precision float by its bits: no P1 document has one. */
    public static Cbor float16(int bits) {
        return raw(ByteBuffer.allocate(3).put((byte) 0xf9).putShort((short) bits).array());
    }

    /** An array of indefinite length (section 3.2.2). */
    public static Cbor indefiniteArray(List<Cbor> items) {
        return indefinite(ARRAY, join(items));
    }

    /** A map of indefinite length, in the order given. */
    public static Cbor indefiniteMap(CborMap entries) {
        return indefinite(MAP, entries.concatenated());
    }

    /** A byte string of indefinite length; each chunk should be a byte string. */
    public static Cbor indefiniteBytes(List<Cbor> chunks) {
        return indefinite(BYTES, join(chunks));
    }

    /** A text string of indefinite length; each chunk should be a text string. */
    public static Cbor indefiniteText(List<Cbor> chunks) {
        return indefinite(TEXT, join(chunks));
    }

    /**
     * Only an item's head, with the argument in a width of the caller's choice: a non-minimal
     * integer, a length that lies, a reserved width.
     *
     * @param majorType 0..7 (section 3.1)
     * @param width bytes that follow the first one: 1, 2, 4 or 8
     */
    public static Cbor wideHead(int majorType, long argument, int width) {
        var head = ByteBuffer.allocate(1 + width);
        head.put((byte) ((majorType << 5) | (24 + Integer.numberOfTrailingZeros(width))));
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            head.put((byte) (argument >>> shift));
        }
        return raw(head.array());
    }

    /**
     * The same item with its head widened to {@code width} bytes: valid CBOR, not deterministic.
     */
    public static Cbor widened(Cbor item, int width) {
        byte[] encoded = item.encoded;
        int information = encoded[0] & 0x1f;
        int oldWidth = information < 24 ? 0 : 1 << (information - 24);
        long argument =
                information < 24
                        ? information
                        : new BigInteger(1, encoded, 1, oldWidth).longValue();
        var body = raw(Arrays.copyOfRange(encoded, 1 + oldWidth, encoded.length));
        return join(wideHead((encoded[0] & 0xff) >>> 5, argument, width), body);
    }

    /** Bytes as they are, an item or not. */
    public static Cbor raw(byte[] encoded) {
        return new Cbor(encoded.clone());
    }

    /** Several encodings one after the other: a sequence, which no P1 document is. */
    public static Cbor join(Cbor... parts) {
        return join(List.of(parts));
    }

    static Cbor join(List<Cbor> parts) {
        var joined = new ByteArrayOutputStream();
        parts.forEach(part -> joined.writeBytes(part.encoded));
        return new Cbor(joined.toByteArray());
    }

    /** The encoding, a copy. */
    public byte[] toBytes() {
        return encoded.clone();
    }

    private static Cbor indefinite(int majorType, Cbor content) {
        byte[] first = {(byte) ((majorType << 5) | INDEFINITE)};
        return join(raw(first), content, raw(new byte[] {BREAK}));
    }

    private static Cbor head(int majorType, long argument) {
        if (argument >= 0 && argument < 24) {
            return raw(new byte[] {(byte) ((majorType << 5) | (int) argument)});
        }
        return wideHead(majorType, argument, shortestWidth(argument));
    }

    private static int shortestWidth(long argument) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(argument);
        if (bits <= 8) {
            return 1;
        }
        return bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
    }
}
