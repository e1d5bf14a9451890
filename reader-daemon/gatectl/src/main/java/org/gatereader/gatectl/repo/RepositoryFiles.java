package org.gatereader.gatectl.repo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a repository's files lie. {@code public/} is what gates see, any web server's or a USB
 * stick's; {@code staged/} is what waits for signatures; {@code lists/} holds the states of our own
 * status lists.
 *
 * <p>Each write is durable and atomic. What is published is what the timestamp leads to, so that a
 * publication that was cut off has not happened.
 */
final class RepositoryFiles {
    private static final String JSON = ".json";

    private final Path directory;

    RepositoryFiles(Path directory) {
        this.directory = directory;
    }

    Path root() {
        return directory.resolve("public");
    }

    Path metadata() {
        return root().resolve("metadata");
    }

    Path targets() {
        return root().resolve("targets");
    }

    Path lists() {
        return directory.resolve("lists");
    }

    private Path staged() {
        return directory.resolve("staged");
    }

    private Path stagedFile(String role) {
        return staged().resolve(role + JSON);
    }

    /** The version of a role that waits for signatures. */
    Optional<RoleFile> staged(String role) throws RepositoryException, IOException {
        return read(role, stagedFile(role));
    }

    void stage(RoleFile file) throws IOException {
        write(stagedFile(file.role()), file.bytes());
    }

    void unstage(String role) throws IOException {
        Files.deleteIfExists(stagedFile(role));
    }

    List<String> stagedRoles() throws IOException {
        if (!Files.isDirectory(staged())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(staged())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(JSON))
                    .map(name -> name.substring(0, name.length() - JSON.length()))
                    .sorted()
                    .toList();
        }
    }

    /** The version of a role that gates see. */
    Optional<RoleFile> published(String role) throws RepositoryException, IOException {
        return switch (role) {
            case "root" -> read(role, metadata().resolve(versioned(latestRoot(), role)));
            case "timestamp" -> read(role, metadata().resolve(role + JSON));
            case "snapshot" -> listed("timestamp", role);
            default -> listed("snapshot", role);
        };
    }

    private Optional<RoleFile> listed(String by, String role)
            throws RepositoryException, IOException {
        Optional<RoleFile> listing = published(by);
        if (listing.isEmpty() || !listing.get().view("meta").containsKey(role + JSON)) {
            return Optional.empty();
        }
        var entry = Json.asObject(role, listing.get().view("meta").get(role + JSON));
        long version = ((Number) entry.getOrDefault("version", 0L)).longValue();
        return read(role, metadata().resolve(versioned(version, role)));
    }

    private long latestRoot() {
        long version = 1;
        while (Files.exists(metadata().resolve(versioned(version + 1, "root")))) {
            version++;
        }
        return version;
    }

    /** Puts a role where gates look for it; only the timestamp has no version in its name. */
    void publish(RoleFile file) throws IOException {
        String role = file.role();
        String name = role.equals("timestamp") ? role + JSON : versioned(file.version(), role);
        write(metadata().resolve(name), file.bytes());
    }

    private static String versioned(long version, String role) {
        return version + "." + role + JSON;
    }

    private static Optional<RoleFile> read(String role, Path file)
            throws RepositoryException, IOException {
        return Files.exists(file)
                ? Optional.of(RoleFile.read(role, Files.readAllBytes(file)))
                : Optional.empty();
    }

    /**
     * Puts a target's content where gates look for it, under its hash (TUF, section 6.2.1): nobody
     * sees it until a role lists it.
     *
     * @return what its role is to list
     */
    Map<String, Object> putTarget(String path, byte[] content) throws IOException {
        String hash = HexFormat.of().formatHex(PublicKeyEntry.sha256(content));
        write(targetFile(path, hash), content);
        return Json.object("length", (long) content.length, "hashes", Json.object("sha256", hash));
    }

    /** The content of a target that a role lists so. */
    byte[] target(String path, Map<String, Object> listed) throws RepositoryException, IOException {
        var hashes = Json.asObject(path, listed.get("hashes"));
        return Files.readAllBytes(targetFile(path, String.valueOf(hashes.get("sha256"))));
    }

    Path targetFile(String path, String hash) {
        int name = path.lastIndexOf('/') + 1;
        return targets().resolve(path.substring(0, name) + hash + "." + path.substring(name));
    }

    /** Replaces a file: after a power cut it is the old one or the new one. */
    static void write(Path file, byte[] content) throws IOException {
        Path directory = file.toAbsolutePath().normalize().getParent();
        if (directory == null) {
            throw new IOException(file + ": expected a file in a directory");
        }
        Files.createDirectories(directory);
        Path temporary = directory.resolve("." + file.getFileName() + ".new");
        Files.write(temporary, content);
        sync(temporary, StandardOpenOption.WRITE);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        sync(directory, StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
