package org.gatereader.daemon;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.gatereader.daemon.gate.GateInbox;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/** Tells the gate that it is closed while nothing is trusted. Belongs to the store's thread. */
final class TrustKeeper {
    private final TrustStore store;
    private final AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving;
    private final GateInbox gate;
    private boolean isClosedForTrust;

    TrustKeeper(
            TrustStore store,
            AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving,
            GateInbox gate) {
        this.store = store;
        this.serving = serving;
        this.gate = gate;
    }

    /** Looks whether what is trusted changed, and takes over what did. */
    void runOnce(Instant now) {
        store.runOnce(now);
        boolean isWithoutTrust = serving.get() == null;
        if (isWithoutTrust == isClosedForTrust) {
            return;
        }
        GateOrder order =
                isWithoutTrust
                        ? new GateOrder.Close(OutOfService.NO_TRUST)
                        : new GateOrder.Reopen(OutOfService.NO_TRUST);
        if (gate.offer(order)) {
            isClosedForTrust = isWithoutTrust;
        }
    }

    /** Whether a lane is open in which whoever shows a code must have scanned ours. Any thread. */
    boolean demandsChallenge() {
        TrustSnapshot<Realm.Production> trust = serving.get();
        return trust != null
                && trust.policy().lanes().stream()
                        .anyMatch(lane -> lane.channel() == Channel.QR && lane.demandsChallenge());
    }
}
