package org.gatereader.verifier.trust.tuf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * Who may sign for a role, and how many of them must (4.3, 4.5).
 *
 * @param keys by keyid
 */
record RoleKeys(Map<String, TufKey> keys, long threshold) {
    /** Keys in one file; beyond any threshold that people can operate. */
    private static final int KEYS_MAX = 256;

    /** The keys of a file, by keyid. */
    static Map<String, TufKey> keysOf(Fields file, CryptoModule crypto) throws TufException {
        Map<String, Fields> entries = file.object("keys").objects();
        TufException.require(entries.size() <= KEYS_MAX, Refusal.MALFORMED);
        Map<String, TufKey> keys = new HashMap<>();
        for (Map.Entry<String, Fields> entry : entries.entrySet()) {
            TufKey.read(entry.getKey(), entry.getValue(), crypto)
                    .ifPresent(key -> keys.put(entry.getKey(), key));
        }
        return keys;
    }

    /** Reads {@code keyids} and {@code threshold} of a role. */
    static RoleKeys read(Fields role, Map<String, TufKey> keys) throws TufException {
        List<String> keyids = role.texts("keyids");
        Set<String> unique = new HashSet<>(keyids);
        TufException.require(unique.size() == keyids.size(), Refusal.MALFORMED);
        Map<String, TufKey> own = new HashMap<>(keys);
        own.keySet().retainAll(unique);
        return new RoleKeys(Map.copyOf(own), role.integer("threshold", 1));
    }

    /**
     * Says whether a threshold of these keys signed the file: each key counts once, whatever its
     * keyids, and what does not verify counts for nothing and harms nothing.
     */
    boolean haveSigned(SignedFile file) {
        Set<String> signers = new HashSet<>();
        file.signatures()
                .forEach(
                        (keyid, signature) -> {
                            TufKey key = keys.get(keyid);
                            if (key != null && key.verifies(file.toBeSigned(), signature)) {
                                signers.add(key.fingerprint());
                            }
                        });
        return signers.size() >= threshold;
    }

    /** Says whether one of these keys is not trusted any more: rotated, or revoked. */
    boolean lostAKeyIn(RoleKeys next) {
        return !next.fingerprints().containsAll(fingerprints());
    }

    private Set<String> fingerprints() {
        return keys.values().stream().map(TufKey::fingerprint).collect(Collectors.toSet());
    }
}
