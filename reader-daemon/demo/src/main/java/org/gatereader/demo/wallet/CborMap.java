package org.gatereader.demo.wallet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The entries of a CBOR map while it is being made: ordered, and free to hold a key twice. */
public final class CborMap {
    private static final Comparator<Entry> BY_ENCODED_KEY =
            (one, other) -> Arrays.compareUnsigned(one.key.toBytes(), other.key.toBytes());

    private record Entry(Cbor key, Cbor value) {
        boolean has(Cbor other) {
            return Arrays.equals(key.toBytes(), other.toBytes());
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** An empty map. */
    public CborMap() {}

    /** Sets a key, replacing what it held. */
    public CborMap put(Cbor key, Cbor value) {
        remove(key);
        return add(key, value);
    }

    public CborMap put(long key, Cbor value) {
        return put(Cbor.integer(key), value);
    }

    public CborMap put(String key, Cbor value) {
        return put(Cbor.text(key), value);
    }

    /** Adds an entry even if the key is there: how a duplicate is made. */
    public CborMap add(Cbor key, Cbor value) {
        entries.add(new Entry(key, value));
        return this;
    }

    public CborMap remove(Cbor key) {
        entries.removeIf(entry -> entry.has(key));
        return this;
    }

    public CborMap remove(long key) {
        return remove(Cbor.integer(key));
    }

    public int size() {
        return entries.size();
    }

    /** The same entries, last first: never the deterministic order of two entries or more. */
    public CborMap reversed() {
        var reversed = new CborMap();
        reversed.entries.addAll(inKeyOrder().entries.reversed());
        return reversed;
    }

    CborMap inKeyOrder() {
        var sorted = new CborMap();
        sorted.entries.addAll(entries);
        sorted.entries.sort(BY_ENCODED_KEY);
        return sorted;
    }

    Cbor concatenated() {
        var parts = new ArrayList<Cbor>();
        for (Entry entry : entries) {
            parts.add(entry.key);
            parts.add(entry.value);
        }
        return Cbor.join(parts);
    }
}
