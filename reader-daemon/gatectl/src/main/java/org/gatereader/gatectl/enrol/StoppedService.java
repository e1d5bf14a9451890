package org.gatereader.gatectl.enrol;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds the daemon's own lock, so that it neither runs nor starts meanwhile. */
public final class StoppedService implements AutoCloseable {
    private static final String LOCK = "gate-reader.lock";

    private final @Nullable FileChannel lock;

    private StoppedService(@Nullable FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock; where the daemon never ran, there is none to take.
     *
     * @param sockets the daemon's {@code control.directory}
     * @throws EnrolmentException if the daemon runs
     */
    public static StoppedService at(Path sockets) throws EnrolmentException, IOException {
        Path file = sockets.resolve(LOCK);
        if (!Files.exists(file)) {
            return new StoppedService(null);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (isOurs(channel)) {
            return new StoppedService(channel);
        }
        channel.close();
        throw new EnrolmentException("gate-reader runs: systemctl stop gate-reader, and again");
    }

    private static boolean isOurs(FileChannel file) throws IOException {
        try {
            @Nullable FileLock held = file.tryLock();
            return held != null;
        } catch (OverlappingFileLockException _) {
            // Held within this process: a test's gate.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
