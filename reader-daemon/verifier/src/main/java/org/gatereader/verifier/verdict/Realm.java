package org.gatereader.verifier.verdict;

/**
 * Where a decision counts. A realm is a type argument and never a value: a snapshot, a decision and
 * the gate itself carry it, so that a decision of the self-check does not compile where the relay
 * is driven.
 */
public sealed interface Realm {
    /** Decides about people; the only realm whose decisions the gate takes. */
    final class Production implements Realm {
        private Production() {}
    }

    /** Built-in vectors, judged at an instant of 2001; opens nothing. */
    final class SelfTest implements Realm {
        private SelfTest() {}
    }
}
