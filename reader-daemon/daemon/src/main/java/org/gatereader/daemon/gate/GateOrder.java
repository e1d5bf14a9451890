package org.gatereader.daemon.gate;

import org.gatereader.daemon.display.Sign;

/** What the rest of the daemon asks of the gate. None opens it to a passer-by. */
public sealed interface GateOrder {
    /** Admit nobody from now on, for this reason. A passage that has begun is not cut short. */
    record Close(OutOfService reason) implements GateOrder {}

    /** This reason holds no more. */
    record Reopen(OutOfService reason) implements GateOrder {}

    /**
     * Turn the relay once, to test it. Obeyed only while a technician attends ({@link
     * OutOfService#isAttended}) and the barrier is idle, else dropped; obeyed or not is seen in the
     * events.
     */
    record TechnicianPulse() implements GateOrder {}

    /** Say this below a sign that asks for a phone; {@link Sign.Words#NONE} says nothing. */
    record Hint(Sign.Words words) implements GateOrder {}
}
