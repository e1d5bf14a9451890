package org.gatereader.daemon.gate;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gatereader.verifier.decision.GateEvent;

/**
 * What connects the gate to the rest of the process.
 *
 * @param answers to admission, bounded; while it is full no further request is taken, for an answer
 *     must not be lost
 * @param events never blocks; a full queue drops and counts there
 */
public record GateWires(
        GateInbox inbox,
        Predicate<GateAnswer> answers,
        Consumer<GateEvent> events,
        LatencyRecorder latency) {
    /** Takes the gate's promise of each grant, from the last needed frame to the relay's edge. */
    @FunctionalInterface
    public interface LatencyRecorder {
        void record(long capturedAtNanos, long engagedAtNanos);
    }
}
