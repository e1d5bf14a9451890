package org.gatereader.daemon.control.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a gate holds and believes: who signed it, in which version, until when, and why the last
 * update was refused if it was.
 *
 * @param roles the signed metadata that the gate holds, root first; none where trust is unsigned
 * @param lastRefusal why the last look for something new changed less than it should; empty once a
 *     look went well
 */
public record TrustReport(
        Source source, Serving serving, List<Role> roles, Optional<Refusal> lastRefusal) {
    public TrustReport {
        roles = List.copyOf(roles);
    }

    /** Where trust comes from. */
    public enum Source {
        /** A repository of The Update Framework, verified from an enrolled root on. */
        SIGNED("signed"),
        /** Plain files that whoever may write the directory has put there. */
        PLAIN("UNSIGNED TRUST");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /** As it stands in the answer and on the screen. */
        public String word() {
            return word;
        }
    }

    /**
     * The set that answers for people now.
     *
     * @param issuerKeys how many keys of issuers are loaded; none means that nobody is admitted
     * @param targets the signed files that the set was made of
     * @param unasked which lists are there and were left out, for no issuer refers to them: a line
     *     each for an admin
     */
    public record Serving(
            int issuerKeys, List<StatusList> lists, List<Target> targets, List<String> unasked) {
        /** Where nothing serves. */
        public static final Serving NOTHING = new Serving(0, List.of(), List.of(), List.of());

        public Serving {
            lists = List.copyOf(lists);
            targets = List.copyOf(targets);
            unasked = List.copyOf(unasked);
        }
    }

    /**
     * A role's metadata as the gate holds it, which may be newer than what serves (RULES, TUF).
     *
     * @param expiresAt from then on no update is taken until a newer version is here
     */
    public record Role(String name, long version, Instant expiresAt) {}

    /**
     * One signed file that serves.
     *
     * @param path as whoever signed it wrote it
     * @param sha256 lower-case hex of its bytes
     */
    public record Target(String path, long bytes, String sha256) {}

    /**
     * One revocation list that serves.
     *
     * @param standings how it stands on each ladder of the site's policy
     */
    public record StatusList(String uri, Age age, Content content, List<Standing> standings) {
        public StatusList {
            standings = List.copyOf(standings);
        }

        public long entries() {
            return content.entries();
        }

        public Canary canary() {
            return content.canary();
        }
    }

    /** How much a list holds, and whether it is what was signed. */
    public record Content(long entries, Canary canary) {}

    /**
     * Where a list stands for some pass classes.
     *
     * @param classes those with a ladder of their own; none means all the others
     * @param step fresh, warn, degraded or closed
     */
    public record Standing(List<Long> classes, String step, Deadlines deadlines) {
        public Standing {
            classes = List.copyOf(classes);
        }
    }

    /** After which instants each step begins. */
    public record Deadlines(Instant warn, Instant degraded, Instant closed) {}

    /**
     * When a list was made and how long it may be used, by its own word, and how old it is.
     *
     * @param old may be negative by the issuer's clock
     * @param step how far it has aged on the shortest ladder: fresh, warn, degraded or closed
     */
    public record Age(Instant issuedAt, Instant expiresAt, Duration old, String step) {}

    /** Whether this very version of the list was read back from what is serving. */
    public enum Canary {
        /** The list carries none: foreign lists do not. */
        NONE("no canary"),
        OK("ok"),
        /** The list promises one, and what serves does not give it back. */
        WRONG("wrong");

        private final String word;

        Canary(String word) {
            this.word = word;
        }

        /** As it stands in the answer and on the screen. */
        public String word() {
            return word;
        }
    }

    /**
     * Why an update was not taken, or not wholly.
     *
     * @param at the time by which it was judged
     * @param rule its name, and the clause that demands it where there is one, such as {@code
     *     TIMESTAMP_EXPIRED, TUF 5.4.4}
     * @param file the file that was looked at, as the repository calls it
     * @param message what was expected and what was there, one sentence for an admin
     */
    public record Refusal(Instant at, String rule, String file, String message) {
        /** Whether it says the same, at whatever time. */
        public boolean isSameAs(Refusal other) {
            return equals(new Refusal(at, other.rule, other.file, other.message));
        }
    }
}
