package org.gatereader.gatectl.repo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may sign for a role, and how many of them must (TUF, sections 4.3 and 4.5).
 *
 * @param keys in the order in which they were named
 */
record RoleKeys(List<PublicKeyEntry> keys, int threshold) {
    /** Reads them from a role's entry in root, or from a delegation. */
    static RoleKeys read(Map<String, Object> keys, Map<String, Object> role)
            throws RepositoryException {
        List<PublicKeyEntry> entries = new ArrayList<>();
        for (Object keyid : Json.list(role, "keyids")) {
            entries.add(
                    PublicKeyEntry.ofJson(Json.asObject("keys", keys.get(String.valueOf(keyid)))));
        }
        return new RoleKeys(entries, ((Number) role.getOrDefault("threshold", 0)).intValue());
    }

    /** Those whose signature of a file holds. */
    List<PublicKeyEntry> signersOf(RoleFile file) {
        return keys.stream().filter(file::isSignedBy).toList();
    }

    boolean haveSigned(RoleFile file) {
        return signersOf(file).size() >= threshold;
    }

    boolean canBeSignedBy(List<KeyFile> all) {
        return all.stream().map(KeyFile::publicKey).filter(this::include).count() >= threshold;
    }

    boolean include(PublicKeyEntry key) {
        return entryOf(key).isPresent();
    }

    /** Under what name these know a key: who made it may have called himself otherwise. */
    private Optional<PublicKeyEntry> entryOf(PublicKeyEntry key) {
        return keys.stream().filter(own -> own.fingerprint().equals(key.fingerprint())).findFirst();
    }

    /** Has a file signed by a key that may, and says whether it may. */
    boolean sign(RoleFile file, KeyFile key) {
        Optional<PublicKeyEntry> entry = entryOf(key.publicKey());
        entry.ifPresent(known -> file.sign(known.keyid(), key));
        return entry.isPresent();
    }

    /** What is missing, for a person: how many signatures, and whose could be among them. */
    String missing(RoleFile file) {
        List<PublicKeyEntry> signers = signersOf(file);
        List<String> others =
                keys.stream()
                        .filter(key -> !signers.contains(key))
                        .map(PublicKeyEntry::label)
                        .toList();
        return "%d of %d signatures; missing %d of: %s"
                .formatted(
                        signers.size(),
                        threshold,
                        threshold - signers.size(),
                        String.join(", ", others));
    }
}
