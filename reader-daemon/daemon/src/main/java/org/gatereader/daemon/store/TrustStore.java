package org.gatereader.daemon.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the serving snapshot: looks for something new, verifies the whole, and swaps. What is
 * refused is told once and changes nothing: the last good one serves on. The store's thread takes
 * turns; an import may come from another thread, and one waits for the other.
 */
public interface TrustStore {
    /**
     * One turn: takes over what is new, if anything is.
     *
     * @param time by which all of it is judged, read once
     */
    void runOnce(TrustedTime time);

    /** The same at once and whatever came of earlier looks, for an admin who waits. */
    ControlAnswer importNow(TrustedTime time);

    /** What is held and believed. */
    TrustReport report(TrustedTime time);

    /** What is wrong with what lies there, for the admin; empty if nothing is. */
    List<String> faults();

    /** Whether something was refused because everybody has a key that it trusts. */
    boolean isPublic();

    /** Whether somebody who may has told this gate whom to believe. */
    boolean isEnrolled();

    /** Whether any device behind this process is real: then public keys are refused. */
    enum Drivers {
        ALL_SIMULATED,
        SOME_REAL
    }

    /** Where the snapshot goes, and who hears of it. */
    record Wires(
            AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving,
            Listener listener) {}

    /** Hears what became of what was looked at; never blocks. */
    interface Listener {
        /** Another snapshot serves, with so many issuer keys. */
        void loaded(int issuerKeys);

        /** What serves from now on nobody signed; once a start. */
        void servesUnsigned();

        /** So many faults were found, each told once; what they touch serves on as it was. */
        void refused(int faults);

        /** An update was refused by the rule of this number ({@link UpdateRule#number}). */
        void updateRefused(int rule);
    }
}
