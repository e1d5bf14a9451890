package org.gatereader.verifier.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.crypto.SaltedHash;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Realm;
import org.gatereader.verifier.verdict.Verdict;

/**
 * Remembers the presentations that were admitted, so that each is admitted once (RULES, Replay).
 *
 * <p>It keeps 16 bytes of a salted hash and two times for each, in memory only, and forgets each
 * after {@link #RETENTION} + 2u, when its freshness window has shut. What it forgets, in time or
 * because it is full, raises the floor F: a clock that is set back a little, as a trusted one may
 * be, would open the window again. A restart forgets everything, and F makes up for that, too. F
 * never falls. One thread owns a guard.
 */
public final class ReplayGuard {
    /** Entries at most; at one person a second it would take 18 hours to fill. */
    public static final int CAPACITY = 65_536;

    /** A one-way proof is fresh from 5 s before to 15 s after it was signed. */
    public static final Duration RETENTION = Duration.ofSeconds(20);

    /** A proof may be dated this far ahead of the gate's clock. */
    private static final Duration AHEAD_MAX = Duration.ofSeconds(5);

    private final LinkedHashMap<SaltedHash, Entry> admitted = new LinkedHashMap<>();
    private final CryptoModule crypto;
    private final byte[] salt;
    private final int capacity;
    private Instant floor;

    /**
     * What is kept of a presentation.
     *
     * @param signedAt empty where a challenge makes it fresh: such a proof may be dated anywhere in
     *     its credential's validity, and the floor is not for it
     */
    record Entry(Optional<Instant> signedAt, long forgetAtNanos) {}

    /**
     * A guard that admits no one-way presentation until {@link #ready} sets its floor.
     *
     * @param salt of this process, at least 16 random bytes: without it nobody can tell from a
     *     memory image whether a given presentation was here
     */
    public ReplayGuard(CryptoModule crypto, byte[] salt) {
        this(crypto, salt, CAPACITY, Instant.MAX);
    }

    ReplayGuard(CryptoModule crypto, byte[] salt, int capacity, Instant floor) {
        this.crypto = crypto;
        this.salt = salt.clone();
        this.capacity = capacity;
        this.floor = floor;
    }

    /** A fresh guard without a floor, for judging single files and built-in vectors: no gate. */
    public static ReplayGuard withoutFloor(CryptoModule crypto) {
        return new ReplayGuard(crypto, new byte[16], CAPACITY, Instant.MIN);
    }

    /**
     * The process is ready: if its clock is trusted, F = max(now, ratchet) + 5 s + u. Merely
     * "signed before the process was ready" would let a proof dated 5 s ahead survive a 0.4 s
     * restart.
     *
     * @param ratchet the newest signed time that the gate knows of
     */
    public void ready(TrustedTime time, Instant ratchet) {
        if (!time.isTrusted()) {
            return;
        }
        Instant latest = time.now().isAfter(ratchet) ? time.now() : ratchet;
        Instant candidate = latest.plus(AHEAD_MAX).plus(time.uncertainty());
        if (floor.equals(Instant.MAX) || candidate.isAfter(floor)) {
            floor = candidate;
        }
    }

    /** F: one-way proofs signed at or before it are refused (209). */
    public Instant floor() {
        return floor;
    }

    /**
     * F once everything is forgotten whose time has come: to be asked before a proof is judged, for
     * what is forgotten can only be told by F.
     */
    Instant floorAt(long nanos) {
        forgetWhatExpired(nanos);
        return floor;
    }

    /**
     * Reserves the presentation: from now on it was used. The caller gives it back if the gate did
     * not open after all. Runs last of all checks, or anyone could fill the guard with noise and a
     * policy refusal would burn the code.
     *
     * @param nanos monotonic
     */
    public <R extends Realm> Verdict<Reservation<R>> admitOnce(
            AdmissibleCredential<R> credential, TrustedTime time, long nanos) {
        SaltedHash key = credential.presentationHash(crypto, salt);
        Duration retention = RETENTION.plus(time.uncertainty().multipliedBy(2));
        var entry = new Entry(credential.signedAtByClock(), nanos + retention.toNanos());
        if (!remember(key, entry, nanos)) {
            return Verdict.refused(DenyReason.ALREADY_USED);
        }
        return Verdict.passed(
                new Reservation<>(
                        key, credential.credentialHash(crypto, salt), credential.passClass()));
    }

    /** False if it is remembered already. */
    boolean remember(SaltedHash presentation, Entry entry, long nanos) {
        forgetWhatExpired(nanos);
        if (admitted.containsKey(presentation)) {
            return false;
        }
        if (admitted.size() == capacity) {
            forget(admitted.pollFirstEntry().getValue());
        }
        admitted.put(presentation, entry);
        return true;
    }

    /** The gate did not open: the person may present the same code again. */
    public void giveBack(Reservation<?> reservation) {
        admitted.remove(reservation.presentationHash());
    }

    int size() {
        return admitted.size();
    }

    private void forgetWhatExpired(long nanos) {
        while (!admitted.isEmpty()
                && admitted.firstEntry().getValue().forgetAtNanos() - nanos <= 0) {
            forget(admitted.pollFirstEntry().getValue());
        }
    }

    private void forget(Entry entry) {
        entry.signedAt().filter(signedAt -> signedAt.isAfter(floor)).ifPresent(it -> floor = it);
    }
}
