package org.gatereader.daemon.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;

/**
 * Writes a small file where the gate keeps its own, has it brought to the storage, and takes it
 * away: the one probe that waits, for a disk and not for a thread.
 */
final class StorageProbe implements Probe {
    private static final int BYTES = 4096;

    /** One a step; a worn card is slow now and then, not always. */
    private static final int ROUNDS = 8;

    /**
     * A healthy SD card takes some 10 ms; the journal's thread waits for as long. One wait alone
     * may be the machine's, that had other work.
     */
    private static final Duration SLOW = Duration.ofMillis(200);

    private static final long MEGABYTE = 1L << 20;

    /** Two generations of the largest trust, and the journal. */
    private static final long FREE_BYTES_MIN = 256 * MEGABYTE;

    private final Part part = new Part(Section.STORAGE, "storage");
    private final Path directory;
    private final LongSupplier nanos;
    private int rounds;
    private long slowestNanos;
    private int slow;

    /**
     * @param directory exists, and is the gate's own
     * @param nanos read around each write: how long it took is the finding
     */
    StorageProbe(Path directory, LongSupplier nanos) {
        this.directory = directory;
        this.nanos = nanos;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Optional<Finding> runOnce(long now) {
        try {
            writeOnce();
            rounds++;
            return rounds < ROUNDS ? Optional.empty() : Optional.of(judge());
        } catch (IOException failure) {
            // Its message may name a file; its kind is enough beside the directory.
            String kind = failure.getClass().getSimpleName();
            return Optional.of(Findings.fail(part, directory + ": " + kind, Remedy.STORAGE_FAILED));
        }
    }

    private void writeOnce() throws IOException {
        Path file = directory.resolve(".self-test");
        long begin = nanos.getAsLong();
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(BYTES));
            channel.force(true);
        } finally {
            Files.deleteIfExists(file);
        }
        long took = nanos.getAsLong() - begin;
        slowestNanos = Math.max(slowestNanos, took);
        slow += took >= SLOW.toNanos() ? 1 : 0;
    }

    private Finding judge() throws IOException {
        FileStore store = Files.getFileStore(directory);
        long free = store.getUsableSpace();
        String measured =
                "slowest of %d writes %d ms, %d MB free, %s"
                        .formatted(
                                ROUNDS,
                                TimeUnit.NANOSECONDS.toMillis(slowestNanos),
                                free / MEGABYTE,
                                store.type());
        if (free < FREE_BYTES_MIN) {
            return Findings.fail(part, measured, Remedy.STORAGE_FULL);
        }
        return slow > 1
                ? Findings.warn(part, measured, Remedy.STORAGE_SLOW)
                : Findings.pass(part, measured);
    }
}
