package org.gatereader.daemon;

import java.util.concurrent.atomic.AtomicReference;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.gate.GateInbox;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/** Tells the gate that it is closed while nothing is trusted. Belongs to the store's thread. */
final class TrustKeeper {
    private final TrustStore store;
    private final AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving;
    private final GateInbox gate;
    private @Nullable OutOfService closedFor;

    TrustKeeper(
            TrustStore store,
            AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving,
            GateInbox gate) {
        this.store = store;
        this.serving = serving;
        this.gate = gate;
    }

    /** Looks whether what is trusted changed, and takes over what did. */
    void runOnce(TrustedTime time) {
        store.runOnce(time);
        tellGate();
    }

    /** The same at once, for an admin who waits for the answer. */
    ControlAnswer importNow(TrustedTime time) {
        return store.importNow(time);
    }

    private void tellGate() {
        OutOfService reason = reason();
        OutOfService before = closedFor;
        if (reason == before) {
            return;
        }
        boolean isClosed = reason == null || gate.offer(new GateOrder.Close(reason));
        if (isClosed && (before == null || gate.offer(new GateOrder.Reopen(before)))) {
            closedFor = reason;
        }
    }

    private @Nullable OutOfService reason() {
        if (serving.get() != null) {
            return null;
        }
        return store.isEnrolled() ? OutOfService.NO_TRUST : OutOfService.NOT_ENROLLED;
    }

    /** Whether a lane is open in which whoever shows a code must have scanned ours. Any thread. */
    boolean demandsChallenge() {
        TrustSnapshot<Realm.Production> trust = serving.get();
        return trust != null
                && trust.policy().lanes().stream()
                        .anyMatch(lane -> lane.channel() == Channel.QR && lane.demandsChallenge());
    }
}
