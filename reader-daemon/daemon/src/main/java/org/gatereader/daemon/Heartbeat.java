package org.gatereader.daemon;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.gatereader.daemon.selftest.VectorJudge;
import org.gatereader.hal.linux.ServiceManager;
import org.jspecify.annotations.Nullable;

/**
 * Proves to the service manager that this gate can decide and move (FIELD, F17): its watchdog is
 * fed only when, since it was last fed, a built-in vector was decided rightly by the admission
 * thread and the gate's loop has turned. A gate whose pages answer while nobody is admitted is
 * ended and started again.
 */
final class Heartbeat {
    /** Of the watchdog's period: two proofs may be late before the third is missed. */
    private static final int PROOFS_A_PERIOD = 4;

    /**
     * Without a watchdog nobody waits for proofs, and the vectors are still judged now and then.
     */
    private static final Duration PERIOD_WITHOUT_WATCHDOG = Duration.ofSeconds(60);

    private final Runnable feed;
    private final long proofNanos;
    private final AtomicLong decisions = new AtomicLong();
    private final AtomicLong moves = new AtomicLong();
    private @Nullable VectorJudge judge;
    private long decidedAtNanos;
    private long fedDecisions;
    private long fedMoves;

    /**
     * Proof for whoever started this process.
     *
     * @param nanos monotonic, now: the first vector is due a quarter of the period later
     */
    static Heartbeat of(ServiceManager manager, long nanos) {
        Duration period = manager.watchdogPeriod();
        return new Heartbeat(
                manager::feedWatchdog, period.isZero() ? PERIOD_WITHOUT_WATCHDOG : period, nanos);
    }

    Heartbeat(Runnable feed, Duration period, long nanos) {
        this.feed = feed;
        this.proofNanos = period.toNanos() / PROOFS_A_PERIOD;
        this.decidedAtNanos = nanos;
    }

    /** From now on there is something to decide; the admission thread's own. */
    void with(VectorJudge vectors) {
        judge = vectors;
    }

    /** By the admission thread, every turn: decides one vector if one is due. */
    void admissionTurned(long nanos) {
        if (judge == null || nanos - decidedAtNanos < proofNanos) {
            return;
        }
        decidedAtNanos = nanos;
        if (judge.judgesTheNextRightly()) {
            decisions.incrementAndGet();
        }
    }

    /** By the gate's thread, every turn. */
    void gateTurned() {
        moves.incrementAndGet();
    }

    /**
     * By the thread of supervision, which waits for nobody: feeds the watchdog if there is proof.
     */
    void runOnce() {
        long decided = decisions.get();
        long moved = moves.get();
        if (decided != fedDecisions && moved != fedMoves) {
            fedDecisions = decided;
            fedMoves = moved;
            feed.run();
        }
    }
}
