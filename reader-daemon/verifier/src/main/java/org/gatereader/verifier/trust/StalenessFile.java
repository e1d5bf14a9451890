package org.gatereader.verifier.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatereader.verifier.revocation.StalenessLadder;
import org.gatereader.verifier.revocation.StatusListInfo;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code staleness} of {@code policy.json}. */
final class StalenessFile {
    private static final Set<String> KEYS = Set.of("ladders", "visitors");
    private static final Set<String> LADDER_KEYS =
            Set.of("classes", "warnHours", "degradedHours", "closedHours");

    /** No list lives longer. */
    private static final long HOURS_MAX = StatusListInfo.LIFETIME_MAX.toHours();

    private final Map<Long, StalenessLadder> byClass = new HashMap<>();
    private @Nullable StalenessLadder ofTheOthers;

    private StalenessFile() {}

    /** The rules; they mean something only if no fault was added. */
    static StalenessRules read(MemberReader members) {
        members.requireOnly(KEYS);
        var file = new StalenessFile();
        members.objects("ladders").forEach(file::add);
        return new StalenessRules(
                file.ofTheOthers == null ? StalenessLadder.STAFF : file.ofTheOthers,
                file.byClass,
                Set.copyOf(members.naturals("visitors")));
    }

    private void add(MemberReader entry) {
        entry.requireOnly(LADDER_KEYS);
        StalenessLadder ladder = ladder(entry);
        if (!entry.has("classes")) {
            if (ofTheOthers != null) {
                entry.fault("classes", "expected in all ladders but one, the others' ladder");
            }
            ofTheOthers = ladder;
            return;
        }
        List<Long> classes = entry.naturals("classes");
        for (long passClass : classes) {
            if (byClass.put(passClass, ladder) != null) {
                entry.fault("classes", "expected each class once, got " + passClass + " again");
            }
        }
    }

    private static StalenessLadder ladder(MemberReader entry) {
        long warn = entry.integer("warnHours", 1, HOURS_MAX);
        long degraded = entry.integer("degradedHours", 1, HOURS_MAX);
        long closed = entry.integer("closedHours", 1, HOURS_MAX);
        if (warn > degraded || degraded > closed || warn == closed) {
            entry.fault("closedHours", "expected warnHours ≤ degradedHours ≤ closedHours, rising");
            return StalenessLadder.STAFF;
        }
        return StalenessLadder.ofHours(warn, degraded, closed);
    }
}
