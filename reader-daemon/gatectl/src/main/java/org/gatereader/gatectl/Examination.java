package org.gatereader.gatectl;

import java.util.List;
import java.util.Optional;
import org.gatereader.verifier.decision.AccessDecision;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Lane.Profile;
import org.gatereader.verifier.verdict.Realm;

/** One file, judged; a class without {@code toString}: it holds claims. */
final class Examination {
    private final Examiner.Setting setting;
    private final Captured captured;
    private final Outcome outcome;
    private final Evidence evidence;

    /**
     * What came of it.
     *
     * @param profile by whose table of checks it was judged
     * @param held in their order; the one after the last is the one that failed
     * @param bug where it happened, if one of ours stopped the judging
     */
    record Outcome(
            AccessDecision<Realm.Production> decision,
            Profile profile,
            List<Check> held,
            Optional<String> bug) {}

    /** How far a check came. */
    enum Progress {
        PASSED("passed"),
        FAILED("FAILED"),
        NOT_REACHED("not reached");

        private final String label;

        Progress(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Examination(Examiner.Setting setting, Captured captured, Outcome outcome, Evidence evidence) {
        this.setting = setting;
        this.captured = captured;
        this.outcome = outcome;
        this.evidence = evidence;
    }

    Examiner.Setting setting() {
        return setting;
    }

    Captured captured() {
        return captured;
    }

    Outcome outcome() {
        return outcome;
    }

    Evidence evidence() {
        return evidence;
    }

    Progress progress(Check check) {
        if (outcome.held().contains(check)) {
            return Progress.PASSED;
        }
        return outcome.profile().number(check) == outcome.held().size() + 1
                ? Progress.FAILED
                : Progress.NOT_REACHED;
    }

    /** Why not, unless granted. */
    Optional<DenyReason> reason() {
        return outcome.decision() instanceof AccessDecision.Denied<?>(DenyReason reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /** {@code GRANTED <class>} or {@code DENIED <number> <NAME>}. */
    String lastLine() {
        return switch (outcome.decision()) {
            case AccessDecision.Granted<?>(long passClass) -> "GRANTED " + passClass;
            case AccessDecision.Denied<?>(DenyReason reason) ->
                    "DENIED " + reason.code() + " " + reason.name();
        };
    }

    int exitCode() {
        return reason().isEmpty() ? ExitCode.GRANTED : ExitCode.DENIED;
    }
}
