package org.gatereader.daemon.control;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory of the two sockets, owned by one process at a time: two that start together would
 * each find the other's socket not listening yet and take it away.
 */
final class ControlDirectory implements AutoCloseable {
    private static final String LOCK = "gate-reader.lock";

    private final Path path;
    private final FileChannel lock;

    private ControlDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Owns the directory until closed; makes it if it is not there.
     *
     * @throws IOException if another process owns it, or others could put their own sockets in it
     */
    static ControlDirectory own(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Set<PosixFilePermission> modes = Files.getPosixFilePermissions(path);
        if (modes.contains(PosixFilePermission.GROUP_WRITE)
                || modes.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException(path + ": expected a directory that only its owner writes");
        }
        FileChannel lock =
                FileChannel.open(
                        path.resolve(LOCK),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        if (!isOurs(lock)) {
            lock.close();
            throw new IOException(path + ": another gate-reader runs here");
        }
        return new ControlDirectory(path, lock);
    }

    Path path() {
        return path;
    }

    /** The lock file stays: deleting it would let two processes lock two files of one name. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isOurs(FileChannel file) throws IOException {
        try {
            @Nullable FileLock held = file.tryLock();
            return held != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
