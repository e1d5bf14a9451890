package org.gatereader.daemon;

import org.gatereader.daemon.gate.GateInbox;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.OutOfService;

/** One reason for which the gate may have to be closed: each change is put before it once. */
final class Closing {
    private final GateInbox gate;
    private final OutOfService reason;
    private boolean isHeld;

    Closing(GateInbox gate, OutOfService reason) {
        this.gate = gate;
        this.reason = reason;
    }

    /** Closes the gate while the reason holds; one that has too many orders is asked again. */
    void hold(boolean holds) {
        if (holds == isHeld) {
            return;
        }
        GateOrder order = holds ? new GateOrder.Close(reason) : new GateOrder.Reopen(reason);
        if (gate.offer(order)) {
            isHeld = holds;
        }
    }
}
