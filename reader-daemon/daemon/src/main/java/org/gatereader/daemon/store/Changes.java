package org.gatereader.daemon.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatereader.daemon.control.wire.TrustReport.Target;
import org.gatereader.verifier.trust.tuf.HeldRole;

/**
 * What a gate holds and serves at one moment, a name and its version each, so that two moments can
 * be compared.
 */
record Changes(Map<String, String> versions) {
    static Changes of(Map<String, HeldRole> roles, List<Target> targets) {
        Map<String, String> versions = new TreeMap<>();
        roles.forEach((role, held) -> versions.put(role, Long.toString(held.version())));
        for (Target target : targets) {
            versions.put(target.path(), target.bytes() + " bytes, sha256 " + target.sha256());
        }
        return new Changes(versions);
    }

    /** What became of each that differs, a line each. */
    List<String> until(Changes later) {
        var names = new TreeSet<String>(versions.keySet());
        names.addAll(later.versions.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String was = versions.getOrDefault(name, "none");
            String is = later.versions.getOrDefault(name, "none");
            if (!was.equals(is)) {
                lines.add(name + ": " + was + " -> " + is);
            }
        }
        return lines;
    }
}
