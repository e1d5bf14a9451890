package org.gatereader.gatectl.repo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A repository of The Update Framework 1.0 as whoever signs it has it before him: changes are
 * staged, each person signs what is staged with a key of his own, and {@link Publication} makes
 * public what enough people signed. Whoever opens it has it alone until it is closed: an hourly
 * publication that ran beside a revocation could write the states from before it. Not to be shared
 * between threads.
 */
public final class TufRepository implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final RepositoryFiles files;
    private final FileChannel lock;

    private TufRepository(Path directory, FileChannel lock) {
        this.files = new RepositoryFiles(directory);
        this.lock = lock;
    }

    /** Waits for another process that has it, which takes seconds. */
    private static TufRepository alone(Path directory) throws RepositoryException, IOException {
        var lock =
                FileChannel.open(
                        directory.resolve(LOCK),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            lock.lock();
        } catch (OverlappingFileLockException _) {
            lock.close();
            throw new RepositoryException(directory + ": is open already");
        }
        return new TufRepository(directory, lock);
    }

    /** Lets others have it; the lock's file stays, or two could lock two files of one name. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    /**
     * Begins a repository: the first version of every role is staged, and nobody has signed yet.
     *
     * @throws RepositoryException if there is one already, or the plan is below the role table
     */
    public static TufRepository init(Path directory, RolePlan plan, Instant now)
            throws RepositoryException, IOException {
        Files.createDirectories(directory);
        var repository = alone(directory);
        if (repository.current("root").isPresent()) {
            repository.close();
            throw new RepositoryException(directory + ": there is a repository already");
        }
        try {
            repository.begin(plan, now);
        } catch (RepositoryException | IOException | RuntimeException failed) {
            repository.close();
            throw failed;
        }
        return repository;
    }

    private void begin(RolePlan plan, Instant now) throws RepositoryException, IOException {
        RoleFile root = RoleFile.first("root", expiry("root", now));
        root.set("consistent_snapshot", true);
        RoleFile targets = RoleFile.first("targets", expiry("targets", now));
        var authority = new Authority(root, targets);
        List<RoleFile> first = new ArrayList<>(List.of(root, targets));
        for (String role : plan.roles()) {
            authority.name(role, plan.of(role));
            if (!RoleRule.of(role).isTopLevel()) {
                first.add(RoleFile.first(role, expiry(role, now)));
            }
        }
        for (RoleFile file : first) {
            if (file != root) {
                file.change("targets");
            }
            files.stage(file);
        }
    }

    /**
     * Opens one.
     *
     * @throws RepositoryException if there is none
     */
    public static TufRepository open(Path directory) throws RepositoryException, IOException {
        if (!Files.isDirectory(directory)) {
            throw new RepositoryException(
                    directory + ": expected a repository; repo init makes one");
        }
        var repository = alone(directory);
        if (repository.current("root").isEmpty()) {
            repository.close();
            throw new RepositoryException(
                    directory + ": expected a repository; repo init makes one");
        }
        return repository;
    }

    RepositoryFiles files() {
        return files;
    }

    /** What gates see: metadata and targets, as static files. */
    public Path publicDirectory() {
        return files.root();
    }

    static Instant expiry(String role, Instant now) throws RepositoryException {
        return now.plus(RoleRule.of(role).lifetime());
    }

    /** The staged version of a role, or else the published one. */
    Optional<RoleFile> current(String role) throws RepositoryException, IOException {
        Optional<RoleFile> staged = files.staged(role);
        return staged.isPresent() ? staged : files.published(role);
    }

    /** The staged version of a role to change: the one that there is, or the next. */
    private RoleFile draft(String role, Instant now) throws RepositoryException, IOException {
        Optional<RoleFile> staged = files.staged(role);
        if (staged.isPresent()) {
            return staged.get();
        }
        return files.published(role)
                .orElseThrow(
                        () -> new RepositoryException(role + ": this repository has no such role"))
                .next(expiry(role, now));
    }

    /**
     * Stages a role for a site that the repository has not had, and {@code targets}, which names
     * it.
     *
     * @param role such as {@code site-busan}
     * @return the roles that are to be signed
     */
    public List<String> addSite(String role, RolePlan plan, Instant now)
            throws RepositoryException, IOException {
        if (!RoleRule.of(role).isSite() || current(role).isPresent()) {
            throw new RepositoryException(role + ": expected a site that is not here yet");
        }
        RoleFile draft = draft("targets", now);
        new Authority(required("root"), draft).name(role, plan.of(role));
        RoleFile first = RoleFile.first(role, expiry(role, now));
        first.change("targets");
        files.stage(first);
        files.stage(draft);
        return List.of("targets", role);
    }

    /**
     * Deletes what is public and no gate wants any more: metadata that the published timestamp does
     * not lead to, and targets that no role lists, published or staged. Every root stays: a gate
     * goes from the one that it holds to the next.
     *
     * @return how many files went
     */
    public int prune() throws RepositoryException, IOException {
        return new Pruning(this).run();
    }

    /** Stages the next version of a role as it is, so that it expires later. */
    public void renew(String role, Instant now) throws RepositoryException, IOException {
        files.stage(draft(role, now));
    }

    /**
     * Stages a target in the role that its path belongs to.
     *
     * @param path such as {@code issuers.json} or {@code status/<hex>.cwt}
     * @return the role that is to be signed
     */
    public String put(String path, byte[] content, Instant now)
            throws RepositoryException, IOException {
        requirePath(path);
        String role = RoleRule.roleFor(path);
        RoleFile draft = draft(role, now);
        draft.change("targets").put(path, files.putTarget(path, content));
        files.stage(draft);
        return role;
    }

    /**
     * Stages the role of a target without it.
     *
     * @return the role that is to be signed
     */
    public String remove(String path, Instant now) throws RepositoryException, IOException {
        requirePath(path);
        String role = RoleRule.roleFor(path);
        RoleFile draft = draft(role, now);
        if (draft.change("targets").remove(path) == null) {
            throw new RepositoryException(path + ": expected a target that is here");
        }
        files.stage(draft);
        return role;
    }

    /** The content of a role's targets by path, staged or published. */
    public Map<String, byte[]> targetsOf(String role) throws RepositoryException, IOException {
        Map<String, byte[]> all = new TreeMap<>();
        addTargets(current(role), all);
        return all;
    }

    /** What gates would be given, by path, if these of the staged roles were public. */
    public Map<String, byte[]> targetsWith(List<String> roles)
            throws RepositoryException, IOException {
        Map<String, byte[]> all = new TreeMap<>();
        Optional<RoleFile> targets = with(roles, "targets");
        if (targets.isPresent()) {
            addTargets(targets, all);
            for (String role : new Authority(required("root"), targets.get()).delegated()) {
                addTargets(with(roles, role), all);
            }
        }
        return all;
    }

    private Optional<RoleFile> with(List<String> staged, String role)
            throws RepositoryException, IOException {
        return staged.contains(role) ? files.staged(role) : files.published(role);
    }

    private void addTargets(Optional<RoleFile> role, Map<String, byte[]> all)
            throws RepositoryException, IOException {
        if (role.isPresent()) {
            for (var target : role.get().view("targets").entrySet()) {
                var listed = Json.asObject(target.getKey(), target.getValue());
                all.put(target.getKey(), files.target(target.getKey(), listed));
            }
        }
    }

    /** When the published roles expire that have to be renewed by now, the expired among them. */
    public Map<String, Instant> late(Instant now) throws RepositoryException, IOException {
        Map<String, Instant> late = new TreeMap<>();
        if (files.published("targets").isEmpty()) {
            return late;
        }
        List<String> roles = new ArrayList<>(List.of("root", "targets", "snapshot", "timestamp"));
        roles.addAll(publishedAuthority().delegated());
        for (String role : roles) {
            Optional<RoleFile> file = files.published(role);
            if (file.isPresent() && RoleRule.of(role).isLate(file.get().expires(), now)) {
                late.put(role, file.get().expires());
            }
        }
        return late;
    }

    Authority publishedAuthority() throws RepositoryException, IOException {
        return new Authority(
                files.published("root").orElseThrow(), files.published("targets").orElseThrow());
    }

    /** The content of a target, staged or published. */
    public Optional<byte[]> target(String path) throws RepositoryException, IOException {
        requirePath(path);
        Optional<RoleFile> role = current(RoleRule.roleFor(path));
        if (role.isEmpty() || !role.get().view("targets").containsKey(path)) {
            return Optional.empty();
        }
        var listed = Json.asObject(path, role.get().view("targets").get(path));
        return Optional.of(files.target(path, listed));
    }

    private static void requirePath(String path) throws RepositoryException {
        // Also the name of a file: no way out of the directory, no hidden one.
        if (!path.matches("([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,3}[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            throw new RepositoryException(path + ": expected a path such as status/0af9.cwt");
        }
    }

    /**
     * Stages another key in the place of one: in root or in targets, and in the role itself, whose
     * file the new key is to sign.
     *
     * @param outgoing a keyid or the beginning of one, or a person's name
     * @return the roles that are to be signed
     */
    public List<String> rotate(String role, String outgoing, PublicKeyEntry incoming, Instant now)
            throws RepositoryException, IOException {
        boolean isTopLevel = RoleRule.of(role).isTopLevel();
        String by = isTopLevel ? "root" : "targets";
        RoleFile draft = draft(by, now);
        var authority =
                isTopLevel
                        ? new Authority(draft, required("targets"))
                        : new Authority(required("root"), draft);
        RoleKeys before = authority.keysOf(role);
        List<PublicKeyEntry> after =
                new ArrayList<>(before.keys().stream().filter(key -> !is(key, outgoing)).toList());
        if (after.size() != before.keys().size() - 1 || before.include(incoming)) {
            throw new RepositoryException(
                    "%s: expected to take one key out and another in, got %s out and %s in"
                            .formatted(role, outgoing, incoming.label()));
        }
        after.add(incoming);
        authority.name(role, new RoleKeys(after, before.threshold()));
        files.stage(draft);
        // Snapshot and timestamp are signed anew at each publication anyhow.
        if (!role.equals(by) && !role.equals("snapshot") && !role.equals("timestamp")) {
            renew(role, now);
            return List.of(by, role);
        }
        return List.of(by);
    }

    private static boolean is(PublicKeyEntry key, String named) {
        return key.person().equals(named) || (named.length() >= 8 && key.keyid().startsWith(named));
    }

    private RoleFile required(String role) throws RepositoryException, IOException {
        return current(role)
                .orElseThrow(() -> new RepositoryException(role + ": there is none yet"));
    }

    /** Who may sign, once all that is staged is public. */
    Authority stagedAuthority() throws RepositoryException, IOException {
        return new Authority(required("root"), required("targets"));
    }

    /**
     * Signs every staged role that the key may sign, root also where the one before it names it.
     *
     * @return those roles; empty if the key is in none of them
     */
    public List<String> sign(KeyFile key) throws RepositoryException, IOException {
        List<String> signed = new ArrayList<>();
        for (String role : files.stagedRoles()) {
            RoleFile staged = required(role);
            boolean isSigned = false;
            for (RoleKeys keys : signersOf(role, stagedAuthority())) {
                isSigned |= keys.sign(staged, key);
            }
            if (isSigned) {
                files.stage(staged);
                signed.add(role);
            }
        }
        return signed;
    }

    /** All whose threshold a staged role needs: root needs that of the root before it, too. */
    List<RoleKeys> signersOf(String role, Authority authority)
            throws RepositoryException, IOException {
        List<RoleKeys> all = new ArrayList<>(List.of(authority.keysOf(role)));
        Optional<RoleFile> before = files.published("root");
        if (role.equals("root") && before.isPresent()) {
            all.add(new Authority(before.get(), authority.targets()).keysOf(role));
        }
        return all;
    }

    /**
     * What is staged, by role: its version, when it expires, what it would change, and whose
     * signatures are missing.
     */
    public Map<String, Pending> pending() throws RepositoryException, IOException {
        Map<String, Pending> all = new TreeMap<>();
        for (String role : files.stagedRoles()) {
            all.put(role, Pending.of(this, required(role)));
        }
        return all;
    }
}
