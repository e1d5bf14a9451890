package org.gatereader.daemon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatereader.verifier.trust.tuf.HeldRole;
import org.gatereader.verifier.trust.tuf.MetadataStore;

/** The ratchet: trusted metadata, which only advances, whatever becomes of the serving set. */
final class MetadataDirectory implements MetadataStore {
    private static final String ENDING = ".json";
    private static final String ROOT = "root" + ENDING;

    private final Disk disk;
    private final Path directory;

    MetadataDirectory(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /** Whether a root was put here, by whoever enrolled the gate. */
    boolean isEnrolled() {
        return load(ROOT).isPresent();
    }

    /** Every role that is held, by its name as files write it. */
    Map<String, HeldRole> roles() throws IOException {
        Map<String, HeldRole> roles = new TreeMap<>();
        for (String name : disk.list(directory)) {
            if (name.endsWith(ENDING)) {
                String role = name.substring(0, name.length() - ENDING.length());
                disk.read(directory.resolve(name))
                        .flatMap(HeldRole::read)
                        .ifPresent(held -> roles.put(role, held));
            }
        }
        return roles;
    }

    @Override
    public Optional<byte[]> load(String fileName) {
        try {
            return disk.read(directory.resolve(fileName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void save(String fileName, byte[] content) {
        try {
            disk.replace(directory.resolve(fileName), ByteBuffer.wrap(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String fileName) {
        try {
            disk.delete(directory.resolve(fileName));
            disk.syncDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
