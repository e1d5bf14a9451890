package org.gatereader.daemon.admission;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.gatereader.daemon.gate.GateAnswer;
import org.gatereader.daemon.gate.GateInbox;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/**
 * What connects admission to the rest of the process.
 *
 * @param payloads from every intake, bounded; a full queue drops the newest at the intake
 * @param trust what serves, swapped whole; null while nothing does
 * @param gate where decisions go, and whence the answers come
 * @param events never blocks
 */
public record AdmissionWires(
        BlockingQueue<CapturedPayload> payloads,
        AtomicReference<@Nullable TrustSnapshot<Realm.Production>> trust,
        ToGate gate,
        Consumer<GateEvent> events) {
    /** Decisions one way, answers the other. */
    public record ToGate(GateInbox inbox, Queue<GateAnswer> answers) {}
}
