package org.gatereader.verifier.encoding;

import java.util.List;
import java.util.Optional;

/**
 * A CBOR map of definite length, its keys unique and in the order of their encoding (RFC 8949,
 * section 4.2.1). Keys can be any item: whether they fit is for the profile to judge.
 */
public final class CborMap implements CborValue {
    private final List<Entry> entries;

    CborMap(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    public int size() {
        return entries.size();
    }

    /** Keys and values in the order of the document; unmodifiable. */
    public List<Entry> entries() {
        return entries;
    }

    /** The value at an integer key. */
    public Optional<CborValue> get(long key) {
        // A scan, not a hash: at most 32 entries, and nobody can choose colliding keys.
        for (Entry entry : entries) {
            if (entry.key instanceof Int number && number.is(key)) {
                return Optional.of(entry.value);
            }
        }
        return Optional.empty();
    }

    /** The value at a text key, compared by code units: no normalisation. */
    public Optional<CborValue> get(String key) {
        for (Entry entry : entries) {
            if (entry.key instanceof Text text && text.value().equals(key)) {
                return Optional.of(entry.value);
            }
        }
        return Optional.empty();
    }

    /** One key and its value. */
    public static final class Entry {
        private final CborValue key;
        private final CborValue value;

        Entry(CborValue key, CborValue value) {
            this.key = key;
            this.value = value;
        }

        public CborValue key() {
            return key;
        }

        public CborValue value() {
            return value;
        }
    }
}
