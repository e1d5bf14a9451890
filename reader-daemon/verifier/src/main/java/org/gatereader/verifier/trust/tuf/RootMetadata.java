package org.gatereader.verifier.trust.tuf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatereader.verifier.crypto.CryptoModule;

/** The signed part of root (section 4.3). */
record RootMetadata(Header header, boolean isConsistentSnapshot, Map<String, RoleKeys> roles) {
    static final String ROOT = "root";
    static final String TIMESTAMP = "timestamp";
    static final String SNAPSHOT = "snapshot";
    static final String TARGETS = "targets";

    private static final List<String> TOP_LEVEL = List.of(ROOT, TIMESTAMP, SNAPSHOT, TARGETS);

    static RootMetadata read(Fields signed, CryptoModule crypto) throws TufException {
        Header header = Header.read(signed, ROOT);
        Map<String, TufKey> keys = RoleKeys.keysOf(signed, crypto);
        Fields listed = signed.object("roles");
        Map<String, RoleKeys> roles = new HashMap<>();
        for (String role : TOP_LEVEL) {
            roles.put(role, RoleKeys.read(listed.object(role), keys));
        }
        return new RootMetadata(header, signed.flag("consistent_snapshot"), Map.copyOf(roles));
    }

    /** The keys of one of the four top-level roles. */
    RoleKeys keysOf(String role) {
        return Objects.requireNonNull(roles.get(role), "a top-level role");
    }
}
