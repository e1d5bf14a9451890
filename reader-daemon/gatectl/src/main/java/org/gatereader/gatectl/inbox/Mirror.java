package org.gatereader.gatectl.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The gate's inbox, the mirror of a repository: each file is whole before it has its name, and the
 * timestamp, by which the daemon sees that there is something new, comes last.
 */
public final class Mirror {
    private final Path inbox;

    /**
     * The mirror in a directory.
     *
     * @param inbox the daemon's {@code trust.inbox}
     */
    public Mirror(Path inbox) {
        this.inbox = inbox;
    }

    /** Copies all that differs. */
    public void take(Contents contents) throws BundleException, IOException {
        contents.eachTimestampLast(this::put);
    }

    private void put(String path, byte[] content) throws IOException {
        Path file = inbox.resolve(path);
        if (!path.endsWith("/timestamp.json") && isThere(file, content)) {
            return;
        }
        Path directory = Objects.requireNonNull(file.getParent());
        Files.createDirectories(directory);
        Path temporary = directory.resolve("." + file.getFileName() + ".new");
        Files.write(temporary, content);
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isThere(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    /** Deletes what these contents do not have: the gate took them, and asks for nothing else. */
    public void keepOnly(Contents contents) throws IOException {
        if (!Files.isDirectory(inbox)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(inbox)) {
            files = all.filter(it -> !Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS)).toList();
        }
        for (Path file : files) {
            if (!contents.paths().contains(inbox.relativize(file).toString())) {
                Files.delete(file);
            }
        }
    }
}
