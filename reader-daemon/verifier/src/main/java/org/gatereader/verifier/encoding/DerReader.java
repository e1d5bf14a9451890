package org.gatereader.verifier.encoding;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Steps through DER strictly (ITU-T X.690, clauses 8 and 10): definite lengths, written as short as
 * they can be, inside what encloses them. Knows the three types of which a public key and an ECDSA
 * signature consist; after an empty answer nothing more is to be asked of it.
 *
 * <p>Bounded by the array it is given: nothing is allocated by a claimed length.
 */
public final class DerReader {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int SEQUENCE = 0x30;

    private static final int NONE = -1;
    private static final int SHORT_LENGTH_MAX = 0x7f;
    private static final int ONE_LENGTH_BYTE = 0x81;
    private static final int TWO_LENGTH_BYTES = 0x82;

    private final byte[] der;
    private int next;

    /** A reader of a whole array; read, never written. */
    public DerReader(byte[] der) {
        this.der = der;
    }

    /** The content of the one sequence that these bytes are; empty if they are anything else. */
    public static Optional<byte[]> onlySequence(byte[] der) {
        var reader = new DerReader(der);
        return reader.sequence().filter(_ -> reader.isAtEnd());
    }

    public boolean isAtEnd() {
        return next == der.length;
    }

    /** The content of the next element, a sequence; empty if it is none. */
    public Optional<byte[]> sequence() {
        return content(SEQUENCE);
    }

    /** The next element, an integer that is not negative, in its one form; empty otherwise. */
    public Optional<BigInteger> unsigned() {
        return content(INTEGER).filter(DerReader::isShortestUnsigned).map(BigInteger::new);
    }

    private static boolean isShortestUnsigned(byte[] content) {
        if (content.length == 0 || content[0] < 0) {
            return false;
        }
        // A leading zero stands only before what would be a sign.
        return content.length == 1 || content[0] != 0 || content[1] < 0;
    }

    /** The next element, a bit string of whole bytes; empty otherwise. */
    public Optional<byte[]> wholeBytes() {
        return content(BIT_STRING)
                .filter(content -> content.length > 0 && content[0] == 0)
                .map(content -> Arrays.copyOfRange(content, 1, content.length));
    }

    private Optional<byte[]> content(int tag) {
        if (unsignedByte() != tag) {
            return Optional.empty();
        }
        int length = length();
        if (length == NONE || length > der.length - next) {
            return Optional.empty();
        }
        int begin = next;
        next += length;
        return Optional.of(Arrays.copyOfRange(der, begin, next));
    }

    private int length() {
        int first = unsignedByte();
        if (first <= SHORT_LENGTH_MAX) {
            return first;
        }
        int high = first == TWO_LENGTH_BYTES ? unsignedByte() : 0;
        int low = unsignedByte();
        return switch (first) {
            case ONE_LENGTH_BYTE -> low > SHORT_LENGTH_MAX ? low : NONE;
            case TWO_LENGTH_BYTES -> high > 0 && low >= 0 ? high << Byte.SIZE | low : NONE;
            // Longer than 65535 bytes, or indefinite: no key and no signature.
            default -> NONE;
        };
    }

    private int unsignedByte() {
        return next < der.length ? Byte.toUnsignedInt(der[next++]) : NONE;
    }
}
