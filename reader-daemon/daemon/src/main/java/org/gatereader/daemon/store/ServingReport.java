package org.gatereader.daemon.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.control.wire.TrustReport.Canary;
import org.gatereader.daemon.control.wire.TrustReport.StatusList;
import org.gatereader.daemon.control.wire.TrustReport.Target;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.revocation.RevocationList;
import org.gatereader.verifier.revocation.Staleness;
import org.gatereader.verifier.revocation.StalenessLadder;
import org.gatereader.verifier.revocation.StatusListInfo;
import org.gatereader.verifier.trust.StalenessRules;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.jspecify.annotations.Nullable;

/** Tells what serves, read back from it. */
final class ServingReport {
    private ServingReport() {}

    static TrustReport.Serving of(
            @Nullable TrustSnapshot<?> trust,
            List<Target> targets,
            CryptoModule crypto,
            Instant now) {
        if (trust == null) {
            return TrustReport.Serving.NOTHING;
        }
        StalenessRules ladders = trust.policy().admission().status().staleness();
        List<RevocationList> withoutCanary = trust.listsWithoutCanary(crypto);
        return new TrustReport.Serving(
                trust.issuerKeys().size(),
                trust.lists().stream()
                        .map(list -> list(list, canary(list, withoutCanary, crypto), ladders, now))
                        .toList(),
                targets,
                trust.unasked().stream().map(TrustFault::toString).toList());
    }

    /** What the mapping gives back now: an SD card may have gone bad since it was taken. */
    private static Canary canary(
            RevocationList list, List<RevocationList> withoutCanary, CryptoModule crypto) {
        if (list.carriesCanary(crypto)) {
            return Canary.OK;
        }
        return withoutCanary.contains(list) ? Canary.WRONG : Canary.NONE;
    }

    private static StatusList list(
            RevocationList list, Canary canary, StalenessRules ladders, Instant now) {
        Instant issuedAt = list.info().issuedAt();
        Duration old = Duration.between(issuedAt, now);
        return new StatusList(
                list.info().uri(),
                new TrustReport.Age(
                        issuedAt,
                        list.info().expiresAt(),
                        old,
                        word(ladders.worstAt(list.info(), now))),
                new TrustReport.Content(list.size(), canary),
                standings(list.info(), ladders, now));
    }

    /** The ladder of most first, then each other with the classes that are on it. */
    private static List<TrustReport.Standing> standings(
            StatusListInfo list, StalenessRules ladders, Instant now) {
        Map<StalenessLadder, List<Long>> classes = new LinkedHashMap<>();
        ladders.byClass().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        own ->
                                classes.computeIfAbsent(own.getValue(), _ -> new ArrayList<>())
                                        .add(own.getKey()));
        List<TrustReport.Standing> standings = new ArrayList<>();
        standings.add(standing(list, ladders.ladder(), List.of(), now));
        classes.forEach((ladder, of) -> standings.add(standing(list, ladder, of, now)));
        return standings;
    }

    private static TrustReport.Standing standing(
            StatusListInfo list, StalenessLadder ladder, List<Long> classes, Instant now) {
        return new TrustReport.Standing(
                classes,
                word(ladder.at(list, now)),
                new TrustReport.Deadlines(
                        ladder.warnsAt(list), ladder.degradesAt(list), ladder.closesAt(list)));
    }

    private static String word(Staleness step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
