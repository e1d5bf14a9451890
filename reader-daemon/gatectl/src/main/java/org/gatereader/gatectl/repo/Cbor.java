package org.gatereader.gatectl.repo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Writes the CBOR of a status list token, each head as short as it can be (RFC 8949, 4.2.1). */
final class Cbor {
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;

    private static final int IN_HEAD_MAX = 23;
    private static final int ONE_BYTE = 24;

    private Cbor() {}

    static byte[] integer(long value) {
        return value < 0 ? head(NEGATIVE, ~value) : head(UNSIGNED, value);
    }

    static byte[] bytes(byte[] value) {
        return joined(head(BYTES, value.length), value);
    }

    static byte[] text(String value) {
        byte[] utf8 = value.getBytes(UTF_8);
        return joined(head(TEXT, utf8.length), utf8);
    }

    static byte[] array(byte[]... items) {
        return joined(head(ARRAY, items.length), joined(items));
    }

    /** A map of keys and values in turn; the caller gives the keys in deterministic order. */
    static byte[] map(byte[]... keysAndValues) {
        return joined(head(MAP, keysAndValues.length / 2), joined(keysAndValues));
    }

    static byte[] tag(int number, byte[] content) {
        return joined(head(TAG, number), content);
    }

    private static byte[] head(int majorType, long argument) {
        int first = majorType << 5;
        if (argument <= IN_HEAD_MAX) {
            return new byte[] {(byte) (first | (int) argument)};
        }
        int power = 0;
        while (power < 3 && argument >>> (Byte.SIZE << power) != 0) {
            power++;
        }
        var head = new ByteArrayOutputStream();
        head.write(first | (ONE_BYTE + power));
        for (int shift = Byte.SIZE * ((1 << power) - 1); shift >= 0; shift -= Byte.SIZE) {
            head.write((int) (argument >>> shift));
        }
        return head.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
