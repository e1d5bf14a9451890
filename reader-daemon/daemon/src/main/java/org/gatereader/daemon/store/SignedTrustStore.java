package org.gatereader.daemon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.trust.tuf.HeldRole;
import org.gatereader.verifier.trust.tuf.TrustedTargets;
import org.gatereader.verifier.trust.tuf.TufClient;

/**
 * Trust from a repository of The Update Framework (DESIGN, Updates; RULES, TUF): inbox → copy →
 * verified → written aside → mapped and read back → swapped. Two states: the metadata ratchet
 * advances step by step, also where a later step fails; the serving set is swapped whole.
 */
public final class SignedTrustStore implements TrustStore {
    /** What was refused may be cured by time, by a mended disk, or by a clock that was set. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final String METADATA = "metadata";
    private static final String GENERATIONS = "generations";

    private final Place place;
    private final Judge judge;
    private final Disk disk;
    private final Wires wires;
    private final Inbox inbox;
    private final MetadataDirectory metadata;
    private final ServingSet serving;
    private boolean isBegun;
    private String seenTimestamp = "";
    private Instant lookedAt = Instant.MIN;
    private volatile Map<String, HeldRole> roles = Map.of();
    private volatile Optional<TrustReport.Refusal> lastRefusal = Optional.empty();

    /**
     * Where everything lies.
     *
     * @param state the store's own, which nobody else enters; survives restarts
     * @param inbox the mirror into which others drop files
     */
    public record Place(Disk disk, Path state, Path inbox) {}

    /**
     * By whom and for whom a set is judged.
     *
     * @param site whose policy and holders this gate asks for
     */
    public record Judge(CryptoModule crypto, Drivers drivers, String site) {}

    public SignedTrustStore(Place place, Judge judge, Wires wires) {
        this.place = place;
        this.judge = judge;
        this.wires = wires;
        disk = place.disk();
        inbox = new Inbox(place.inbox());
        metadata = new MetadataDirectory(disk, place.state().resolve(METADATA));
        var generations = new Generations(disk, place.state().resolve(GENERATIONS), judge.crypto());
        serving = new ServingSet(generations, judge, wires);
    }

    @Override
    public synchronized void runOnce(TrustedTime time) {
        begin(time.now());
        String timestamp = timestamp();
        boolean isNew = !timestamp.equals(seenTimestamp);
        boolean isToBeTriedAgain =
                lastRefusal.isPresent()
                        && !timestamp.isEmpty()
                        && Duration.between(lookedAt, time.now()).abs().compareTo(LOOK_AGAIN) >= 0;
        if (isNew || isToBeTriedAgain) {
            // Taken before the files: one that is dropped meanwhile is looked at next turn.
            seenTimestamp = timestamp;
            look(time);
        }
    }

    @Override
    public synchronized ControlAnswer importNow(TrustedTime time) {
        begin(time.now());
        seenTimestamp = timestamp();
        var before = Changes.of(roles, serving.targets());
        look(time);
        return new ControlAnswer.Imported(
                before.until(Changes.of(roles, serving.targets())), lastRefusal);
    }

    @Override
    public TrustReport report(TrustedTime time) {
        return new TrustReport(
                TrustReport.Source.SIGNED,
                ServingReport.of(
                        wires.serving().get(), serving.targets(), judge.crypto(), time.now()),
                roles.entrySet().stream()
                        .map(
                                role ->
                                        new TrustReport.Role(
                                                role.getKey(),
                                                role.getValue().version(),
                                                role.getValue().expires()))
                        .toList(),
                lastRefusal);
    }

    @Override
    public List<String> faults() {
        return lastRefusal.stream()
                .map(refusal -> refusal.file() + ": " + refusal.rule() + ": " + refusal.message())
                .toList();
    }

    @Override
    public boolean isPublic() {
        return lastRefusal
                .filter(refusal -> refusal.rule().equals(UpdateRule.PUBLIC_KEY.name()))
                .isPresent();
    }

    @Override
    public boolean isEnrolled() {
        return roles.containsKey("root");
    }

    /** Once: serves what served when the process ended, without the inbox. */
    private void begin(Instant now) {
        if (isBegun) {
            return;
        }
        attempt(
                now,
                () -> {
                    disk.createDirectory(place.state());
                    for (String name : List.of(METADATA, GENERATIONS)) {
                        disk.createDirectory(place.state().resolve(name));
                    }
                    disk.syncDirectory(place.state());
                    isBegun = true;
                    serving.load();
                });
    }

    /**
     * Expiry is judged by the earliest that the time can be, and the date of a list by the latest
     * (RULES, Clock: 902 is for one-way lanes only). So a gate that does not know the time refuses
     * nothing that is newer than what it holds, for that may be what tells it the time.
     */
    private void look(TrustedTime time) {
        lookedAt = time.now();
        attempt(
                time.now(),
                () -> {
                    var fetcher = new TargetFetcher(judge.crypto(), inbox, serving::copyOf);
                    var client = new TufClient(judge.crypto(), inbox, metadata);
                    TrustedTargets targets = fetcher.trusted(client.refresh(time.now()));
                    serving.take(fetcher.fetch(targets, judge.site()), time.latest());
                });
    }

    /** A piece of work that ends well, or by a rule. */
    @FunctionalInterface
    private interface Work {
        void run() throws UpdateRefused, IOException;
    }

    private void attempt(Instant now, Work work) {
        Optional<UpdateRefused> refused = Optional.empty();
        try {
            work.run();
        } catch (UpdateRefused rule) {
            refused = Optional.of(rule);
        } catch (IOException | UncheckedIOException failure) {
            refused = Optional.of(storage(failure));
        }
        try {
            roles = metadata.roles();
        } catch (IOException failure) {
            refused = refused.or(() -> Optional.of(storage(failure)));
        }
        tell(refused, now);
    }

    private static UpdateRefused storage(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        return new UpdateRefused(UpdateRule.STORAGE, "the gate's own disk", String.valueOf(cause));
    }

    /** Each refusal once: a look every minute would fill the journal with one news. */
    private void tell(Optional<UpdateRefused> refused, Instant now) {
        Optional<TrustReport.Refusal> news = refused.map(rule -> rule.at(now));
        boolean isTold =
                news.isPresent()
                        && lastRefusal.isPresent()
                        && news.get().isSameAs(lastRefusal.get());
        if (refused.isPresent() && !isTold) {
            wires.listener().updateRefused(refused.get().number());
        }
        lastRefusal = news;
    }

    /** What tells whether somebody dropped something: nothing of the file is opened for it. */
    private String timestamp() {
        try {
            var attributes =
                    Files.readAttributes(
                            place.inbox().resolve(Inbox.TIMESTAMP),
                            BasicFileAttributes.class,
                            LinkOption.NOFOLLOW_LINKS);
            return attributes.size()
                    + " "
                    + attributes.lastModifiedTime()
                    + " "
                    + attributes.fileKey();
        } catch (IOException _) {
            return "";
        }
    }
}
