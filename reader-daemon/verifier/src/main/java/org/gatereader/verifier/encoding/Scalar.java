package org.gatereader.verifier.encoding;

/**
 * A single value of a claim or of a policy, comparable across encodings: the text {@code "5"} and
 * the number {@code 5} differ. Classes without a printed content: identity never prints.
 */
public sealed interface Scalar {
    record Text(String value) implements Scalar {
        @Override
        public String toString() {
            return "Text";
        }
    }

    record Whole(long value) implements Scalar {
        @Override
        public String toString() {
            return "Whole";
        }
    }

    record Truth(boolean value) implements Scalar {
        @Override
        public String toString() {
            return "Truth";
        }
    }
}
