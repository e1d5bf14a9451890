package org.gatereader.daemon.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a fixed number of fixed-size records, allocated at once and written round and round.
 *
 * <p>There is no header and no pointer that a power cut could leave pointing elsewhere: every slot
 * proves itself by its CRC, the highest sequence number is the newest record, and the next one goes
 * to slot {@code sequence mod slots}. Whatever was being written when the power went is one slot
 * that fails its CRC, with the newest records on one side of it and the oldest on the other.
 *
 * <p>A {@link RandomAccessFile} and not a channel writes, because an interrupt closes a channel,
 * and the last bucket is written while the process is being told to stop.
 */
final class RingFile implements AutoCloseable {
    static final String NAME = "journal.ring";
    static final String LOCK_NAME = "journal.lock";

    // A file of its own, for POSIX takes a lock away as soon as its process closes any other
    // descriptor of the locked file, and the ring is also read by this process.
    private final FileChannel lock;
    private final RandomAccessFile file;
    private final int slots;
    private long newest;

    private RingFile(FileChannel lock, RandomAccessFile file, int slots, long newest) {
        this.lock = lock;
        this.file = file;
        this.slots = slots;
        this.newest = newest;
    }

    /**
     * Opens the ring of a directory; makes either if it is not there.
     *
     * @param slots a ring of another size, or a truncated one, is rewritten with its newest records
     * @param visitor is shown what the ring holds, in no order
     * @throws IOException if there is no room for the whole ring, or another process writes it
     */
    static RingFile open(Path directory, int slots, Slots.Visitor visitor) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            Files.createDirectory(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-x---")));
        }
        FileChannel lock = own(directory);
        try {
            Path path = directory.resolve(NAME);
            if (!isOfSize(path, slots)) {
                rebuild(path, slots);
            }
            long newest = show(path, visitor);
            return new RingFile(lock, new RandomAccessFile(path.toFile(), "rw"), slots, newest);
        } catch (IOException | RuntimeException | Error unusable) {
            lock.close();
            throw unusable;
        }
    }

    /** Writes one record over the oldest; it is safe from a power cut after {@link #force}. */
    JournalRecord append(Instant bucket, int code, long number) throws IOException {
        long sequence = newest + 1;
        file.seek(slotOf(sequence, slots) * RecordFormat.BYTES);
        JournalRecord record = new JournalRecord(sequence, bucket, code, number);
        file.write(RecordFormat.encode(record));
        newest = sequence;
        return record;
    }

    /** Waits until the disk has it: p50 10 ms on an SD card, so never on the way to the relay. */
    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        try (FileChannel _ = lock) {
            file.close();
        }
    }

    /** Two writers would each number their records. */
    private static FileChannel own(Path directory) throws IOException {
        FileChannel lock =
                FileChannel.open(
                        directory.resolve(LOCK_NAME),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            @Nullable FileLock held = lock.tryLock();
            if (held != null) {
                return lock;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // Says the same as null does of another process.
        }
        lock.close();
        throw new IOException(directory + ": somebody else writes this journal");
    }

    private static boolean isOfSize(Path path, int slots) throws IOException {
        try {
            return Files.size(path) == (long) slots * RecordFormat.BYTES;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** Built aside and renamed: a cut at any byte leaves the old ring or the new one. */
    private static void rebuild(Path path, int slots) throws IOException {
        Path aside = path.resolveSibling(NAME + ".new");
        Files.deleteIfExists(aside);
        try (RandomAccessFile next = new RandomAccessFile(aside.toFile(), "rw")) {
            allocate(next, slots);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                copyNewest(path, next, slots);
            }
            next.getFD().sync();
        } catch (IOException noRoom) {
            Files.deleteIfExists(aside);
            throw noRoom;
        }
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r-----"));
        Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent =
                FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** Real zeros and no hole: once the ring is open no write can meet a full disk. */
    private static void allocate(RandomAccessFile file, int slots) throws IOException {
        byte[] zeros = new byte[1024 * RecordFormat.BYTES];
        long left = (long) slots * RecordFormat.BYTES;
        while (left > 0) {
            int part = (int) Math.min(zeros.length, left);
            file.write(zeros, 0, part);
            left -= part;
        }
    }

    private static void copyNewest(Path old, RandomAccessFile next, int slots) throws IOException {
        long newest = show(old, _ -> {});
        Slots.forEach(
                old,
                record -> {
                    if (record.sequence() > newest - slots) {
                        next.seek(slotOf(record.sequence(), slots) * RecordFormat.BYTES);
                        next.write(RecordFormat.encode(record));
                    }
                });
    }

    /** Shows what a ring holds; returns its newest record's number, 0 where there is none. */
    private static long show(Path path, Slots.Visitor visitor) throws IOException {
        long[] newest = new long[1];
        Slots.forEach(
                path,
                record -> {
                    newest[0] = Math.max(newest[0], record.sequence());
                    visitor.show(record);
                });
        return newest[0];
    }

    private static long slotOf(long sequence, int slots) {
        return (sequence - 1) % slots;
    }
}
