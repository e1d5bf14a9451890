package org.gatereader.daemon.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.tuf.Refusal;

/** Carries the rule that ended an update up to the store's report; it never leaves this package. */
final class UpdateRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final String rule;
    private final String file;

    /** Refused by a rule of the store's own. */
    UpdateRefused(UpdateRule rule, String file, String message) {
        this(rule.number(), rule.name(), file, message);
    }

    private UpdateRefused(int number, String rule, String file, String message) {
        // No trace: that an update is refused is no bug.
        super(message, null, false, false);
        this.number = number;
        this.rule = rule;
        this.file = file;
    }

    /** Refused by a step of The Update Framework; its number is the clause without its dots. */
    static UpdateRefused by(Refusal why, String file, Inbox inbox) {
        String clause = why.step().split(",", 2)[0];
        boolean isOfFetching = why == Refusal.UNAVAILABLE || why == Refusal.TOO_LONG;
        return new UpdateRefused(
                Integer.parseInt(clause.replace(".", "")),
                why + ", TUF " + clause,
                file,
                isOfFetching
                        ? inbox.problem()
                        : why.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Refused for what files of the trust directory say; the first fault is told whole. */
    static UpdateRefused by(List<TrustFault> faults) {
        TrustFault first = faults.getFirst();
        String more = faults.size() == 1 ? "" : ", and " + (faults.size() - 1) + " more";
        return new UpdateRefused(UpdateRule.CONTENT, first.file(), first + more);
    }

    /** What the journal keeps of the rule. */
    int number() {
        return number;
    }

    TrustReport.Refusal at(Instant when) {
        return new TrustReport.Refusal(when, rule, file, String.valueOf(getMessage()));
    }
}
