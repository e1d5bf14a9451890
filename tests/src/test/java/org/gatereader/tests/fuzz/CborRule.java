package org.gatereader.tests.fuzz;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.gatereader.verifier.encoding.CborReader;

/**
 * What our reader refuses beyond the standard, and what the other reader refuses beyond it: each
 * difference between the two has one of these names, told by this scan of a well-formed document,
 * which shares no code with either reader.
 */
enum CborRule {
    /** RFC 8949, section 4.2.1: a head in more bytes than it needs. */
    LONGER_HEAD,
    /** RFC 8949, section 4.2.1: a length that is not told at the beginning. */
    INDEFINITE_LENGTH,
    /** RFC 8949, section 4.2.1: keys in another order than that of their encodings. */
    UNSORTED_KEYS,
    /** PROFILE-P1: no floats. */
    FLOAT,
    /** PROFILE-P1: no bignums. */
    BIGNUM,
    /** PROFILE-P1: at most eight arrays, maps and tags open at once. */
    TOO_DEEP,
    /** PROFILE-P1: at most 64 items. */
    TOO_MANY_ITEMS,
    /** At most 4096 bytes, where the caller names no other cap. */
    TOO_LARGE,
    /** The other reader judges what stands in these tags; ours leaves that to the profile. */
    TAG_THAT_THE_OTHER_JUDGES;

    /** What a gate refuses of what the standard allows. */
    static final Set<CborRule> OURS = EnumSet.complementOf(EnumSet.of(TAG_THAT_THE_OTHER_JUDGES));

    /** Those that a document breaks, which must be well-formed. */
    static Set<CborRule> brokenBy(byte[] document) {
        var scan = new Scan(document);
        scan.item(0);
        if (scan.items > 64) {
            scan.broken.add(TOO_MANY_ITEMS);
        }
        if (document.length > CborReader.DOCUMENT_BYTES_MAX) {
            scan.broken.add(TOO_LARGE);
        }
        return scan.broken;
    }

    private static final class Scan {
        private final byte[] document;
        private final Set<CborRule> broken = EnumSet.noneOf(CborRule.class);
        private int position;
        private int items;

        Scan(byte[] document) {
            this.document = document;
        }

        /** Passes one item that lies so deep; false at the break of an indefinite length. */
        private boolean item(int depth) {
            int initial = document[position++] & 0xff;
            int major = initial >> 5;
            if (initial == 0xff) {
                return false;
            }
            items += major == 6 ? 0 : 1;
            if (depth >= 8 && major >= 4 && major <= 6) {
                broken.add(TOO_DEEP);
            }
            boolean isIndefinite = (initial & 0x1f) == 31;
            long argument = isIndefinite ? Long.MAX_VALUE : argument(initial);
            switch (major) {
                case 2, 3 -> string(argument, isIndefinite, depth);
                case 4 -> items(argument, depth);
                case 5 -> map(argument, depth);
                case 6 -> tag(argument, depth);
                default -> {}
            }
            if (isIndefinite) {
                broken.add(INDEFINITE_LENGTH);
            }
            return true;
        }

        private long argument(int initial) {
            int additional = initial & 0x1f;
            if (additional < 24) {
                return additional;
            }
            int width = 1 << (additional - 24);
            long argument = 0;
            for (int end = position + width; position < end; position++) {
                argument = argument << 8 | (document[position] & 0xff);
            }
            if (initial >> 5 == 7) {
                if (width > 1) {
                    broken.add(FLOAT);
                }
            } else if (DeterministicCbor.headOf(0, argument).length < 1 + width) {
                broken.add(LONGER_HEAD);
            }
            return argument;
        }

        private void string(long length, boolean isIndefinite, int depth) {
            if (isIndefinite) {
                items(length, depth);
            } else {
                position += (int) length;
            }
        }

        private void items(long count, int depth) {
            for (long i = 0; i < count && item(depth + 1); i++) {}
        }

        private void map(long count, int depth) {
            byte[] before = {};
            for (long i = 0; i < count; i++) {
                int start = position;
                if (!item(depth + 1)) {
                    return;
                }
                byte[] key = Arrays.copyOfRange(document, start, position);
                if (i > 0 && Arrays.compareUnsigned(before, key) > 0) {
                    broken.add(UNSORTED_KEYS);
                }
                before = key;
                item(depth + 1);
            }
        }

        private void tag(long number, int depth) {
            if (number == 2 || number == 3) {
                broken.add(BIGNUM);
            }
            if (number == 4 || number == 5 || number == 30 || number == 264 || number == 265) {
                broken.add(TAG_THAT_THE_OTHER_JUDGES);
            }
            item(depth + 1);
        }
    }
}
