package org.gatereader.daemon.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import org.gatereader.verifier.decision.AccessDecision.Granted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateInboxTest {
    private static final long FOR_EVER = Duration.ofDays(1).toNanos();

    private final GateInbox inbox = new GateInbox();

    @Test
    void wakesTheGateForADecision() throws InterruptedException {
        Thread gate = waitingGate();
        inbox.offer(request());
        gate.join();
    }

    @Test
    void wakesTheGateForAnOrder() throws InterruptedException {
        Thread gate = waitingGate();
        inbox.offer(new GateOrder.TechnicianPulse());
        gate.join();
    }

    @Test
    void doesNotLetTheGateWaitWhileSomethingIsHere() {
        inbox.offer(request());
        inbox.await(FOR_EVER);
        assertNotNull(inbox.pollRequest());
        inbox.offer(new GateOrder.TechnicianPulse());
        inbox.await(FOR_EVER);
        assertNotNull(inbox.pollOrder());
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        inbox.await(1);
        inbox.await(0);
        inbox.await(-1);
    }

    @Test
    void saysSoWhenItIsFull() {
        assertEquals(16, acceptedRequests());
        assertEquals(16, acceptedOrders());
    }

    private int acceptedRequests() {
        int accepted = 0;
        while (inbox.offer(request())) {
            accepted++;
        }
        return accepted;
    }

    private int acceptedOrders() {
        int accepted = 0;
        while (inbox.offer(new GateOrder.TechnicianPulse())) {
            accepted++;
        }
        return accepted;
    }

    private Thread waitingGate() {
        Thread gate = Thread.ofPlatform().daemon().start(() -> inbox.await(FOR_EVER));
        while (gate.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return gate;
    }

    private static GateRequest request() {
        return new GateRequest(new Granted<>(1), 1, 0);
    }
}
