package org.gatereader.verifier.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes CBOR as {@link CborReader} demands it: shortest heads and definite lengths (RFC 8949,
 * section 4.2.1). The order of a map's keys is the caller's care; what it writes is the gate's own
 * and small.
 */
public final class CborWriter {
    private static final int UNSIGNED = 0x00;
    private static final int NEGATIVE = 0x20;
    private static final int BYTES = 0x40;
    private static final int TEXT = 0x60;
    private static final int ARRAY = 0x80;
    private static final int MAP = 0xa0;

    private byte[] written;
    private int length;

    /**
     * @param capacity bytes that the document is expected to have; it may have more
     */
    public CborWriter(int capacity) {
        written = new byte[capacity];
    }

    /** The head of a map; its keys and values follow. */
    public CborWriter map(int entries) {
        return head(MAP, entries);
    }

    /** The head of an array; its elements follow. */
    public CborWriter array(int elements) {
        return head(ARRAY, elements);
    }

    public CborWriter integer(long value) {
        return value < 0 ? head(NEGATIVE, ~value) : head(UNSIGNED, value);
    }

    public CborWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return head(TEXT, utf8.length).encoded(utf8);
    }

    public CborWriter bytes(byte[] value) {
        return head(BYTES, value.length).encoded(value);
    }

    /** What is already encoded, as it is. */
    public CborWriter encoded(byte[] items) {
        if (written.length - length < items.length) {
            written = Arrays.copyOf(written, 2 * (length + items.length));
        }
        System.arraycopy(items, 0, written, length, items.length);
        length += items.length;
        return this;
    }

    /** All that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(written, length);
    }

    /** Major type and argument in their shortest form (RFC 8949, section 3). */
    private CborWriter head(int majorType, long argument) {
        if (argument < 24) {
            return encoded(new byte[] {(byte) (majorType | argument)});
        }
        int width = argument < 1 << 8 ? 1 : argument < 1 << 16 ? 2 : argument < 1L << 32 ? 4 : 8;
        byte[] head = new byte[1 + width];
        head[0] = (byte) (majorType | (24 + Integer.numberOfTrailingZeros(width)));
        for (int i = width; i > 0; i--) {
            head[i] = (byte) (argument >>> (8 * (width - i)));
        }
        return encoded(head);
    }
}
