package org.gatereader.verifier.trust;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.gatereader.verifier.encoding.Scalar;
import org.gatereader.verifier.verdict.Lane;

/**
 * {@code policy.json}: what one site admits of what the trust list allows. Everything but site,
 * zone and lanes is optional and narrows.
 *
 * @param lanes the lanes that are open; a lane not named is closed
 * @param requiredClaims claim name → the values of which it must have one
 */
public record SitePolicy(
        Place place,
        Set<Lane> lanes,
        Admission admission,
        Map<String, Set<Scalar>> requiredClaims) {

    /** Whether a lane is open that needs no clock, for it demands a challenge. */
    public boolean hasChallengeLane() {
        return lanes.stream().anyMatch(Lane::demandsChallenge);
    }

    /** Whether a lane is open that only the clock keeps fresh. */
    public boolean hasOneWayLane() {
        return !lanes.stream().allMatch(Lane::demandsChallenge);
    }

    /**
     * Where and when.
     *
     * @param site what a credential's own {@code aud} must name, if it has one
     * @param zone in which the hours are read
     */
    public record Place(String site, GateGroups groups, ZoneId zone, OpeningHours hours) {
        public boolean isOpenAt(Instant now) {
            return hours.areOpenAt(now.atZone(zone));
        }
    }

    /**
     * Whom.
     *
     * @param types {@code vct}
     * @param issuers {@code iss}
     */
    public record Admission(
            Allowed<String> types,
            Allowed<String> issuers,
            Allowed<Long> classes,
            StatusRules status) {}

    /**
     * What a credential's status needs.
     *
     * @param exempt credential types that need no status claim
     * @param staleness what the age of a list does
     */
    public record StatusRules(Set<String> exempt, StalenessRules staleness) {}
}
