package org.gatereader.hal.gpio;

import java.util.ArrayDeque;
import java.util.List;

/** The newest entries of a simulated device; bounded, for a demo runs for days. */
final class History<T> {
    private static final int ENTRIES_MAX = 4096;

    private final ArrayDeque<T> entries = new ArrayDeque<>();
    private long count;

    void add(T entry) {
        if (entries.size() == ENTRIES_MAX) {
            entries.removeFirst();
        }
        entries.addLast(entry);
        count++;
    }

    /** Oldest first. */
    List<T> newest() {
        return List.copyOf(entries);
    }

    /** All that ever were, also those no longer held. */
    long count() {
        return count;
    }
}
