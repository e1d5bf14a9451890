package org.gatereader.gatectl.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.KeyPair;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gatereader.gatectl.pki.Certificates;

/**
 * What makes a machine this gate, below {@code /var/lib/gate-reader}: {@code
 * trust-state/metadata/root.json}, whom it believes; {@code keys/}, its own keys; {@code
 * gate.json}, its name.
 *
 * <p>A key that a daemon uses unattended has no password worth the name: the files are PKCS#8,
 * 0600, and belong to whom the directory belongs to. The root is written last: without it, all that
 * was written before makes no gate.
 */
public final class GateDirectory {
    /** Whose key is for what; each has a file {@code <name>.key}. */
    private static final List<String> REQUESTED = List.of("tap", "courier");

    private static final String HOLDINGS = "holdings";

    /** All that retiring takes away; the journal names nobody, and stays. */
    private static final List<String> WIPED = List.of("trust-state", "keys", "gate.json");

    /** Emptied only: whose it is and who may write it, systemd-tmpfiles says, and at boot alone. */
    private static final String INBOX = "inbox";

    private static final Set<PosixFilePermission> OWNERS_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_DIRECTORY =
            PosixFilePermissions.fromString("rwx------");

    private final Path directory;

    public GateDirectory(Path directory) {
        this.directory = directory;
    }

    private Path rootFile() {
        return directory.resolve("trust-state").resolve("metadata").resolve("root.json");
    }

    private Path keys() {
        return directory.resolve("keys");
    }

    /** Where the certificate requests lie. */
    public Path requests() {
        return keys();
    }

    /**
     * The fingerprint of the root that the gate was enrolled with.
     *
     * @throws EnrolmentException if it is not enrolled
     */
    public String enrolledFingerprint() throws EnrolmentException, IOException {
        try {
            String text = Files.readString(directory.resolve("gate.json"));
            String fingerprint =
                    text.replaceFirst("(?s).*\"root_sha256\":\"([0-9a-f]{64})\".*", "$1");
            if (fingerprint.length() == TrustedRoot.fingerprint(new byte[0]).length()) {
                return fingerprint;
            }
            throw new EnrolmentException("gate.json: expected what enroll wrote");
        } catch (NoSuchFileException _) {
            throw new EnrolmentException("this machine is not enrolled");
        }
    }

    /** Refuses where a root is held already: who wants another retires the gate first. */
    public void requireNotEnrolled() throws EnrolmentException {
        if (Files.exists(rootFile(), LinkOption.NOFOLLOW_LINKS)) {
            throw new EnrolmentException(
                    "this machine is enrolled already: gatectl retire ends that");
        }
    }

    /** Makes the keys and their requests, and writes the root. */
    public void enrol(TrustedRoot root, String gateId) throws EnrolmentException, IOException {
        requireNotEnrolled();
        makeDirectory(keys());
        KeyPair holdings = Certificates.newKeyPair();
        writeKey(HOLDINGS, holdings);
        write(
                keys().resolve(HOLDINGS + ".pem"),
                Certificates.pem("PUBLIC KEY", holdings.getPublic().getEncoded()).getBytes(UTF_8));
        for (String purpose : REQUESTED) {
            KeyPair keys = Certificates.newKeyPair();
            writeKey(purpose, keys);
            write(
                    keys().resolve(purpose + ".csr"),
                    Certificates.request(gateId, keys).getBytes(UTF_8));
        }
        String identity =
                "{\"gate\":\"%s\",\"root_sha256\":\"%s\"}\n".formatted(gateId, root.fingerprint());
        write(directory.resolve("gate.json"), identity.getBytes(UTF_8));
        makeDirectory(directory.resolve("trust-state"));
        makeDirectory(directory.resolve("trust-state").resolve("metadata"));
        write(rootFile(), root.file());
    }

    private void writeKey(String purpose, KeyPair keys) throws IOException {
        String pem = Certificates.pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        write(keys().resolve(purpose + ".key"), pem.getBytes(UTF_8));
    }

    private void makeDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(path);
        }
        Files.setPosixFilePermissions(path, OWNERS_DIRECTORY);
        Files.setOwner(path, owner());
    }

    private UserPrincipal owner() throws IOException {
        return Files.getOwner(directory);
    }

    /** Whole and durable before it has its name, and nobody else's for a moment. */
    private void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, PosixFilePermissions.asFileAttribute(OWNERS_FILE));
        Files.setOwner(temporary, owner());
        Files.write(temporary, content);
        sync(temporary, StandardOpenOption.WRITE);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        sync(file.resolveSibling("."), StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /**
     * Takes away all that made it a gate: the root first, so that what is cut off admits nobody. An
     * SD card may keep what was deleted: destroy the card where that matters.
     */
    public void retire() throws IOException {
        Files.deleteIfExists(rootFile());
        for (String name : WIPED) {
            Path path = directory.resolve(name);
            empty(path);
            Files.deleteIfExists(path);
        }
        empty(directory.resolve(INBOX));
        sync(directory, StandardOpenOption.READ);
    }

    private static void empty(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> all = Files.walk(path)) {
            inside = all.skip(1).sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : inside) {
            Files.delete(each);
        }
    }
}
