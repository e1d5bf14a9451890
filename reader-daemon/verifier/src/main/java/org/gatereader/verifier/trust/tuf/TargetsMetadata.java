package org.gatereader.verifier.trust.tuf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * The signed part of targets, or of a role that it delegates to (section 4.5).
 *
 * @param targets by path
 * @param delegations in the order of trust
 */
record TargetsMetadata(
        Header header, Map<String, TargetFile> targets, List<Delegation> delegations) {
    static TargetsMetadata read(Fields signed, CryptoModule crypto) throws TufException {
        Header header = Header.read(signed, RootMetadata.TARGETS);
        Map<String, TargetFile> targets = new HashMap<>();
        for (Map.Entry<String, Fields> entry : signed.object("targets").objects().entrySet()) {
            targets.put(entry.getKey(), TargetFile.read(entry.getKey(), entry.getValue()));
        }
        Optional<Fields> delegations = signed.optionalObject("delegations");
        return new TargetsMetadata(
                header,
                Map.copyOf(targets),
                delegations.isPresent()
                        ? Delegation.readAll(delegations.get(), crypto)
                        : List.of());
    }
}
