package org.gatereader.verifier.trust.tuf;

import java.util.ArrayList;
import java.util.List;

/**
 * The targets of one whole update: every answer is of the same snapshot, judged at the same start
 * time. Not to be shared between threads.
 */
public final class TrustedTargets {
    private final Workflow workflow;

    TrustedTargets(Workflow workflow) {
        this.workflow = workflow;
    }

    /** A piece of the workflow that ends with a value, or where a step fails. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws TufException;
    }

    static <T> Outcome<T> of(Workflow workflow, Step<T> step) {
        try {
            return new Outcome.Trusted<>(step.run());
        } catch (TufException refused) {
            return new Outcome.Refused<>(refused.refusal(), workflow.file());
        }
    }

    /**
     * Finds a target by its path, in the first role that is trusted for it and lists it (5.6.7).
     */
    public Outcome<TargetFile> find(String path) {
        return of(workflow, () -> workflow.find(path));
    }

    /**
     * Lists the paths below a prefix that {@link #find} finds, in their order.
     *
     * @param prefix such as {@code status/}
     */
    public Outcome<List<String>> list(String prefix) {
        return of(
                workflow,
                () -> {
                    List<String> found = new ArrayList<>();
                    for (String path : workflow.paths(prefix)) {
                        if (find(path) instanceof Outcome.Trusted<TargetFile>) {
                            found.add(path);
                        }
                    }
                    return found;
                });
    }

    /** Fetches a target that was found, and sees that it is the one (5.7.3). */
    public Outcome<byte[]> fetch(TargetFile target) {
        return of(workflow, () -> workflow.fetch(target));
    }
}
