package org.gatereader.verifier.presentation;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.gatereader.verifier.encoding.CborMap;
import org.gatereader.verifier.encoding.CborValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims of one map by their CDDL type and remembers whether each was of it. The values mean
 * something only while {@link #areValid} says so: a caller reads all, then asks once.
 */
final class ClaimReader {
    private final CborMap map;
    private boolean areValid = true;

    ClaimReader(CborMap map) {
        this.map = map;
    }

    boolean areValid() {
        return areValid;
    }

    boolean has(long label) {
        return map.get(label).isPresent();
    }

    /** {@code tstr .size (min..max)}: the size is that of the UTF-8. */
    String text(long label, int min, int max) {
        if (map.get(label).orElse(null) instanceof CborValue.Text text && isSized(text, min, max)) {
            return text.value();
        }
        areValid = false;
        return "";
    }

    /** {@code bstr .size (min..max)} */
    byte[] bytes(long label, int min, int max) {
        if (map.get(label).orElse(null) instanceof CborValue.Bytes bytes
                && isWithin(bytes.length(), min, max)) {
            return bytes.toByteArray();
        }
        areValid = false;
        return new byte[0];
    }

    /** {@code uint}; above 2⁶³−1 it is read as 2⁶³−1, later than any instant. */
    long unsigned(long label) {
        if (map.get(label).orElse(null) instanceof CborValue.Int number && number.isUnsigned()) {
            return number.fitsLong() ? number.longValue() : Long.MAX_VALUE;
        }
        areValid = false;
        return 0;
    }

    /** A reader of the map at {@code label}, which holds exactly {@code labels}. */
    ClaimReader exactMap(long label, Set<Long> labels) {
        if (map.get(label).orElse(null) instanceof CborMap inner) {
            var reader = new ClaimReader(inner);
            reader.requireOnly(labels);
            return reader;
        }
        areValid = false;
        return this;
    }

    /** Any value, or null where the label is absent. */
    @Nullable CborValue any(long label) {
        return map.get(label).orElse(null);
    }

    /** No claim but these. */
    void requireOnly(Set<Long> labels) {
        areValid &=
                map.entries().stream()
                        .allMatch(
                                entry ->
                                        entry.key() instanceof CborValue.Int label
                                                && label.fitsLong()
                                                && labels.contains(label.longValue()));
    }

    /** The claims are invalid as soon as one of another reader is. */
    void requireValid(ClaimReader inner) {
        areValid &= inner.areValid;
    }

    /** Whether the UTF-8 of the text has {@code min}..{@code max} bytes. */
    static boolean isSized(CborValue.Text text, int min, int max) {
        return isWithin(text.value().getBytes(StandardCharsets.UTF_8).length, min, max);
    }

    private static boolean isWithin(int size, int min, int max) {
        return size >= min && size <= max;
    }
}
