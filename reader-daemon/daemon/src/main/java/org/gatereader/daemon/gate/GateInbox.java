package org.gatereader.daemon.gate;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The gate's two bounded queues, decisions and orders, and the wait of its thread. Offered to from
 * any thread, emptied by the gate's.
 */
public final class GateInbox {
    /**
     * Decisions come one by one from admission; more than a few waiting means the gate is stuck.
     */
    private static final int REQUESTS_MAX = 16;

    private static final int ORDERS_MAX = 16;

    private final Queue<GateRequest> requests = new ArrayBlockingQueue<>(REQUESTS_MAX);
    private final Queue<GateOrder> orders = new ArrayBlockingQueue<>(ORDERS_MAX);
    private volatile @Nullable Thread gateThread;

    /** Empty, with nobody waiting. */
    public GateInbox() {}

    /**
     * Puts a decision before the gate.
     *
     * @return false if the queue is full: the caller answers GATE_BUSY and gives back
     */
    public boolean offer(GateRequest request) {
        boolean isAccepted = requests.offer(request);
        LockSupport.unpark(gateThread);
        return isAccepted;
    }

    /**
     * Puts an order before the gate.
     *
     * @return false if the queue is full: the caller asks again later
     */
    public boolean offer(GateOrder order) {
        boolean isAccepted = orders.offer(order);
        LockSupport.unpark(gateThread);
        return isAccepted;
    }

    /** Called by the gate's thread: waits until something is here, at most so long. */
    public void await(long nanosMax) {
        // Named before the queues are looked at, or an offer in between would wake nobody.
        gateThread = Thread.currentThread();
        if (requests.isEmpty() && orders.isEmpty() && nanosMax > 0) {
            LockSupport.parkNanos(this, nanosMax);
        }
    }

    @Nullable GateRequest pollRequest() {
        return requests.poll();
    }

    @Nullable GateOrder pollOrder() {
        return orders.poll();
    }
}
