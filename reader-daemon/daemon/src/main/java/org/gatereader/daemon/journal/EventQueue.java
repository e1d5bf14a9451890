package org.gatereader.daemon.journal;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.gatereader.verifier.decision.GateEvent;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to the journal. Offered to from any thread and never blocking one: a slow
 * disk must not hold a turnstile. What does not fit is dropped and counted.
 */
public final class EventQueue implements Consumer<GateEvent> {
    /** Seconds of the busiest gate; the journal empties it many times a second. */
    private static final int EVENTS_MAX = 1024;

    private final Queue<GateEvent> events = new ArrayBlockingQueue<>(EVENTS_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private volatile @Nullable Thread journalThread;

    /** Empty, with nobody waiting. */
    public EventQueue() {}

    @Override
    public void accept(GateEvent event) {
        if (!events.offer(event)) {
            dropped.incrementAndGet();
        }
        LockSupport.unpark(journalThread);
    }

    /** How many events of this process never reached the journal, for whatever reason. */
    public long dropped() {
        return dropped.get();
    }

    /** Called by the journal's thread: waits until something is here, at most so long. */
    public void await(long nanosMax) {
        // Named before the queue is looked at, or an event in between would wake nobody.
        journalThread = Thread.currentThread();
        if (events.isEmpty() && nanosMax > 0) {
            LockSupport.parkNanos(this, nanosMax);
        }
    }

    @Nullable GateEvent poll() {
        return events.poll();
    }

    void countDropped(long lost) {
        dropped.addAndGet(lost);
    }
}
