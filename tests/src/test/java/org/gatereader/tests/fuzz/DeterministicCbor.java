package org.gatereader.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;

/**
 * Writes what the strict reader read (RFC 8949, section 4.2.1). A document that is accepted has one
 * encoding only, so these bytes must be the ones it came from.
 */
final class DeterministicCbor {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private DeterministicCbor() {}

    static byte[] encode(CborValue value) {
        var writer = new DeterministicCbor();
        writer.item(value);
        return writer.out.toByteArray();
    }

    private void item(CborValue value) {
        switch (value) {
            case CborValue.Int number -> integer(number);
            case CborValue.Bytes bytes -> string(2, bytes.toByteArray());
            case CborValue.Text text -> string(3, text.value().getBytes(UTF_8));
            case CborValue.Array array -> {
                head(4, array.items().size());
                array.items().forEach(this::item);
            }
            case CborMap map -> {
                head(5, map.size());
                for (CborMap.Entry entry : map.entries()) {
                    item(entry.key());
                    item(entry.value());
                }
            }
            case CborValue.Tag tag -> {
                head(6, tag.number());
                item(tag.content());
            }
            case CborValue.Bool bool -> head(7, bool.value() ? 21 : 20);
            case CborValue.Null _ -> head(7, 22);
            case CborValue.Simple simple -> head(7, simple.number());
        }
    }

    private void integer(CborValue.Int number) {
        var value = number.bigValue();
        if (number.isUnsigned()) {
            head(0, value.longValue());
        } else {
            head(1, value.not().longValue());
        }
    }

    private void string(int majorType, byte[] content) {
        head(majorType, content.length);
        out.writeBytes(content);
    }

    private void head(int majorType, long argument) {
        out.writeBytes(headOf(majorType, argument));
    }

    /** The shortest head for an argument that is read as unsigned. */
    static byte[] headOf(int majorType, long argument) {
        int width = widthOf(argument);
        byte[] head = new byte[1 + width];
        int additional = width == 0 ? (int) argument : 24 + Integer.numberOfTrailingZeros(width);
        head[0] = (byte) (majorType << 5 | additional);
        for (int i = 1; i <= width; i++) {
            head[i] = (byte) (argument >>> ((width - i) * Byte.SIZE));
        }
        return head;
    }

    private static int widthOf(long argument) {
        if (argument >= 0 && argument < 24) {
            return 0;
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(argument);
        return bits <= 8 ? 1 : bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
    }
}
