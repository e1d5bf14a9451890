package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * A repository of The Update Framework in memory, that a test drives: it changes a role's draft and
 * publishes it. It also writes down what a client asked for.
 */
final class RepositorySimulator implements Repository {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final Instant SAFE_EXPIRY = NOON.plus(Duration.ofDays(30));

    private static final CryptoModule CRYPTO = new BouncyCastle();

    private final Map<String, RoleDraft> drafts = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, byte[]> artifacts = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> downloads = new ArrayList<>();
    private boolean listsHashes;
    private boolean isConsistent = true;

    /** A whole repository, version 1 of everything published. */
    RepositorySimulator() {
        for (String role : List.of("root", "timestamp", "snapshot", "targets")) {
            drafts.put(role, new RoleDraft(this, role, role));
        }
        root().set("consistent_snapshot", true);
        for (String role : List.copyOf(drafts.keySet())) {
            // A signature of one length: DER has three, and files are listed with theirs.
            trust(role, 1, TestKey.of(TestKey.Kind.ED25519));
        }
        targets().object("targets");
        root().publish();
        publish();
    }

    RoleDraft root() {
        return role("root");
    }

    RoleDraft timestamp() {
        return role("timestamp");
    }

    RoleDraft snapshot() {
        return role("snapshot");
    }

    RoleDraft targets() {
        return role("targets");
    }

    RoleDraft role(String name) {
        return Objects.requireNonNull(drafts.get(name), name);
    }

    /** Publishes targets, snapshot and timestamp. */
    void publish() {
        targets().publish();
        publishSnapshot();
    }

    void publishSnapshot() {
        snapshot().publish();
        timestamp().publish();
    }

    /** Root names these keys for a role, and the role signs with all of them. */
    void trust(String role, long threshold, TestKey... keys) {
        name(role, threshold, keys);
        role(role).signedBy(keys);
    }

    /** Root names these keys for a role. */
    void name(String role, long threshold, TestKey... keys) {
        List<Object> keyids = new ArrayList<>();
        for (TestKey key : keys) {
            root().object("keys").put(key.keyid(), key.json());
            keyids.add(key.keyid());
        }
        root().object("roles").put(role, object("keyids", keyids, "threshold", threshold));
    }

    /** One role trusts another for these paths; the other comes to be, with a key of its own. */
    RoleDraft delegate(String delegator, String role, String... paths) {
        RoleDraft draft = drafts.get(role);
        if (draft == null) {
            draft = new RoleDraft(this, role, "targets");
            draft.object("targets");
            draft.signedBy(TestKey.ecdsa());
            drafts.put(role, draft);
        }
        delegation(delegator, role, draft.signers().getFirst())
                .put("paths", List.of((Object[]) paths));
        return draft;
    }

    /** A delegation without paths, for a test to fill. */
    Map<String, Object> delegation(String delegator, String role, TestKey key) {
        Map<String, Object> delegations = role(delegator).object("delegations");
        keys(delegations).put(key.keyid(), key.json());
        Map<String, Object> delegation = object("keyids", List.of(key.keyid()), "threshold", 1L);
        delegation.put("name", role);
        delegation.put("terminating", false);
        roles(delegations).add(delegation);
        return delegation;
    }

    /** The delegation that was made last, for a test to change. */
    @SuppressWarnings("unchecked")
    Map<String, Object> lastDelegation(String delegator) {
        return (Map<String, Object>) roles(role(delegator).object("delegations")).getLast();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> keys(Map<String, Object> delegations) {
        return (Map<String, Object>)
                delegations.computeIfAbsent("keys", _ -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static List<Object> roles(Map<String, Object> delegations) {
        return (List<Object>) delegations.computeIfAbsent("roles", _ -> new ArrayList<>());
    }

    /** A role lists a target, and the repository has it. */
    void add(String role, String path, String content) {
        byte[] bytes = content.getBytes(UTF_8);
        artifacts.put(path, bytes);
        list(
                role,
                path,
                bytes.length,
                object("sha256", hex(CRYPTO.sha256(bytes)), "sha512", hex(CRYPTO.sha512(bytes))));
    }

    /** A role lists a target under these hashes. */
    void list(String role, String path, long length, Map<String, Object> hashes) {
        role(role).object("targets").put(path, object("length", length, "hashes", hashes));
    }

    /** The repository has other bytes now than those listed. */
    void substitute(String path, String content) {
        artifacts.put(path, content.getBytes(UTF_8));
    }

    void listHashes() {
        listsHashes = true;
    }

    /** Every file but root under its plain name from now on. */
    void stopConsistentSnapshots() {
        isConsistent = false;
        root().without("consistent_snapshot");
    }

    /**
     * Puts any bytes where clients look for a version of a role, and lists them as a role would.
     */
    void put(String role, long version, byte[] file) {
        String name = FileName.of(role);
        files.put(version + "." + name, file);
        files.put(name, file);
        if (role.equals("snapshot")) {
            timestamp().object("meta").put("snapshot.json", listed(version, file));
        } else if (!role.equals("timestamp") && !role.equals("root")) {
            snapshot().object("meta").put(role + ".json", listed(version, file));
        }
    }

    /** Replaces a file that is there, and nothing else. */
    void tamper(String fileName, byte[] file) {
        files.put(fileName, file);
    }

    void remove(String fileName) {
        files.remove(fileName);
    }

    byte[] file(String fileName) {
        return Objects.requireNonNull(files.get(fileName), fileName);
    }

    private Map<String, Object> listed(long version, byte[] file) {
        Map<String, Object> listed = object("version", version);
        if (listsHashes) {
            listed.put("length", (long) file.length);
            listed.put("hashes", object("sha256", hex(CRYPTO.sha256(file))));
        }
        return listed;
    }

    /** The metadata files that were asked for since the last call. */
    List<String> requests() {
        List<String> since = List.copyOf(requests);
        requests.clear();
        return since;
    }

    /** The targets that were asked for, ever. */
    List<String> downloads() {
        return downloads;
    }

    @Override
    public Fetched metadata(String fileName, int bytesMax) {
        requests.add(fileName);
        boolean hasVersion = Character.isDigit(fileName.charAt(0));
        boolean isServed = hasVersion == isVersioned(fileName);
        return answer(isServed ? files.get(fileName) : null, bytesMax);
    }

    private boolean isVersioned(String fileName) {
        return fileName.endsWith("root.json")
                || (isConsistent && !fileName.equals("timestamp.json"));
    }

    @Override
    public Fetched target(String path, int bytesMax) {
        downloads.add(path);
        String plain = isConsistent ? path.replaceFirst("(^|/)[0-9a-f]{64,128}\\.", "$1") : path;
        return answer(artifacts.get(plain), bytesMax);
    }

    private static Fetched answer(byte @org.jspecify.annotations.Nullable [] file, int bytesMax) {
        if (file == null) {
            return Fetched.Nothing.ABSENT;
        }
        return file.length > bytesMax ? Fetched.Nothing.TOO_LONG : Fetched.file(file);
    }

    /** A JSON object of names and values in turn. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
