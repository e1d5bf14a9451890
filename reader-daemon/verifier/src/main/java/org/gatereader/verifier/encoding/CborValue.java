package org.gatereader.verifier.encoding;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * One CBOR data item of the subset that a gate reads: no floats, no bignums (RFC 8949, section 3).
 *
 * <p>Immutable, made only by {@link CborReader}. No item has a {@code toString}: it can hold a
 * claim, and identity never prints.
 */
public sealed interface CborValue
        permits CborMap,
                CborValue.Array,
                CborValue.Bool,
                CborValue.Bytes,
                CborValue.Int,
                CborValue.Null,
                CborValue.Simple,
                CborValue.Tag,
                CborValue.Text {

    /**
     * Says whether this item, or one anywhere within it, map keys included, is one that {@code
     * sought} accepts. Recurses no deeper than {@link CborReader#DEPTH_MAX}.
     */
    default boolean containsAny(Predicate<? super CborValue> sought) {
        if (sought.test(this)) {
            return true;
        }
        // Loops, not streams: this runs for every presentation.
        switch (this) {
            case Array array -> {
                for (CborValue item : array.items()) {
                    if (item.containsAny(sought)) {
                        return true;
                    }
                }
            }
            case CborMap map -> {
                for (CborMap.Entry entry : map.entries()) {
                    if (entry.key().containsAny(sought) || entry.value().containsAny(sought)) {
                        return true;
                    }
                }
            }
            case Tag tag -> {
                return tag.content().containsAny(sought);
            }
            case Int _, Bytes _, Text _, Bool _, Null _, Simple _ -> {}
        }
        return false;
    }

    /** An integer of −2^64..2^64−1 (major types 0 and 1). */
    final class Int implements CborValue {
        // As on the wire: the value itself, or −1 − value for a negative one; read as unsigned.
        private final long argument;
        private final boolean negative;

        private Int(long argument, boolean negative) {
            this.argument = argument;
            this.negative = negative;
        }

        static Int unsigned(long argument) {
            return new Int(argument, false);
        }

        static Int negative(long argument) {
            return new Int(argument, true);
        }

        /** A {@code uint} of CDDL: zero or more, up to 2^64−1. */
        public boolean isUnsigned() {
            return !negative;
        }

        /** Says whether {@link #longValue} can answer: −2^63..2^63−1. */
        public boolean fitsLong() {
            return argument >= 0;
        }

        /**
         * The value, where it {@linkplain #fitsLong fits}.
         *
         * @throws ArithmeticException outside −2^63..2^63−1: ask first
         */
        public long longValue() {
            if (!fitsLong()) {
                throw new ArithmeticException("beyond 64 bits with sign");
            }
            return negative ? ~argument : argument;
        }

        /** Says whether the value is {@code number}; false where it does not fit. */
        public boolean is(long number) {
            return fitsLong() && longValue() == number;
        }

        /** The value, whatever its size. */
        public BigInteger bigValue() {
            if (fitsLong()) {
                return BigInteger.valueOf(longValue());
            }
            var unsigned = new BigInteger(Long.toUnsignedString(argument));
            return negative ? unsigned.not() : unsigned;
        }
    }

    /** A byte string (major type 2). */
    final class Bytes implements CborValue {
        private final byte[] content;

        /** Takes {@code content} over: the reader gives away its own copy. */
        Bytes(byte[] content) {
            this.content = content;
        }

        public int length() {
            return content.length;
        }

        public byte[] toByteArray() {
            return content.clone();
        }

        /** Compares byte by byte, without a copy; not in constant time: nothing here is secret. */
        public boolean contentEquals(byte[] other) {
            return Arrays.equals(content, other);
        }

        /** The bytes themselves, for a reader of this package that keeps and changes nothing. */
        byte[] shared() {
            return content;
        }
    }

    /** A text string that was valid UTF-8 (major type 3). */
    final class Text implements CborValue {
        private final String value;

        Text(String value) {
            this.value = value;
        }

        public String value() {
            return value;
        }
    }

    /** An array of definite length (major type 4). */
    final class Array implements CborValue {
        private final List<CborValue> items;

        Array(List<CborValue> items) {
            this.items = List.copyOf(items);
        }

        /** The elements in their order; unmodifiable. */
        public List<CborValue> items() {
            return items;
        }
    }

    /** A tag and what it encloses (major type 6); never tag 2 or 3. */
    final class Tag implements CborValue {
        private final long number;
        private final CborValue content;

        Tag(long number, CborValue content) {
            this.number = number;
            this.content = content;
        }

        /** The tag number; 2^63 and above read as negative. */
        public long number() {
            return number;
        }

        public CborValue content() {
            return content;
        }
    }

    /** True or false (simple values 21 and 20). */
    final class Bool implements CborValue {
        static final Bool TRUE = new Bool(true);
        static final Bool FALSE = new Bool(false);

        private final boolean value;

        private Bool(boolean value) {
            this.value = value;
        }

        public boolean value() {
            return value;
        }
    }

    /** Null (simple value 22). */
    final class Null implements CborValue {
        static final Null NULL = new Null();

        private Null() {}
    }

    /** Any other simple value, {@code undefined} (23) included. */
    final class Simple implements CborValue {
        private final int number;

        Simple(int number) {
            this.number = number;
        }

        /** 0..19, 23 or 32..255. */
        public int number() {
            return number;
        }
    }
}
