package org.gatereader.verifier.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.encoding.JsonValue;

/**
 * One role that another trusts for some paths (DELEGATIONS of section 4.5).
 *
 * @param isTerminating where it does not list a path that it is trusted for, nobody after it does
 */
record Delegation(String role, RoleKeys keys, Scope scope, boolean isTerminating) {
    private static final Set<String> TOP_LEVEL =
            Set.of(
                    RootMetadata.ROOT,
                    RootMetadata.TIMESTAMP,
                    RootMetadata.SNAPSHOT,
                    RootMetadata.TARGETS,
                    "mirrors");

    /**
     * For what a role is trusted: one of the two is given, and the other empty.
     *
     * @param hashPrefixes hex that the SHA-256 of a path begins with
     */
    record Scope(List<PathPattern> paths, List<String> hashPrefixes) {
        static Scope read(Fields role) throws TufException {
            boolean hasPaths = role.has("paths");
            boolean hasPrefixes = role.has("path_hash_prefixes");
            TufException.require(!(hasPaths && hasPrefixes), Refusal.MALFORMED);
            return new Scope(
                    hasPaths
                            ? role.texts("paths").stream().map(PathPattern::new).toList()
                            : List.of(),
                    hasPrefixes ? role.texts("path_hash_prefixes") : List.of());
        }

        boolean covers(String path, CryptoModule crypto) {
            String hash = HexFormat.of().formatHex(crypto.sha256(path.getBytes(UTF_8)));
            return paths.stream().anyMatch(pattern -> pattern.matches(path))
                    || hashPrefixes.stream().anyMatch(hash::startsWith);
        }

        /** Whether a path could be covered that begins with this prefix, which ends in a slash. */
        boolean mayCoverBelow(String prefix) {
            return !hashPrefixes.isEmpty()
                    || paths.stream().anyMatch(pattern -> pattern.mayMatchBelow(prefix));
        }
    }

    /** Reads the delegations in their order, which is that of trust. */
    static List<Delegation> readAll(Fields delegations, CryptoModule crypto) throws TufException {
        Map<String, TufKey> keys = RoleKeys.keysOf(delegations, crypto);
        List<Delegation> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonValue item : delegations.array("roles")) {
            Delegation delegation = read(Fields.of(item), keys);
            // "The rolename MUST be unique in the delegations object" (4.5).
            TufException.require(names.add(delegation.role()), Refusal.MALFORMED);
            all.add(delegation);
        }
        return List.copyOf(all);
    }

    private static Delegation read(Fields role, Map<String, TufKey> keys) throws TufException {
        String name = role.text("name");
        // Under the name of a top-level role its file would take that role's place in the store.
        boolean isUsable =
                !name.isEmpty()
                        && !TOP_LEVEL.contains(name)
                        && FileName.of(name).length() <= FileName.LENGTH_MAX;
        TufException.require(isUsable, Refusal.MALFORMED);
        return new Delegation(
                name, RoleKeys.read(role, keys), Scope.read(role), role.flag("terminating"));
    }
}
