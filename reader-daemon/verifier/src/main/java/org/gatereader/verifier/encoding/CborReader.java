package org.gatereader.verifier.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads one CBOR document in the deterministic encoding of RFC 8949, section 4.2.1, and refuses
 * everything that could be written in a second way.
 *
 * <p>Accepted: shortest heads, definite lengths, map keys unique and in bytewise order of their
 * encoding, valid UTF-8. Refused beyond that: floats, tags 2 and 3 (bignums), a trailing byte, more
 * than {@link #DEPTH_MAX} levels or {@link #ITEMS_MAX} items. Nothing is allocated by a length that
 * the document only claims.
 */
public final class CborReader {
    /** Largest document where the caller names no other cap; a P1 presentation is ≤ 640 bytes. */
    public static final int DOCUMENT_BYTES_MAX = 4096;

    /** Arrays, maps and tags open at once (PROFILE-P1, section CBOR). */
    public static final int DEPTH_MAX = 8;

    /**
     * Items in a document: each array, map, key, value and element counts one, the outermost
     * included; a tag counts only as depth (PROFILE-P1, section CBOR).
     */
    public static final int ITEMS_MAX = 64;

    private static final int POSITIVE_BIGNUM = 2;
    private static final int NEGATIVE_BIGNUM = 3;

    /** How the keys of a map must stand. */
    private enum KeyOrder {
        DETERMINISTIC,
        ANY
    }

    private final byte[] document;
    private final KeyOrder keyOrder;
    private int position;
    private int itemsLeft;

    // The head read last (RFC 8949, section 3): three high bits, five low bits, and the argument.
    private int majorType;
    private int additional;
    private long argument;

    private CborReader(byte[] document, KeyOrder keyOrder, int itemsMax) {
        this.document = document;
        this.keyOrder = keyOrder;
        this.itemsLeft = itemsMax;
    }

    /**
     * Reads a document of at most {@link #DOCUMENT_BYTES_MAX} bytes.
     *
     * @param document read and never kept
     * @return refused with 103 if longer, with 105 if not exactly one item in the strict encoding
     */
    public static Verdict<CborValue> read(byte[] document) {
        return read(document, DOCUMENT_BYTES_MAX, KeyOrder.DETERMINISTIC);
    }

    /** Reads the document that a byte string holds ({@code bstr .cbor} of CDDL). */
    public static Verdict<CborValue> read(CborValue.Bytes document) {
        return read(document.shared(), DOCUMENT_BYTES_MAX, KeyOrder.DETERMINISTIC);
    }

    /**
     * Reads a document that others wrote under rules of their own: a status list of the world has
     * its keys in any order (Token Status List, section 5.2), and is one long byte string among few
     * items. Everything else is as strict, and equal keys are refused as ever.
     *
     * @param document read and never kept
     * @return refused with 103 if longer than {@code bytesMax}, with 105 if not exactly one item
     */
    public static Verdict<CborValue> readInAnyKeyOrder(byte[] document, int bytesMax) {
        return read(document, bytesMax, KeyOrder.ANY);
    }

    /** Reads the document that a byte string holds, keys in any order. */
    public static Verdict<CborValue> readInAnyKeyOrder(CborValue.Bytes document, int bytesMax) {
        return read(document.shared(), bytesMax, KeyOrder.ANY);
    }

    /**
     * Reads the document that a byte string holds, keys in any order, of as many items as the
     * caller names: a list of identifiers is one long map.
     */
    public static Verdict<CborValue> readInAnyKeyOrder(
            CborValue.Bytes document, int bytesMax, int itemsMax) {
        return read(document.shared(), bytesMax, KeyOrder.ANY, itemsMax);
    }

    private static Verdict<CborValue> read(byte[] document, int bytesMax, KeyOrder keyOrder) {
        return read(document, bytesMax, keyOrder, ITEMS_MAX);
    }

    private static Verdict<CborValue> read(
            byte[] document, int bytesMax, KeyOrder keyOrder, int itemsMax) {
        if (document.length > bytesMax) {
            return Verdict.refused(DenyReason.TOO_LARGE);
        }
        var reader = new CborReader(document, keyOrder, itemsMax);
        CborValue value = reader.item(0);
        if (value == null || reader.position != document.length) {
            return Verdict.refused(DenyReason.MALFORMED);
        }
        return Verdict.passed(value);
    }

    /** Reads one item that lies in {@code depth} arrays, maps and tags; null refuses. */
    private @Nullable CborValue item(int depth) {
        if (!readHead()) {
            return null;
        }
        if (majorType == 6) {
            return tag(depth);
        }
        if (itemsLeft-- == 0) {
            return null;
        }
        return switch (majorType) {
            case 0 -> CborValue.Int.unsigned(argument);
            case 1 -> CborValue.Int.negative(argument);
            case 2 -> bytes();
            case 3 -> text();
            case 4 -> array(depth);
            case 5 -> map(depth);
            default -> simple();
        };
    }

    /** Reads a head; false if it is cut off, indefinite, reserved or not the shortest. */
    private boolean readHead() {
        if (position == document.length) {
            return false;
        }
        int initial = document[position++] & 0xff;
        majorType = initial >>> 5;
        additional = initial & 0x1f;
        if (additional < 24) {
            argument = additional;
            return true;
        }
        // 28..30 are reserved, 31 is an indefinite length or a break.
        if (additional > 27) {
            return false;
        }
        int width = 1 << (additional - 24);
        if (document.length - position < width) {
            return false;
        }
        argument = 0;
        for (int i = 0; i < width; i++) {
            argument = argument << 8 | (document[position++] & 0xff);
        }
        return isShortest(width);
    }

    private boolean isShortest(int width) {
        // A simple value in one byte starts at 32, and a float is refused where it is read
        // (RFC 8949, section 3.3).
        if (majorType == 7) {
            return width > 1 || argument >= 32;
        }
        return switch (width) {
            case 1 -> argument >= 24;
            case 2 -> argument >>> 8 != 0;
            case 4 -> argument >>> 16 != 0;
            default -> argument >>> 32 != 0;
        };
    }

    private CborValue.@Nullable Bytes bytes() {
        if (isBeyond(document.length - position)) {
            return null;
        }
        int start = position;
        position += (int) argument;
        return new CborValue.Bytes(Arrays.copyOfRange(document, start, position));
    }

    private CborValue.@Nullable Text text() {
        if (isBeyond(document.length - position)) {
            return null;
        }
        int start = position;
        position += (int) argument;
        String value = Utf8.decode(document, start, (int) argument);
        return value == null ? null : new CborValue.Text(value);
    }

    private CborValue.@Nullable Array array(int depth) {
        if (depth == DEPTH_MAX || isBeyond(Math.min(itemsLeft, document.length - position))) {
            return null;
        }
        int count = (int) argument;
        var items = new ArrayList<CborValue>(count);
        for (int i = 0; i < count; i++) {
            CborValue item = item(depth + 1);
            if (item == null) {
                return null;
            }
            items.add(item);
        }
        return new CborValue.Array(items);
    }

    private @Nullable CborMap map(int depth) {
        if (depth == DEPTH_MAX || isBeyond(Math.min(itemsLeft, document.length - position) / 2)) {
            return null;
        }
        int count = (int) argument;
        var entries = new ArrayList<CborMap.Entry>(count);
        var keys = new KeySpans(count);
        for (int i = 0; i < count; i++) {
            int start = position;
            CborValue key = item(depth + 1);
            if (key == null || !keys.take(start, position)) {
                return null;
            }
            CborValue value = item(depth + 1);
            if (value == null) {
                return null;
            }
            entries.add(new CborMap.Entry(key, value));
        }
        return keys.areUnique() ? new CborMap(entries) : null;
    }

    /** Where the keys of one map were written, to compare them as encoded. */
    private final class KeySpans {
        private final int[] starts;
        private final int[] ends;
        private int count;

        KeySpans(int capacity) {
            starts = new int[capacity];
            ends = new int[capacity];
        }

        /** False if the key must stand after the one before it, and does not. */
        boolean take(int start, int end) {
            starts[count] = start;
            ends[count++] = end;
            return keyOrder == KeyOrder.ANY || count == 1 || compare(count - 2, count - 1) < 0;
        }

        /** Sorted first where they stand in any order: a long map must not cost its square. */
        boolean areUnique() {
            if (keyOrder == KeyOrder.DETERMINISTIC) {
                return true;
            }
            Integer[] sorted = IntStream.range(0, count).boxed().toArray(Integer[]::new);
            Arrays.sort(sorted, this::compare);
            return IntStream.range(1, count).allMatch(i -> compare(sorted[i - 1], sorted[i]) != 0);
        }

        private int compare(int one, int other) {
            return Arrays.compareUnsigned(
                    document, starts[one], ends[one], document, starts[other], ends[other]);
        }
    }

    private CborValue.@Nullable Tag tag(int depth) {
        if (depth == DEPTH_MAX || argument == POSITIVE_BIGNUM || argument == NEGATIVE_BIGNUM) {
            return null;
        }
        long number = argument;
        CborValue content = item(depth + 1);
        return content == null ? null : new CborValue.Tag(number, content);
    }

    private @Nullable CborValue simple() {
        // 25..27 are floats.
        if (additional > 24) {
            return null;
        }
        return switch ((int) argument) {
            case 20 -> CborValue.Bool.FALSE;
            case 21 -> CborValue.Bool.TRUE;
            case 22 -> CborValue.Null.NULL;
            default -> new CborValue.Simple((int) argument);
        };
    }

    /** Compares the unsigned argument with what is really there, before anything is allocated. */
    private boolean isBeyond(int available) {
        return Long.compareUnsigned(argument, available) > 0;
    }
}
