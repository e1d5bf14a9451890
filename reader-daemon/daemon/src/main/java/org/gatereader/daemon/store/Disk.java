package org.gatereader.daemon.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the store does to its own files, call by call, so that a test can cut the power at each
 * of them. Nothing is durable before it was synced: a file's bytes by {@link #sync}, its name by
 * {@link #syncDirectory} of the directory that holds it.
 */
public interface Disk {
    /** The whole file; empty where there is none. */
    Optional<byte[]> read(Path file) throws IOException;

    /**
     * The file's bytes where the kernel keeps them, to be read at any time from any thread. They
     * stay readable after the file was deleted, and are given back to the kernel once nobody holds
     * the buffer any more.
     */
    ByteBuffer map(Path file) throws IOException;

    /** The names in a directory, sorted; none where there is no directory. */
    List<String> list(Path directory) throws IOException;

    /** Makes a directory that only this process's user enters; one that is there is left alone. */
    void createDirectory(Path directory) throws IOException;

    /** Makes a file with these bytes, over what is there. */
    void write(Path file, ByteBuffer content) throws IOException;

    void sync(Path file) throws IOException;

    void syncDirectory(Path directory) throws IOException;

    /** Puts a file in another's place, or in none's: at no moment is there none or half of one. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file or an empty directory, if there is one. */
    void delete(Path file) throws IOException;

    /** Makes a file durable under its name, or leaves the one that was there before. */
    default void replace(Path file, ByteBuffer content) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        write(aside, content);
        sync(aside);
        rename(aside, file);
        syncDirectory(Objects.requireNonNull(file.getParent(), "a file in a directory"));
    }
}
