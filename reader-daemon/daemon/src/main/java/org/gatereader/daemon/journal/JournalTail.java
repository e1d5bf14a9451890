package org.gatereader.daemon.journal;

import java.util.List;
import java.util.TreeMap;

/** The newest records, kept in memory so that whoever asks for them need not read the ring. */
final class JournalTail {
    /** As many as a screen shows. */
    static final int RECORDS_MAX = 64;

    private final TreeMap<Long, JournalRecord> newest = new TreeMap<>();

    /** In any order: those of an earlier run come as they lie. */
    synchronized void add(JournalRecord record) {
        newest.put(record.sequence(), record);
        if (newest.size() > RECORDS_MAX) {
            newest.pollFirstEntry();
        }
    }

    /** In the order in which they were written. */
    synchronized List<JournalRecord> records() {
        return List.copyOf(newest.values());
    }
}
