package org.gatereader.daemon;

import org.gatereader.daemon.time.Stage;

/**
 * Watches a gate at work: the demo's window into one whose every device is simulated. It is told
 * events and durations one by one, which about real people would be too much (RULES, Privacy), so a
 * gate with any real device refuses it.
 *
 * <p>Called by the owners' threads; it must not block and must not throw.
 */
public interface GateObserver {
    /** Sees nothing: the only one for a real gate. */
    GateObserver NONE = new GateObserver() {};

    /**
     * Something happened, before the journal shuffles it and forgets its reason.
     *
     * @param kind the name of the event's kind
     * @param number what the kind says it is: a pass class, a deny code, a count
     */
    default void happened(String kind, long number) {}

    /** A stage of the decision at hand took so long. */
    default void took(Stage stage, long nanos) {}
}
