package org.gatereader.gatectl.repo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes staged roles public: content first, timestamp last, each file whole before it is seen. A
 * publication that is cut off has not happened, except that a root, once written, is public.
 */
public final class Publication {
    /** An exported timestamp lives no longer (RULES, TUF). */
    public static final Duration OFFLINE_MAX = Duration.ofDays(14);

    /** Which of those that say who may sign may have to wait, the fewest first. */
    private static final List<Set<String>> HELD_BACK =
            List.of(Set.of(), Set.of("targets"), Set.of("root"), Set.of("root", "targets"));

    private final TufRepository repository;
    private final RepositoryFiles files;
    private final List<KeyFile> keys;
    private final Instant now;

    /**
     * One publication.
     *
     * @param keys those of snapshot and timestamp, and of whatever else is to be signed on the way
     */
    public Publication(TufRepository repository, List<KeyFile> keys, Instant now) {
        this.repository = repository;
        this.files = repository.files();
        this.keys = List.copyOf(keys);
        this.now = now;
    }

    /**
     * Makes all that is staged public, and renews snapshot and timestamp.
     *
     * @throws RepositoryException below a threshold; it says of which role, and who is missing.
     *     Nothing was made public then
     */
    public void publish() throws RepositoryException, IOException {
        publish(files.stagedRoles());
    }

    /** The same of some roles. */
    public void publish(List<String> roles) throws RepositoryException, IOException {
        List<RoleFile> staged = new ArrayList<>();
        for (String role : roles) {
            files.staged(role).ifPresent(staged::add);
        }
        Authority authority = new Authority(of("root", staged), of("targets", staged));
        requireThresholds(staged, authority);
        RoleFile snapshot = snapshot(staged, authority, TufRepository.expiry("snapshot", now));
        RoleFile timestamp = timestamp(snapshot, authority, TufRepository.expiry("timestamp", now));
        write(staged, snapshot);
        files.publish(timestamp);
        for (RoleFile file : staged) {
            files.unstage(file.role());
        }
    }

    /**
     * Stages the next version of late roles that these keys suffice for: where all lists are of
     * others, nothing else would ever sign {@code status} anew.
     */
    public void renewLate() throws RepositoryException, IOException {
        for (String role : repository.late(now).keySet()) {
            boolean isMadeAnyhow = role.equals("snapshot") || role.equals("timestamp");
            RoleKeys signers = repository.publishedAuthority().keysOf(role);
            if (!isMadeAnyhow && files.staged(role).isEmpty() && signers.canBeSignedBy(keys)) {
                repository.renew(role, now);
            }
        }
    }

    /**
     * Of the staged roles those that can become public now. What waits for other people's
     * signatures does not hold up the others, and who signs what changes only together with the
     * roles that it touches.
     */
    public List<String> ready() throws RepositoryException, IOException {
        if (files.published("root").isEmpty()) {
            return files.stagedRoles();
        }
        for (Set<String> heldBack : HELD_BACK) {
            List<RoleFile> ready = new ArrayList<>();
            for (String role : files.stagedRoles()) {
                if (!heldBack.contains(role)) {
                    files.staged(role).ifPresent(ready::add);
                }
            }
            var authority = new Authority(of("root", ready), of("targets", ready));
            ready.removeAll(waiting(ready, authority));
            if (isWhole(ready, authority)) {
                return ready.stream().map(RoleFile::role).toList();
            }
        }
        return List.of();
    }

    private List<RoleFile> waiting(List<RoleFile> staged, Authority authority)
            throws RepositoryException, IOException {
        List<RoleFile> waiting = new ArrayList<>();
        for (RoleFile file : staged) {
            if (!authority.names(file.role())) {
                waiting.add(file);
                continue;
            }
            signWithOwn(file, repository.signersOf(file.role(), authority));
            if (!Pending.missing(repository, file, authority).isEmpty()) {
                waiting.add(file);
            }
        }
        return waiting;
    }

    /** Whether all that these say who may sign would be there, and signed so. */
    private boolean isWhole(List<RoleFile> ready, Authority authority)
            throws RepositoryException, IOException {
        List<String> roles = new ArrayList<>(List.of("root", "targets"));
        roles.addAll(authority.delegated());
        for (String role : roles) {
            Optional<RoleFile> file = find(role, ready);
            if (file.isEmpty() || !authority.keysOf(role).haveSigned(file.get())) {
                return false;
            }
        }
        return authority.keysOf("snapshot").canBeSignedBy(keys)
                && authority.keysOf("timestamp").canBeSignedBy(keys)
                && of("root", ready).version() == authority.root().version()
                && of("targets", ready).version() == authority.targets().version();
    }

    private RoleFile of(String role, List<RoleFile> staged)
            throws RepositoryException, IOException {
        return find(role, staged)
                .orElseThrow(() -> new RepositoryException(role + ": not published yet"));
    }

    private Optional<RoleFile> find(String role, List<RoleFile> staged)
            throws RepositoryException, IOException {
        for (RoleFile file : staged) {
            if (file.role().equals(role)) {
                return Optional.of(file);
            }
        }
        return files.published(role);
    }

