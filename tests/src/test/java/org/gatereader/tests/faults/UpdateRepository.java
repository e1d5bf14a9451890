package org.gatereader.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gatereader.demo.wallet.JsonMap;

/**
 * A repository of The Update Framework with the roles that a gate asks for, signed by the JDK and
 * dropped into an inbox as a courier does: every file by a rename, the timestamp last. A test
 * changes a role and publishes.
 */
public final class UpdateRepository {
    static final String ROOT = "root";
    static final String TIMESTAMP = "timestamp";
    static final String SNAPSHOT = "snapshot";
    static final String TARGETS = "targets";
    static final String STATUS = "status";
    static final String HOLDERS = "directory";

    private static final List<String> TOP = List.of(ROOT, SNAPSHOT, TARGETS, TIMESTAMP);

    private static final JsonMap NO_DELEGATIONS =
            new JsonMap().put("keys", new JsonMap()).put("roles", List.of());

    private final Map<String, Role> roles = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();

    /** What one role will say and who will sign it; everything can be made wrong. */
    static final class Role {
        final List<UpdateKey> keys = new ArrayList<>(List.of(UpdateKey.generate()));
        final List<UpdateKey> signers = new ArrayList<>(keys);
        final Map<String, byte[]> targets = new TreeMap<>();
        final String paths;
        int threshold = 1;
        long version;
        Instant expires;

        private Role(String paths, Instant expires) {
            this.paths = paths;
            this.expires = expires;
        }

        /** From now on another key signs; whoever names the keys must say so. */
        void rotate() {
            keys.set(0, UpdateKey.generate());
            signers.set(0, keys.getFirst());
        }
    }

    /** A repository that lasts for thirty days, with nothing in it. */
    public UpdateRepository(Instant now, String site) {
        Instant expires = now.plus(Duration.ofDays(30));
        for (String role : TOP) {
            roles.put(role, new Role("", expires));
        }
        roles.put(STATUS, new Role("status/*", expires));
        roles.put(HOLDERS, new Role("directory/*", expires));
        roles.put("site-" + site, new Role("site/" + site + "/*", expires));
    }

    Role role(String name) {
        return Objects.requireNonNull(roles.get(name), name);
    }

    /** Lists a target in the role that is trusted for it. */
    public UpdateRepository target(String path, byte[] content) {
        ownerOf(path).targets.put(path, content);
        return this;
    }

    Role ownerOf(String path) {
        return roles.values().stream()
                .filter(role -> !role.paths.isEmpty())
                .filter(role -> path.startsWith(role.paths.replace("*", "")))
                .findFirst()
                .orElse(role(TARGETS));
    }

    /** Signs the next version of root. */
    public UpdateRepository publishRoot() {
        var keys = new TreeMap<String, JsonMap>();
        var trusted = new JsonMap();
        for (String name : TOP) {
            role(name).keys.forEach(key -> keys.put(key.keyid(), key.json()));
            trusted.put(name, keyids(role(name)));
        }
        var signed =
                new JsonMap()
                        .put("_type", ROOT)
                        .put("consistent_snapshot", true)
                        .put("expires", role(ROOT).expires.toString())
                        .put("keys", object(keys))
                        .put("roles", trusted)
                        .put("spec_version", "1.0.31");
        return sign(ROOT, signed);
    }

    /** Signs the next version of every role but root. */
    public UpdateRepository publish() {
        roles.forEach(
                (name, role) -> {
                    if (!TOP.contains(name)) {
                        sign(name, targets(role, NO_DELEGATIONS));
                    }
                });
        sign(TARGETS, targets(role(TARGETS), delegations()));
        return publishSnapshot();
    }

    UpdateRepository publishSnapshot() {
        var meta = new TreeMap<String, JsonMap>();
        roles.forEach(
                (name, role) -> {
                    if (!TOP.contains(name) || name.equals(TARGETS)) {
                        meta.put(name + ".json", new JsonMap().put("version", role.version));
                    }
                });
        sign(SNAPSHOT, listing(SNAPSHOT, object(meta)));
        return publishTimestamp();
    }

