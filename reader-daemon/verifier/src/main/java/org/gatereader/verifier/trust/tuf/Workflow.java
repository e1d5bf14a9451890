package org.gatereader.verifier.trust.tuf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatereader.verifier.crypto.CryptoModule;

/**
 * Walks one update through the steps of section 5: fetches, has {@link TrustedMetadata} judge, and
 * stores what became trusted before it goes on, so that the next update begins where this one ended
 * however it ended.
 */
final class Workflow {
    /** Roots in one update (5.3.3); whoever is further behind goes on in the next. */
    private static final int ROOTS_MAX = 256;

    /** Roles in one search (5.6.7.1): a gate's repository has below ten. */
    private static final int ROLES_MAX = 32;

    private static final int DEPTH_MAX = 4;

    /** A status list of 50 million people has 12.5 MB, and all lists of a gate 64 MiB. */
    private static final int TARGET_BYTES_MAX = 64 << 20;

    private final TufClient.Surroundings around;
    private final TrustedMetadata trusted;
    private String file = FileName.ROOT;

    private record Visit(String role, RoleKeys keys, int depth) {}

    Workflow(TufClient.Surroundings around, TrustedMetadata trusted) {
        this.around = around;
        this.trusted = trusted;
    }

    /** The file that was looked at last. */
    String file() {
        return file;
    }

    CryptoModule crypto() {
        return around.crypto();
    }

    /** Sections 5.3 to 5.6.6. */
    void refresh() throws TufException {
        updateRoot();
        updateTimestamp();
        updateSnapshot();
        load(topLevel());
    }

    /** Section 5.3. */
    private void updateRoot() throws TufException {
        for (int fetched = 0; fetched < ROOTS_MAX; fetched++) {
            file = FileName.of(trusted.root().header().version() + 1, FileName.ROOT);
            Fetched answer = around.repository().metadata(file, TrustedMetadata.ROOT_BYTES_MAX);
            if (answer == Fetched.Nothing.ABSENT) {
                break;
            }
            byte[] root = bytes(answer, TrustedMetadata.ROOT_BYTES_MAX);
            boolean isRotated = trusted.updateRoot(root);
            around.store().save(FileName.ROOT, root);
            if (isRotated) {
                // 5.3.11, earlier than the specification has it: an expired root would end the
                // update in 5.3.10, and the next one would not see the rotation any more.
                around.store().delete(FileName.TIMESTAMP);
                around.store().delete(FileName.SNAPSHOT);
            }
        }
        file = FileName.ROOT;
        trusted.requireCurrentRoot();
    }

    /** Section 5.4. */
    private void updateTimestamp() throws TufException {
        around.store().load(FileName.TIMESTAMP).ifPresent(trusted::holdTimestamp);
        byte[] fetched = fetch(FileName.TIMESTAMP, TrustedMetadata.TIMESTAMP_BYTES_MAX);
        if (trusted.updateTimestamp(fetched)) {
            around.store().save(FileName.TIMESTAMP, fetched);
        }
    }

    /** Section 5.5. */
    private void updateSnapshot() throws TufException {
        Optional<byte[]> held = around.store().load(FileName.SNAPSHOT);
        if (held.filter(trusted::holdSnapshot).isPresent()) {
            return;
        }
        MetaFile listed = trusted.listedSnapshot();
        byte[] fetched =
                fetch(
                        versioned(listed, FileName.SNAPSHOT),
                        listed.bytesMax(TrustedMetadata.SNAPSHOT_BYTES_MAX));
        trusted.updateSnapshot(fetched);
        around.store().save(FileName.SNAPSHOT, fetched);
    }

    /** Searches for a target, pre-order and depth first, in the order of trust (5.6.7). */
    TargetFile find(String path) throws TufException {
        Deque<Visit> ahead = new ArrayDeque<>(List.of(topLevel()));
        Set<String> visited = new HashSet<>();
        while (!ahead.isEmpty()) {
            Visit visit = ahead.pop();
            if (!visited.add(visit.role())) {
                continue;
            }
            TufException.require(visited.size() <= ROLES_MAX, Refusal.TOO_MANY_ROLES);
            TargetsMetadata targets = load(visit);
            TargetFile found = targets.targets().get(path);
            if (found != null) {
                return found;
            }
            goDeeper(visit, delegationsFor(path, targets), ahead);
        }
        throw new TufException(Refusal.TARGET_ABSENT);
    }

