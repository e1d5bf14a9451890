package org.gatereader.verifier.verdict;

import java.util.function.Function;

/**
 * The answer of one check or one stage: either the next, surer type, or the reason why not.
 *
 * <p>A refusal is a value and not an exception: the world says no all day long, and a caller can
 * not reach the value without having looked.
 */
public sealed interface Verdict<T> {
    /** The check held; {@code value} is what it proved. */
    record Passed<T>(T value) implements Verdict<T> {
        /** Says only that it passed: the value can hold claims, and identity never prints. */
        @Override
        public String toString() {
            return "Passed";
        }
    }

    /** The check failed. */
    record Refused<T>(DenyReason reason) implements Verdict<T> {}

    static <T> Verdict<T> passed(T value) {
        return new Passed<>(value);
    }

    static <T> Verdict<T> refused(DenyReason reason) {
        return new Refused<>(reason);
    }

    /** Runs {@code next} on what was proved; the first refusal wins and nothing after it runs. */
    default <U> Verdict<U> then(Function<? super T, Verdict<U>> next) {
        return switch (this) {
            case Passed<T>(T value) -> next.apply(value);
            case Refused<T>(DenyReason reason) -> refused(reason);
        };
    }

    /** Tells {@code trace} that {@code check} held, if it did. */
    default Verdict<T> traced(Check check, CheckTrace trace) {
        if (this instanceof Passed<T>) {
            trace.held(check);
        }
        return this;
    }
}
