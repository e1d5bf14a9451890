package org.gatereader.verifier.trust;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A narrowing of a policy: the values that pass, or no narrowing at all because the policy does not
 * have the key. An empty list is a narrowing to nothing.
 */
public final class Allowed<T> {
    private final Optional<Set<T>> values;

    private Allowed(Optional<Set<T>> values) {
        this.values = values;
    }

    static <T> Allowed<T> everything() {
        return new Allowed<>(Optional.empty());
    }

    static <T> Allowed<T> only(Set<T> values) {
        return new Allowed<>(Optional.of(Set.copyOf(values)));
    }

    /** What passes both. */
    Allowed<T> and(Allowed<T> other) {
        if (values.isEmpty() || other.values.isEmpty()) {
            return values.isEmpty() ? other : this;
        }
        Set<T> both = new HashSet<>(values.get());
        both.retainAll(other.values.get());
        return only(both);
    }

    public boolean admits(T value) {
        return values.isEmpty() || values.get().contains(value);
    }
}