    /** Every path below a prefix that any role lists; whether it is trusted for it, find says. */
    Set<String> paths(String prefix) throws TufException {
        Deque<Visit> ahead = new ArrayDeque<>(List.of(topLevel()));
        Set<String> visited = new HashSet<>();
        Set<String> paths = new TreeSet<>();
        while (!ahead.isEmpty()) {
            Visit visit = ahead.pop();
            if (!visited.add(visit.role())) {
                continue;
            }
            TufException.require(visited.size() <= ROLES_MAX, Refusal.TOO_MANY_ROLES);
            TargetsMetadata targets = load(visit);
            targets.targets().keySet().stream()
                    .filter(path -> path.startsWith(prefix))
                    .forEach(paths::add);
            TufException.require(visit.depth() < DEPTH_MAX, Refusal.TOO_MANY_ROLES);
            for (Delegation next : targets.delegations()) {
                // Another site's role need not be here.
                if (next.scope().mayCoverBelow(prefix)) {
                    ahead.push(new Visit(next.role(), next.keys(), visit.depth() + 1));
                }
            }
        }
        return paths;
    }

    /** Those that are trusted for the path, up to a terminating one: nobody after it is asked. */
    private List<Delegation> delegationsFor(String path, TargetsMetadata targets) {
        List<Delegation> asked = new ArrayList<>();
        for (Delegation delegation : targets.delegations()) {
            if (delegation.scope().covers(path, crypto())) {
                asked.add(delegation);
                if (delegation.isTerminating()) {
                    break;
                }
            }
        }
        return asked;
    }

    private static void goDeeper(Visit from, List<Delegation> asked, Deque<Visit> ahead)
            throws TufException {
        if (asked.isEmpty()) {
            return;
        }
        TufException.require(from.depth() < DEPTH_MAX, Refusal.TOO_MANY_ROLES);
        if (asked.getLast().isTerminating()) {
            ahead.clear();
        }
        for (Delegation next : asked.reversed()) {
            ahead.push(new Visit(next.role(), next.keys(), from.depth() + 1));
        }
    }

    private Visit topLevel() {
        return new Visit(RootMetadata.TARGETS, trusted.root().keysOf(RootMetadata.TARGETS), 0);
    }

    /** One role's targets, as held if that is what the snapshot lists, else fetched (5.6.1). */
    private TargetsMetadata load(Visit visit) throws TufException {
        String name = FileName.of(visit.role());
        file = name;
        MetaFile listed = trusted.listedTargets(visit.role());
        Optional<TargetsMetadata> held =
                around.store().load(name).flatMap(bytes -> heldTargets(visit, bytes));
        if (held.isPresent()) {
            return held.get();
        }
        byte[] fetched =
                fetch(versioned(listed, name), listed.bytesMax(TrustedMetadata.TARGETS_BYTES_MAX));
        TargetsMetadata targets = trusted.targets(visit.role(), visit.keys(), fetched);
        around.store().save(name, fetched);
        return targets;
    }

    /** Empty for another version, as a rule; whatever it is, the fetched one is judged alike. */
    private Optional<TargetsMetadata> heldTargets(Visit visit, byte[] held) {
        try {
            return Optional.of(trusted.targets(visit.role(), visit.keys(), held));
        } catch (TufException _) {
            return Optional.empty();
        }
    }

    /** Section 5.7.3. */
    byte[] fetch(TargetFile target) throws TufException {
        file = FileName.encoded(target.path());
        String location =
                target.location(trusted.root().isConsistentSnapshot())
                        .orElseThrow(() -> new TufException(Refusal.TARGET_HASH));
        int bytesMax = (int) Math.min(TARGET_BYTES_MAX, target.bytesMax());
        byte[] bytes = bytes(around.repository().target(location, bytesMax), bytesMax);
        TufException.require(target.is(bytes, crypto()), Refusal.TARGET_HASH);
        return bytes;
    }

    private String versioned(MetaFile listed, String name) {
        return trusted.root().isConsistentSnapshot() ? FileName.of(listed.version(), name) : name;
    }

    private byte[] fetch(String name, int bytesMax) throws TufException {
        file = name;
        return bytes(around.repository().metadata(name, bytesMax), bytesMax);
    }

    /** A repository that forgets its bound is not believed either. */
    private static byte[] bytes(Fetched answer, int bytesMax) throws TufException {
        return switch (answer) {
            case Fetched.File found -> {
                TufException.require(found.bytes().length <= bytesMax, Refusal.TOO_LONG);
                yield found.bytes();
            }
            case Fetched.Nothing.TOO_LONG -> throw new TufException(Refusal.TOO_LONG);
            case Fetched.Nothing.ABSENT, Fetched.Nothing.UNREACHABLE ->
                    throw new TufException(Refusal.UNAVAILABLE);
        };
    }
}
