package org.gatereader.gatectl.repo;

import java.time.Duration;
import java.time.Instant;

/** The role table: how many must sign what, and how long that lasts (RULES, TUF). */
public enum RoleRule {
    /** Says whose keys count; its keys never touch a machine with a network. */
    ROOT(3, 5, Duration.ofDays(365)),
    /** Issuer trust, keys of status lists, national policy, and the delegations. */
    TARGETS(2, 3, Duration.ofDays(90)),
    /** The holder directories. */
    DIRECTORY(2, 3, Duration.ofDays(30)),
    /** The status lists, each signed by a key of its own besides. */
    STATUS(1, 1, Duration.ofDays(7)),
    /** One site's policy, which may only narrow. */
    SITE(2, 2, Duration.ofDays(90)),
    SNAPSHOT(1, 1, Duration.ofDays(7)),
    /** Renewed every hour. */
    TIMESTAMP(1, 1, Duration.ofHours(24));

    static final String SITE_PREFIX = "site-";

    private final int threshold;
    private final int keys;
    private final Duration lifetime;

    RoleRule(int threshold, int keys, Duration lifetime) {
        this.threshold = threshold;
        this.keys = keys;
        this.lifetime = lifetime;
    }

    /**
     * The row of a role.
     *
     * @param role such as {@code targets} or {@code site-seoul}
     * @throws RepositoryException if it is in no row
     */
    public static RoleRule of(String role) throws RepositoryException {
        if (role.matches(SITE_PREFIX + "[A-Za-z0-9._-]{1,64}")) {
            return SITE;
        }
        for (RoleRule rule : values()) {
            if (rule != SITE && rule.roleName().equals(role)) {
                return rule;
            }
        }
        throw new RepositoryException(
                role
                        + ": expected root, targets, directory, status, site-<ID>, snapshot or"
                        + " timestamp");
    }

    /** Whether the root says who signs it; of all others, targets does. */
    boolean isTopLevel() {
        return switch (this) {
            case ROOT, TARGETS, SNAPSHOT, TIMESTAMP -> true;
            case DIRECTORY, STATUS, SITE -> false;
        };
    }

    /** Whether it is a site's own. */
    boolean isSite() {
        return this == SITE;
    }

    /** How many must sign. */
    public int threshold() {
        return threshold;
    }

    /** How many there must be who can. */
    public int keys() {
        return keys;
    }

    /** From signing to expiry. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Whether the last quarter of its life has begun: people need days to sign the next. */
    public boolean isLate(Instant expires, Instant now) {
        return !now.isBefore(expires.minus(lifetime.dividedBy(4)));
    }

    private String roleName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The role that is trusted for a target. */
    static String roleFor(String path) {
        String[] segments = path.split("/", -1);
        if (segments.length == 3 && segments[0].equals("site")) {
            return SITE_PREFIX + segments[1];
        }
        if (segments.length == 2
                && (segments[0].equals("status") || segments[0].equals("directory"))) {
            return segments[0];
        }
        return "targets";
    }

    /** For what a delegated role is trusted. */
    static String pathsOf(String role) {
        return role.startsWith(SITE_PREFIX)
                ? "site/" + role.substring(SITE_PREFIX.length()) + "/*"
                : role + "/*";
    }
}