    private void requireThresholds(List<RoleFile> staged, Authority authority)
            throws RepositoryException, IOException {
        List<String> missing = new ArrayList<>();
        for (RoleFile file : staged) {
            signWithOwn(file, repository.signersOf(file.role(), authority));
            for (String who : Pending.missing(repository, file, authority)) {
                missing.add(file.role() + " " + file.version() + ": " + who);
            }
        }
        if (!missing.isEmpty()) {
            throw new RepositoryException("not published: " + String.join("\n  ", missing));
        }
    }

    private void signWithOwn(RoleFile file, List<RoleKeys> signers) {
        keys.forEach(key -> signers.forEach(role -> role.sign(file, key)));
    }

    private RoleFile snapshot(List<RoleFile> staged, Authority authority, Instant expires)
            throws RepositoryException, IOException {
        Map<String, Object> meta = Json.object();
        List<String> roles = new ArrayList<>(List.of("targets"));
        roles.addAll(authority.delegated());
        for (String role : roles) {
            meta.put(role + ".json", listed(of(role, staged)));
        }
        return signed("snapshot", meta, authority, expires);
    }

    private RoleFile timestamp(RoleFile snapshot, Authority authority, Instant expires)
            throws RepositoryException, IOException {
        return signed(
                "timestamp", Json.object("snapshot.json", listed(snapshot)), authority, expires);
    }

    /** What one role's file says of another's (METAFILES of section 4.4). */
    private static Map<String, Object> listed(RoleFile file) {
        byte[] content = file.bytes();
        return Json.object(
                "version",
                file.version(),
                "length",
                (long) content.length,
                "hashes",
                Json.object("sha256", HexFormat.of().formatHex(PublicKeyEntry.sha256(content))));
    }

    private RoleFile signed(
            String role, Map<String, Object> meta, Authority authority, Instant expires)
            throws RepositoryException, IOException {
        Optional<RoleFile> before = files.published(role);
        RoleFile next =
                before.isPresent() ? before.get().next(expires) : RoleFile.first(role, expires);
        next.set("meta", meta);
        sign(next, authority);
        return next;
    }

    private void sign(RoleFile file, Authority authority) throws RepositoryException {
        RoleKeys signers = authority.keysOf(file.role());
        signWithOwn(file, List.of(signers));
        if (!signers.haveSigned(file)) {
            throw new RepositoryException(
                    "not published: " + file.role() + ": " + signers.missing(file));
        }
    }

    private void write(List<RoleFile> staged, RoleFile snapshot) throws IOException {
        // Root after the roles that it lets sign, before the snapshot that is signed by its keys.
        for (RoleFile file : staged) {
            if (!file.role().equals("root")) {
                files.publish(file);
            }
        }
        for (RoleFile file : staged) {
            if (file.role().equals("root")) {
                files.publish(file);
            }
        }
        files.publish(snapshot);
    }

    /**
     * Writes a copy of what is public, for a stick, whose timestamp lives so long. Gates that see
     * the public repository never see that one: they get the version after it, which lives a day.
     *
     * @param into a directory that is not there yet, or is empty
     * @throws RepositoryException if a role would expire before, or it is longer than 14 days
     */
    public void export(Path into, Duration offline) throws RepositoryException, IOException {
        if (offline.compareTo(OFFLINE_MAX) > 0 || offline.isNegative() || offline.isZero()) {
            throw new RepositoryException(
                    "expected at most " + OFFLINE_MAX.toDays() + " days offline, and more than 0");
        }
        requireEmpty(into);
        Instant until = now.plus(offline);
        Authority authority = new Authority(of("root", List.of()), of("targets", List.of()));
        List<RoleFile> renewed = renewed(authority, until);
        RoleFile snapshot = snapshot(renewed, authority, later(until, "snapshot"));
        RoleFile carried = timestamp(snapshot, authority, until);
        write(renewed, snapshot);
        copy(files.root(), into);
        RepositoryFiles.write(into.resolve("metadata/timestamp.json"), carried.bytes());
        RoleFile publicOne = carried.next(TufRepository.expiry("timestamp", now));
        sign(publicOne, authority);
        files.publish(publicOne);
    }

    private Instant later(Instant until, String role) throws RepositoryException {
        Instant usual = TufRepository.expiry(role, now);
        return usual.isAfter(until) ? usual : until;
    }

    /** Roles that would expire on the way, signed anew where their key is here. */
    private List<RoleFile> renewed(Authority authority, Instant until)
            throws RepositoryException, IOException {
        List<String> roles = new ArrayList<>(List.of("root", "targets"));
        roles.addAll(authority.delegated());
        List<RoleFile> renewed = new ArrayList<>();
        for (String role : roles) {
            RoleFile file = of(role, List.of());
            if (file.expires().isBefore(until)) {
                RoleFile next = file.next(until);
                RoleKeys signers = authority.keysOf(role);
                signWithOwn(next, List.of(signers));
                if (role.equals("root") || !signers.haveSigned(next)) {
                    throw new RepositoryException(
                            "%s expires before %s: renew, sign and publish it first"
                                    .formatted(role, until));
                }
                renewed.add(next);
            }
        }
        return renewed;
    }

    private static void requireEmpty(Path into) throws RepositoryException, IOException {
        if (Files.exists(into)) {
            try (Stream<Path> content = Files.list(into)) {
                if (content.findAny().isPresent()) {
                    throw new RepositoryException(into + ": expected an empty directory");
                }
            }
        }
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String relative = from.relativize(file).toString();
                RepositoryFiles.write(into.resolve(relative), Files.readAllBytes(file));
            }
        }
    }
}
