package org.gatereader.daemon;

import java.util.concurrent.atomic.AtomicReference;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.gate.GateInbox;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Channel;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/**
 * Tells the gate that it is closed while nothing is trusted, or nothing that is trusted answers any
 * more. Belongs to the store's thread; who imports comes from the control thread and waits for the
 * store's turn.
 */
final class TrustKeeper {
    private final TrustStore store;
    private final AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving;
    private final Closing noTrust;
    private final Closing notEnrolled;
    private final ServiceWatch watch;

    TrustKeeper(
            TrustStore store,
            AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving,
            GateInbox gate,
            ServiceWatch watch) {
        this.store = store;
        this.serving = serving;
        this.noTrust = new Closing(gate, OutOfService.NO_TRUST);
        this.notEnrolled = new Closing(gate, OutOfService.NOT_ENROLLED);
        this.watch = watch;
    }

    /** Looks whether what is trusted changed, takes over what did, and looks at the time. */
    void runOnce(TrustedTime time) {
        store.runOnce(time);
        TrustSnapshot<?> trust = serving.get();
        boolean isEnrolled = store.isEnrolled();
        notEnrolled.hold(!isEnrolled);
        noTrust.hold(isEnrolled && (trust == null || trust.isClosedAt(time.now())));
        watch.runOnce(trust);
    }

    /** The same at once, for an admin who waits for the answer. */
    ControlAnswer importNow(TrustedTime time) {
        return store.importNow(time);
    }

    /** Whether a lane is open in which whoever shows a code must have scanned ours. Any thread. */
    boolean demandsChallenge() {
        TrustSnapshot<Realm.Production> trust = serving.get();
        return trust != null
                && trust.policy().lanes().stream()
                        .anyMatch(lane -> lane.channel() == Channel.QR && lane.demandsChallenge());
    }
}
