package org.gatereader.verifier.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatereader.verifier.revocation.Staleness;
import org.gatereader.verifier.revocation.StalenessLadder;
import org.gatereader.verifier.revocation.StatusListInfo;

/**
 * How the age of status lists narrows whom a site admits ({@code staleness} in {@code
 * policy.json}).
 *
 * @param ladder of every pass class that has none of its own
 * @param byClass pass class → its own ladder
 * @param visitors pass classes that a degraded list answers for no more
 */
public record StalenessRules(
        StalenessLadder ladder, Map<Long, StalenessLadder> byClass, Set<Long> visitors) {
    /** Where a policy says nothing. */
    public static final StalenessRules STANDARD =
            new StalenessRules(StalenessLadder.STAFF, Map.of(), Set.of());

    public StalenessRules {
        byClass = Map.copyOf(byClass);
        visitors = Set.copyOf(visitors);
    }

    public StalenessLadder ladderOf(long passClass) {
        return byClass.getOrDefault(passClass, ladder);
    }

    /** The step of a list on the ladder that is furthest gone. */
    public Staleness worstAt(StatusListInfo list, Instant now) {
        return ladders().map(each -> each.at(list, now)).max(Staleness::compareTo).orElseThrow();
    }

    /** Whether a list answers for no class at all any more. */
    public boolean areAllClosedAt(StatusListInfo list, Instant now) {
        return ladders().allMatch(each -> each.at(list, now) == Staleness.CLOSED);
    }

    /** The age at which the last class closes: no list is of use beyond it. */
    public Duration longestClosed() {
        return ladders().map(StalenessLadder::closed).max(Duration::compareTo).orElseThrow();
    }

    /** What two policies agree on: each ladder as short as in either, the visitors of both. */
    public StalenessRules narrowedBy(StalenessRules other) {
        Map<Long, StalenessLadder> both = new HashMap<>();
        Stream.of(byClass.keySet(), other.byClass.keySet())
                .flatMap(Set::stream)
                .forEach(each -> both.put(each, ladderOf(each).narrowedBy(other.ladderOf(each))));
        Set<Long> allVisitors = new HashSet<>(visitors);
        allVisitors.addAll(other.visitors);
        return new StalenessRules(ladder.narrowedBy(other.ladder), both, allVisitors);
    }

    private Stream<StalenessLadder> ladders() {
        return Stream.concat(Stream.of(ladder), byClass.values().stream());
    }
}
