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
     * @param statusExempt credential types that need no status claim
     */
    public record Admission(
            Allowed<String> types,
            Allowed<String> issuers,
            Allowed<Long> classes,
            Set<String> statusExempt) {}
}
