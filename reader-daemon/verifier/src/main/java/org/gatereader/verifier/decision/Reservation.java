package org.gatereader.verifier.decision;

import org.gatereader.verifier.crypto.SaltedHash;
import org.gatereader.verifier.verdict.Realm;

/**
 * A presentation that was admitted and waits for the relay. Holding one is the proof that every
 * check held; the gate commits it by opening, or it is given back.
 */
public final class Reservation<R extends Realm> {
    private final SaltedHash presentationHash;
    private final SaltedHash credentialHash;
    private final long passClass;

    Reservation(SaltedHash presentationHash, SaltedHash credentialHash, long passClass) {
        this.presentationHash = presentationHash;
        this.credentialHash = credentialHash;
        this.passClass = passClass;
    }

    SaltedHash presentationHash() {
        return presentationHash;
    }

    /** Tells one credential from another within this process, for one presence = one pulse. */
    public SaltedHash credentialHash() {
        return credentialHash;
    }

    /** The decision that it stands for. */
    public AccessDecision<R> granted() {
        return new AccessDecision.Granted<>(passClass);
    }
}