    UpdateRepository publishTimestamp() {
        var snapshot = new JsonMap().put("version", role(SNAPSHOT).version);
        return sign(TIMESTAMP, listing(TIMESTAMP, new JsonMap().put("snapshot.json", snapshot)));
    }

    /** The bytes of a file as it was published. */
    public byte[] file(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    /** Replaces one file and signs nothing. */
    void tamper(String path, byte[] content) {
        files.put(path, content);
    }

    /** Where the repository has a target. */
    String locationOf(String path) {
        return location(path, Objects.requireNonNull(ownerOf(path).targets.get(path), path));
    }

    private static String location(String path, byte[] content) {
        int name = path.lastIndexOf('/') + 1;
        return "targets/"
                + path.substring(0, name)
                + UpdateKey.sha256(content)
                + "."
                + path.substring(name);
    }

    /** Drops all of it into an inbox. */
    public void writeTo(Path inbox) {
        String last = "metadata/timestamp.json";
        files.forEach(
                (path, content) -> {
                    if (!path.equals(last)) {
                        drop(inbox.resolve(path), content);
                    }
                });
        drop(inbox.resolve(last), file(last));
    }

    private static void drop(Path file, byte[] content) {
        try {
            Path directory = Objects.requireNonNull(file.getParent());
            Files.createDirectories(directory);
            Path aside = directory.resolve(".new");
            Files.write(aside, content);
            Files.move(aside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UpdateRepository sign(String name, JsonMap signed) {
        Role role = role(name);
        signed.put("version", ++role.version);
        byte[] toBeSigned = signed.toLine().getBytes(UTF_8);
        var signatures = role.signers.stream().map(key -> key.sign(toBeSigned)).toList();
        byte[] file =
                new JsonMap()
                        .put("signatures", signatures)
                        .put("signed", signed)
                        .toLine()
                        .getBytes(UTF_8);
        String prefix = name.equals(TIMESTAMP) ? "" : role.version + ".";
        files.put("metadata/" + prefix + name + ".json", file);
        return this;
    }

    private JsonMap targets(Role role, JsonMap delegations) {
        var listed = new JsonMap();
        role.targets.forEach(
                (path, content) -> {
                    var hashes = new JsonMap().put("sha256", UpdateKey.sha256(content));
                    listed.put(
                            path,
                            new JsonMap().put("hashes", hashes).put("length", content.length));
                    files.put(location(path, content), content);
                });
        return new JsonMap()
                .put("_type", TARGETS)
                .put("delegations", delegations)
                .put("expires", role.expires.toString())
                .put("spec_version", "1.0.31")
                .put("targets", listed);
    }

    private JsonMap delegations() {
        var keys = new TreeMap<String, JsonMap>();
        List<JsonMap> delegated = new ArrayList<>();
        roles.forEach(
                (name, role) -> {
                    if (!TOP.contains(name)) {
                        role.keys.forEach(key -> keys.put(key.keyid(), key.json()));
                        delegated.add(
                                new JsonMap()
                                        .put("keyids", keyidsOf(role))
                                        .put("name", name)
                                        .put("paths", List.of(role.paths))
                                        .put("terminating", true)
                                        .put("threshold", role.threshold));
                    }
                });
        return new JsonMap().put("keys", object(keys)).put("roles", delegated);
    }

    private JsonMap listing(String name, JsonMap meta) {
        return new JsonMap()
                .put("_type", name)
                .put("expires", role(name).expires.toString())
                .put("meta", meta)
                .put("spec_version", "1.0.31");
    }

    private static JsonMap keyids(Role role) {
        return new JsonMap().put("keyids", keyidsOf(role)).put("threshold", role.threshold);
    }

    private static List<String> keyidsOf(Role role) {
        return role.keys.stream().map(UpdateKey::keyid).toList();
    }

    private static JsonMap object(Map<String, JsonMap> members) {
        var object = new JsonMap();
        members.forEach(object::put);
        return object;
    }
}
