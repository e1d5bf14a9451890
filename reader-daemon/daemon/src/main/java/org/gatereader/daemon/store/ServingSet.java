package org.gatereader.daemon.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatereader.daemon.control.wire.TrustReport.Target;
import org.gatereader.daemon.store.SignedTrustStore.Judge;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.trust.HolderDirectory;
import org.gatereader.verifier.trust.TrustContent;
import org.gatereader.verifier.trust.TrustDirectory;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/**
 * The set that serves, and how another takes its place: judged, written as a generation, mapped and
 * read back from that very mapping, made the newest, and then swapped whole. Until the last step
 * nobody has seen it.
 */
final class ServingSet {
    private final Generations generations;
    private final Judge judge;
    private final TrustStore.Wires wires;
    private final PublicKeys publicKeys = new PublicKeys();
    private long number;
    private volatile TargetSet set = new TargetSet(Instant.MIN, List.of());

    ServingSet(Generations generations, Judge judge, TrustStore.Wires wires) {
        this.generations = generations;
        this.judge = judge;
        this.wires = wires;
    }

    /** The targets that serve; none where nothing does. */
    List<Target> targets() {
        return set.targets();
    }

    /** The bytes of a target that serves. */
    Optional<byte[]> copyOf(String path) throws IOException {
        Optional<Target> target = set.target(path);
        return target.isPresent() ? generations.read(number, target.get()) : Optional.empty();
    }

    /**
     * Serves the newest generation that still is what was verified, judged again by the time of
     * then: the process's own clock may not know better yet.
     *
     * @throws UpdateRefused naming what is worn in a newer one, after an older one serves
     */
    void load() throws UpdateRefused, IOException {
        @Nullable UpdateRefused worn = null;
        for (long each : generations.numbers()) {
            Optional<TargetSet> held = generations.set(each);
            if (held.isEmpty()) {
                continue;
            }
            try {
                TrustContent content = content(held.get(), files(each, held.get()));
                serve(each, held.get(), mapped(each, content, held.get()));
                break;
            } catch (UpdateRefused refused) {
                worn = worn == null ? refused : worn;
            }
        }
        if (worn != null) {
            throw worn;
        }
    }

    private SortedMap<String, byte[]> files(long each, TargetSet held)
            throws UpdateRefused, IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Target target : held.targets()) {
            files.put(
                    target.path(),
                    generations
                            .read(each, target)
                            .orElseThrow(
                                    () ->
                                            new UpdateRefused(
                                                    UpdateRule.STORAGE,
                                                    target.path(),
                                                    "worn: not the bytes that were verified")));
        }
        return files;
    }

    /**
     * Serves these files from now on, or throws and leaves all as it was.
     *
     * @param judgedAt the time by which the update was judged
     * @return false where the same files serve already
     */
    boolean take(SortedMap<String, byte[]> files, Instant judgedAt)
            throws UpdateRefused, IOException {
        List<Target> targets = new ArrayList<>();
        files.forEach(
                (path, bytes) ->
                        targets.add(new Target(path, bytes.length, generations.digest(bytes))));
        TargetSet next = new TargetSet(judgedAt, targets);
        if (next.hasTargetsOf(set)) {
            return false;
        }
        TrustContent content = content(next, files);
        generations.tidy();
        long begun = generations.begin();
        try {
            write(begun, files, content);
            TrustContent mapped = mapped(begun, content, next);
            generations.commit(begun, next);
            serve(begun, next, mapped);
        } catch (IOException | UpdateRefused failed) {
            abandon(begun);
            throw failed;
        }
        return true;
    }

    private void write(long begun, Map<String, byte[]> files, TrustContent content)
            throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            generations.write(begun, file.getKey(), ByteBuffer.wrap(file.getValue()));
        }
        int index = 0;
        for (RevocationList list : content.lists()) {
            generations.write(begun, entries(index++), list.packed());
        }
    }

    /** A list's entries beside its token, inflated; lists have one order for one content. */
    private static String entries(int index) {
        return "entries-" + index;
    }

    private TrustContent content(TargetSet next, Map<String, byte[]> files) throws UpdateRefused {
        // At the start nothing serves yet, and what was newer then need not be newer than itself.
        Optional<TrustSnapshot<?>> held = Optional.ofNullable(wires.serving().get());
        var directory = new TrustDirectory(judge.crypto(), next.judgedAt(), held);
        TrustContent content =
                switch (directory.readSigned(files, judge.site())) {
                    case TrustReading.Whole(TrustContent whole, var faults) when faults.isEmpty() ->
                            whole;
                    case TrustReading.Whole(TrustContent _, var faults) ->
                            throw UpdateRefused.by(faults);
                    case TrustReading.Faulty(var faults) -> throw UpdateRefused.by(faults);
                };
        TrustSnapshot<Realm.Production> trust = production(content);
        if (judge.drivers() == TrustStore.Drivers.SOME_REAL && publicKeys.areTrustedBy(trust)) {
            throw new UpdateRefused(
                    UpdateRule.PUBLIC_KEY,
                    TrustDirectory.ISSUERS,
                    "expected keys of production, got a public one of the demo or the tests");
        }
        return content;
    }

    private static TrustSnapshot<Realm.Production> production(TrustContent content)
            throws UpdateRefused {
        return content.asProduction()
                .orElseThrow(
                        () ->
                                new UpdateRefused(
                                        UpdateRule.CONTENT,
                                        TrustDirectory.ISSUERS,
                                        "expected no key of the self-test"));
    }

    /** The content as it is read back from the mappings that will serve (RULES, Canary). */
    private TrustContent mapped(long begun, TrustContent content, TargetSet next)
            throws UpdateRefused, IOException {
        List<RevocationList> lists = new ArrayList<>();
        for (RevocationList list : content.lists()) {
            RevocationList mapped = list.over(generations.map(begun, entries(lists.size())));
            if (!mapped.isSameAs(list)) {
                throw new UpdateRefused(
                        UpdateRule.STORAGE,
                        list.info().uri(),
                        "worn: the disk gives back other entries than were written");
            }
            lists.add(mapped);
        }
        var inOrder = lists.iterator();
        TrustContent served = content.placed(_ -> inOrder.next());
        List<RevocationList> withoutCanary = served.listsWithoutCanary(judge.crypto());
        if (!withoutCanary.isEmpty()) {
            throw new UpdateRefused(
                    UpdateRule.CANARY,
                    withoutCanary.getFirst().info().uri(),
                    "expected the canary of this version in its first 32 entries");
        }
        String holders = TrustDirectory.holders(judge.site());
        return next.target(holders).isEmpty()
                ? served
                : served.with(directory(generations.map(begun, holders), holders));
    }

    private static HolderDirectory directory(ByteBuffer file, String path) throws UpdateRefused {
        return HolderDirectory.read(file)
                .orElseThrow(
                        () ->
                                new UpdateRefused(
                                        UpdateRule.CONTENT,
                                        path,
                                        "expected a holder directory: its header, and records"
                                                + " that are sorted and unique"));
    }

    private void serve(long begun, TargetSet next, TrustContent mapped) throws UpdateRefused {
        TrustSnapshot<Realm.Production> trust = production(mapped);
        number = begun;
        set = next;
        wires.serving().set(trust);
        wires.listener().loaded(trust.issuerKeys().size());
    }

    private void abandon(long begun) {
        try {
            generations.delete(begun);
        } catch (IOException _) {
            // It never became one: the next tidy takes it away.
        }
    }
}
