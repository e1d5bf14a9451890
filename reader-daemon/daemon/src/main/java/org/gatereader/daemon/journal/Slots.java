package org.gatereader.daemon.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** One walk through a ring file, slot by slot, with constant memory. */
final class Slots {
    private static final int CHUNK_BYTES = 256 * RecordFormat.BYTES;

    private static final byte[] BLANK = new byte[CHUNK_BYTES];

    private Slots() {}

    /** Is shown one record after the other. */
    @FunctionalInterface
    interface Visitor {
        void show(JournalRecord record) throws IOException;
    }

    /**
     * Shows every whole record, in the order of the slots and not of time.
     *
     * @return how many slots hold something that is no whole record
     * @throws IOException if the file is no regular file or can not be read
     */
    static int forEach(Path file, Visitor visitor) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + ": expected a regular file");
        }
        int damaged = 0;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int length = in.readNBytes(chunk, 0, CHUNK_BYTES);
                    length > 0;
                    length = in.readNBytes(chunk, 0, CHUNK_BYTES)) {
                // A new gate's ring is nothing else, and is read at every start.
                if (!Arrays.equals(chunk, 0, length, BLANK, 0, length)) {
                    damaged += forEach(chunk, length, visitor);
                }
            }
        }
        return damaged;
    }

    private static int forEach(byte[] chunk, int length, Visitor visitor) throws IOException {
        int damaged = 0;
        byte[] slot = new byte[RecordFormat.BYTES];
        int whole = length - length % RecordFormat.BYTES;
        for (int start = 0; start < whole; start += RecordFormat.BYTES) {
            System.arraycopy(chunk, start, slot, 0, RecordFormat.BYTES);
            // First, for most of a young ring is blank, and a start reads it all.
            if (RecordFormat.isBlank(slot)) {
                continue;
            }
            Optional<JournalRecord> record = RecordFormat.decode(slot);
            if (record.isPresent()) {
                visitor.show(record.get());
            } else {
                damaged++;
            }
        }
        return damaged;
    }
}
