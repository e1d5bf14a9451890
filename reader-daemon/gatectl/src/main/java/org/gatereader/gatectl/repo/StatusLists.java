package org.gatereader.gatectl.repo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Our own status lists in a repository: whom they revoke, and their next versions. States are kept
 * before they are published, so that a revocation that was told once is never forgotten.
 */
public final class StatusLists {
    private final TufRepository repository;
    private final Path directory;
    private final Map<String, OwnList> lists = new TreeMap<>();

    /** What would become of one entry. */
    public record Change(ListEntry entry, ListState before, ListState after) {}

    /**
     * A version of a list, as every gate must show it.
     *
     * @param issuedAt its {@code iat}, whole seconds
     * @param sha256 of the token, in hex
     */
    public record Version(String uri, Instant issuedAt, String sha256) {}

    /** Reads those that there are. */
    public StatusLists(TufRepository repository) throws RepositoryException, IOException {
        this.repository = repository;
        this.directory = repository.files().lists();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                    OwnList list = OwnList.load(file);
                    lists.put(list.form().uri(), list);
                }
            }
        }
    }

    /**
     * Begins a list in which everybody is valid.
     *
     * @param shape how many entries of how many bits, in which format
     * @param kid the name of its key, ASCII
     * @param signer the key that is to sign every version of it, and nothing else
     * @return the member of {@code status} that makes gates accept it, for {@code issuers.json}
     */
    public Map<String, Object> add(String uri, Shape shape, String kid, PublicKeyEntry signer)
            throws RepositoryException, IOException {
        var form = new OwnList.Form(uri, shape.format(), shape.bits(), kid, signer.fingerprint());
        keep(OwnList.create(form, shape.entries()));
        return Json.object(
                "uriPrefix",
                uri,
                "format",
                shape.format(),
                "kid",
                kid,
                "jwk",
                signer.jwk(),
                "maxEntries",
                shape.entries(),
                "canary",
                true);
    }

    /**
     * Takes over a list that was kept elsewhere, with the key that signs it.
     *
     * @param packed its entries as they stand in a token, inflated
     */
    public void takeOver(String uri, Shape shape, KeyFile signer, byte[] packed)
            throws RepositoryException, IOException {
        PublicKeyEntry key = signer.publicKey();
        var form =
                new OwnList.Form(
                        uri, shape.format(), shape.bits(), key.person(), key.fingerprint());
        keep(OwnList.of(form, shape.entries(), packed));
    }

    private void keep(OwnList list) throws RepositoryException, IOException {
        String uri = list.form().uri();
        if (lists.containsKey(uri)) {
            throw new RepositoryException(uri + ": there is such a list already");
        }
        if (list.wasWithdrawnFrom(directory)) {
            throw new RepositoryException(
                    uri + ": expected another uri: under this one people are revoked for good");
        }
        list.save(directory);
        lists.put(uri, list);
    }

    /**
     * Issues a list no more whose target was taken away; its states are kept.
     *
     * @param path of the target; nothing is done where it is no list of ours
     */
    public void withdraw(String path) throws IOException {
        for (OwnList list : List.copyOf(lists.values())) {
            if (list.form().path().equals(path)) {
                list.withdrawFrom(directory);
                lists.remove(list.form().uri());
            }
        }
    }

    /**
     * How large a new list is.
     *
     * @param format {@code cwt} or {@code jwt}
     * @param bits 1 or 2; only 2 can suspend
     */
    public record Shape(String format, int bits, long entries) {}

    /** The uris of our own lists. */
    public List<String> uris() {
        return List.copyOf(lists.keySet());
    }

    /**
     * What would change if these entries were to have this state; in their order, without those
     * that have it already.
     *
     * @throws RepositoryException if one is in no list of ours, or is revoked and would not stay so
     */
    public List<Change> changes(Collection<ListEntry> entries, ListState to)
            throws RepositoryException {
        List<Change> changes = new ArrayList<>();
        for (ListEntry entry : entries.stream().sorted().distinct().toList()) {
            OwnList list = list(entry);
            list.requireAssignable(entry.index());
            ListState before = list.state(entry.index());
            if (before == ListState.REVOKED && to != ListState.REVOKED) {
                throw new RepositoryException(
                        entry + ": revoked is for good; its holder needs a new credential");
            }
            if (before != to) {
                changes.add(new Change(entry, before, to));
            }
        }
        return changes;
    }

    private OwnList list(ListEntry entry) throws RepositoryException {
        OwnList list = lists.get(entry.uri());
        if (list == null) {
            throw new RepositoryException(entry + ": expected a list that is kept here");
        }
        return list;
    }

    /** Keeps the changes; the lists' next versions will have them. */
    public void apply(List<Change> changes) throws RepositoryException, IOException {
        for (Change change : changes) {
            list(change.entry()).set(change.entry().index(), change.after());
        }
        for (String uri : changes.stream().map(it -> it.entry().uri()).distinct().toList()) {
            list(new ListEntry(uri, 0)).save(directory);
        }
    }

    /**
     * Refuses unless every list that these changes touch can be signed.
     *
     * @param keys those that are at hand
     */
    public void requireKeys(List<Change> changes, List<KeyFile> keys) throws RepositoryException {
        for (Change change : changes) {
            OwnList.Form form = list(change.entry()).form();
            if (keys.stream().noneMatch(key -> isSigner(key, form))) {
                throw new RepositoryException(
                        form.uri() + ": expected the key that signs this list, " + form.kid());
            }
        }
    }

    /**
     * Signs the next version of every list whose key is given, and stages it in the role status.
     *
     * @return the versions that every gate must show, once they are published
     */
    public List<Version> issue(List<KeyFile> keys, Instant now)
            throws RepositoryException, IOException {
        List<Version> versions = new ArrayList<>();
        for (OwnList list : lists.values()) {
            for (KeyFile key : keys) {
                if (isSigner(key, list.form())) {
                    byte[] token = list.issue(key, now);
                    list.save(directory);
                    repository.put(list.form().path(), token, now);
                    String hash = HexFormat.of().formatHex(PublicKeyEntry.sha256(token));
                    versions.add(new Version(list.form().uri(), list.issuedAt(), hash));
                    break;
                }
            }
        }
        return versions;
    }

    private static boolean isSigner(KeyFile key, OwnList.Form form) {
        return key.publicKey().fingerprint().equals(form.signer());
    }
}
