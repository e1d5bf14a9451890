package org.gatereader.verifier.trust;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gatereader.verifier.encoding.Scalar;
import org.gatereader.verifier.verdict.Lane;

/**
 * {@code policy.json} of a signed repository: what every site of it keeps to. A site's own policy
 * can only narrow it (RULES, TUF).
 */
record NationalPolicy(
        Set<Lane> lanes,
        OpeningHours hours,
        SitePolicy.Admission admission,
        Map<String, Set<Scalar>> requiredClaims) {

    /** What both admit: nothing that either refuses, and no status that either demands. */
    SitePolicy narrowedBy(SitePolicy site) {
        SitePolicy.Place place = site.place();
        return new SitePolicy(
                new SitePolicy.Place(
                        place.site(), place.groups(), place.zone(), hours.and(place.hours())),
                both(lanes, site.lanes()),
                both(admission, site.admission()),
                bothClaims(site.requiredClaims()));
    }

    /** Where one of the two demands a challenge and the other does not, it is demanded. */
    private static Set<Lane> both(Set<Lane> some, Set<Lane> others) {
        Set<Lane> both = EnumSet.noneOf(Lane.class);
        for (Lane lane : Lane.values()) {
            Lane stricter = lane.withChallenge().orElse(lane);
            if (some.contains(lane) && others.contains(lane)) {
                both.add(lane);
            } else if (opens(some, lane, stricter) && opens(others, lane, stricter)) {
                both.add(stricter);
            }
        }
        return both;
    }

    private static boolean opens(Set<Lane> lanes, Lane lane, Lane stricter) {
        return lanes.contains(lane) || lanes.contains(stricter);
    }

    private static SitePolicy.Admission both(
            SitePolicy.Admission nation, SitePolicy.Admission site) {
        Set<String> exempt = new HashSet<>(nation.status().exempt());
        exempt.retainAll(site.status().exempt());
        return new SitePolicy.Admission(
                nation.types().and(site.types()),
                nation.issuers().and(site.issuers()),
                nation.classes().and(site.classes()),
                new SitePolicy.StatusRules(
                        Set.copyOf(exempt),
                        nation.status().staleness().narrowedBy(site.status().staleness())));
    }

    private Map<String, Set<Scalar>> bothClaims(Map<String, Set<Scalar>> ofSite) {
        Map<String, Set<Scalar>> both = new HashMap<>(requiredClaims);
        ofSite.forEach(
                (claim, values) ->
                        both.merge(
                                claim,
                                values,
                                (nation, site) -> {
                                    Set<Scalar> common = new HashSet<>(nation);
                                    common.retainAll(site);
                                    return common;
                                }));
        return both;
    }
}
