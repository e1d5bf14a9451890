package org.gatereader.daemon.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads the journal of a directory, while it is being written or long after. Damage costs the
 * records it hit and no others.
 */
public final class JournalReader {
    private final Path ring;

    /** The directory need not hold a journal yet. */
    public JournalReader(Path directory) {
        this.ring = directory.resolve(RingFile.NAME);
    }

    /**
     * What was found.
     *
     * @param records in the order in which they were written; a gap in the sequence is a lost one
     * @param damagedSlots how many places hold no whole record, perhaps one that is being written
     */
    public record Reading(List<JournalRecord> records, int damagedSlots) {
        public Reading {
            records = List.copyOf(records);
        }
    }

    /** The newest records, at most so many. */
    public Reading last(int recordsMax) throws IOException {
        return after(0, recordsMax);
    }

    /**
     * The records that follow a sequence number; the newest of them where there are more.
     *
     * @throws java.nio.file.NoSuchFileException if there is no journal
     */
    public Reading after(long sequence, int recordsMax) throws IOException {
        TreeMap<Long, JournalRecord> found = new TreeMap<>();
        int damaged =
                Slots.forEach(
                        ring,
                        record -> {
                            if (record.sequence() > sequence) {
                                found.put(record.sequence(), record);
                            }
                            if (found.size() > recordsMax) {
                                found.pollFirstEntry();
                            }
                        });
        return new Reading(List.copyOf(found.values()), damaged);
    }
}
