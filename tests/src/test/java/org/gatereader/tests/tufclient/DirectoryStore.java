package org.gatereader.tests.tufclient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.gatereader.verifier.trust.tuf.MetadataStore;

/** Trusted metadata as files of one directory; each replaced whole. */
final class DirectoryStore implements MetadataStore {
    private final Path directory;

    DirectoryStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<byte[]> load(String fileName) {
        var file = directory.resolve(fileName);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void save(String fileName, byte[] content) {
        try {
            var whole = Files.createTempFile(directory, "new", ".part");
            Files.write(whole, content);
            Files.move(whole, directory.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String fileName) {
        try {
            Files.deleteIfExists(directory.resolve(fileName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
