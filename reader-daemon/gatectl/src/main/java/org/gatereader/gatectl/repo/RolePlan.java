package org.gatereader.gatectl.repo;

import java.util.List;
import java.util.Map;

/**
 * Who signs what in a new repository.
 *
 * @param keys by role: {@code root}, {@code targets}, {@code directory}, {@code status}, {@code
 *     snapshot}, {@code timestamp} and one {@code site-<ID>} for each site
 * @param thresholds those that differ from the role table, by role
 * @param laxity whether fewer keys or signatures than the table's are taken
 */
public record RolePlan(
        Map<String, List<PublicKeyEntry>> keys, Map<String, Integer> thresholds, Laxity laxity) {
    private static final List<String> ALWAYS =
            List.of("root", "targets", "directory", "status", "snapshot", "timestamp");

    /** A threshold below the table's has to be wanted by name. */
    public enum Laxity {
        /** The role table of RULES, or more. */
        NONE,
        /** One signature each, if so said: for a demo, or a site that knows what it does. */
        LAX_THRESHOLDS
    }

    /** Checked against the role table. */
    RoleKeys of(String role) throws RepositoryException {
        RoleRule rule = RoleRule.of(role);
        List<PublicKeyEntry> own = keys.getOrDefault(role, List.of());
        int threshold = thresholds.getOrDefault(role, rule.threshold());
        boolean isLax = threshold < rule.threshold() || own.size() < rule.keys();
        if (isLax && laxity == Laxity.NONE) {
            throw new RepositoryException(
                    "%s: expected %d signatures of %d keys, got %d of %d; --lax-thresholds takes it"
                            .formatted(role, rule.threshold(), rule.keys(), threshold, own.size()));
        }
        long people = own.stream().map(PublicKeyEntry::keyid).distinct().count();
        if (threshold < 1 || people < threshold || people < own.size()) {
            throw new RepositoryException(
                    "%s: expected %d different keys at least, got %d"
                            .formatted(role, Math.max(1, threshold), people));
        }
        return new RoleKeys(own, threshold);
    }

    /** Every role there is to be, those of every repository first. */
    List<String> roles() throws RepositoryException {
        for (String role : keys.keySet()) {
            RoleRule.of(role);
        }
        return java.util.stream.Stream.concat(ALWAYS.stream(), keys.keySet().stream().sorted())
                .distinct()
                .toList();
    }
}
