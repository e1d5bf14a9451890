package org.gatereader.verifier.encoding;

import java.util.List;

/**
 * One JSON value (RFC 8259, section 3) that knows where it stood, so that a fault in a file that
 * people write can name the place.
 *
 * <p>Immutable; {@link JsonReader} makes it, or it is made of what that made. No value has a {@code
 * toString}: it can hold a claim, and identity never prints.
 */
public abstract sealed class JsonValue
        permits JsonObject,
                JsonValue.Array,
                JsonValue.Bool,
                JsonValue.Decimal,
                JsonValue.Int,
                JsonValue.Null,
                JsonValue.Text {
    private final TextPosition at;

    JsonValue(TextPosition at) {
        this.at = at;
    }

    /** Where the value begins. */
    public final TextPosition at() {
        return at;
    }

    /** An array. */
    public static final class Array extends JsonValue {
        private final List<JsonValue> items;

        Array(TextPosition at, List<JsonValue> items) {
            super(at);
            this.items = List.copyOf(items);
        }

        /** An array in the same place with other elements. */
        public Array with(List<JsonValue> others) {
            return new Array(at(), others);
        }

        /** The elements in their order; unmodifiable. */
        public List<JsonValue> items() {
            return items;
        }
    }

    /** A string; every surrogate in it has its pair. */
    public static final class Text extends JsonValue {
        private final String value;

        Text(TextPosition at, String value) {
            super(at);
            this.value = value;
        }

        public String value() {
            return value;
        }
    }

    /** A number written without fraction or exponent, in −2^63..2^63−1. */
    public static final class Int extends JsonValue {
        private final long value;

        Int(TextPosition at, long value) {
            super(at);
            this.value = value;
        }

        public long value() {
            return value;
        }
    }

    /** Any other number, as it was written: 1.0 is not 1, and 1e999 is not computed. */
    public static final class Decimal extends JsonValue {
        private final String digits;

        Decimal(TextPosition at, String digits) {
            super(at);
            this.digits = digits;
        }

        public String digits() {
            return digits;
        }
    }

    /** True or false. */
    public static final class Bool extends JsonValue {
        private final boolean value;

        Bool(TextPosition at, boolean value) {
            super(at);
            this.value = value;
        }

        public boolean value() {
            return value;
        }
    }

    /** Null. */
    public static final class Null extends JsonValue {
        Null(TextPosition at) {
            super(at);
        }
    }
}
