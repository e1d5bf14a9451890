package org.gatereader.daemon.admission;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
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
 * @param intakes what they hand on, and what they still see
 * @param trust what serves, swapped whole; null while nothing does
 * @param gate where decisions go, and whence the answers come
 * @param events never blocks
 */
public record AdmissionWires(
        FromIntakes intakes,
        AtomicReference<@Nullable TrustSnapshot<Realm.Production>> trust,
        ToGate gate,
        Consumer<GateEvent> events) {
    /**
     * The intakes' side.
     *
     * @param payloads bounded; a full queue drops the newest at the intake
     * @param isPhoneInField whether the phone that was tapped last has not left the NFC field: it
     *     is asked once, and lies there unseen by anybody else
     */
    public record FromIntakes(
            BlockingQueue<CapturedPayload> payloads, BooleanSupplier isPhoneInField) {}

    /** Decisions one way, answers the other. */
    public record ToGate(GateInbox inbox, Queue<GateAnswer> answers) {}
}
