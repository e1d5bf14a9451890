package org.gatereader.verifier.decision;

import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;

/**
 * The end of the way of the data: a yes with a pass class, or a no with a reason, and no identity.
 *
 * @param <R> where it counts; the gate takes only {@code AccessDecision<Realm.Production>}
 */
public sealed interface AccessDecision<R extends Realm> {
    /**
     * Open.
     *
     * @param passClass what kind of pass, 0 where the credential states none; never a person
     */
    record Granted<R extends Realm>(long passClass) implements AccessDecision<R> {}

    /** Stay locked. */
    record Denied<R extends Realm>(DenyReason reason) implements AccessDecision<R> {}
}
