package org.gatereader.gatectl.enrol;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds the daemon's own lock, so that it neither runs nor starts meanwhile. */
public final class StoppedService implements AutoCloseable {
    private static final String LOCK = "gate-reader.lock";

    private final FileChannel lock;

    private StoppedService(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock; where the daemon has not run since the boot, makes it as the daemon would.
     *
     * @param sockets the daemon's {@code control.directory}
     * @param state the gate's state directory, to whose owner the lock is to belong
     * @throws EnrolmentException if the daemon runs
     */
    public static StoppedService at(Path sockets, Path state)
            throws EnrolmentException, IOException {
        Path file = sockets.resolve(LOCK);
        if (Files.notExists(sockets)) {
            var entered = PosixFilePermissions.fromString("rwxr-xr-x");
            Files.createDirectory(sockets, PosixFilePermissions.asFileAttribute(entered));
            give(sockets, state);
        }
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            var own = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(own));
            give(file, state);
        }
        // No link is followed: others than root may write this directory.
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        if (isOurs(channel)) {
            return new StoppedService(channel);
        }
        channel.close();
        throw new EnrolmentException("gate-reader runs: systemctl stop gate-reader, and again");
    }

    private static void give(Path made, Path state) throws IOException {
        var attributes =
                Files.getFileAttributeView(
                        made, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        Objects.requireNonNull(attributes).setOwner(Files.getOwner(state));
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

    /** The lock's file stays, as the daemon leaves it. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
