package org.gatereader.verifier.decision;

import java.util.Optional;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.gatereader.verifier.verdict.Verdict;

/**
 * A decision, and where it is a yes the reservation that stands behind it until the gate has opened
 * or gives it back.
 */
public sealed interface Judgement<R extends Realm> {
    AccessDecision<R> decision();

    /** Every check held. */
    record Admitted<R extends Realm>(Reservation<R> reservation) implements Judgement<R> {
        @Override
        public AccessDecision<R> decision() {
            return reservation.granted();
        }
    }

    /** A check did not hold. */
    record Rejected<R extends Realm>(DenyReason reason) implements Judgement<R> {
        @Override
        public AccessDecision<R> decision() {
            return new AccessDecision.Denied<>(reason);
        }
    }

    static <R extends Realm> Judgement<R> of(Verdict<Reservation<R>> verdict) {
        return switch (verdict) {
            case Verdict.Passed<Reservation<R>>(Reservation<R> reservation) ->
                    new Admitted<>(reservation);
            case Verdict.Refused<Reservation<R>>(DenyReason reason) -> new Rejected<>(reason);
        };
    }

    /** The reservation of a yes. */
    default Optional<Reservation<R>> reserved() {
        return this instanceof Admitted<R>(Reservation<R> reservation)
                ? Optional.of(reservation)
                : Optional.empty();
    }
}
