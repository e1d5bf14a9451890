package org.gatereader.daemon.gate;

import java.util.List;
import java.util.function.Consumer;
import org.gatereader.daemon.display.Sign;
import org.gatereader.verifier.verdict.Advice;

/** What the rest of the daemon asks of the gate. None opens it to a passer-by. */
public sealed interface GateOrder {
    /** Admit nobody from now on, for this reason. A passage that has begun is not cut short. */
    record Close(OutOfService reason) implements GateOrder {}

    /** This reason holds no more. */
    record Reopen(OutOfService reason) implements GateOrder {}

    /**
     * Turn the relay once, to test it. Obeyed only while a technician attends ({@link
     * OutOfService#isAttended}) and the barrier is idle, else dropped.
     *
     * @param told what came of it, by the gate's thread; must not block
     */
    record TechnicianPulse(Consumer<Pulse> told) implements GateOrder {
        /** What came of a technician's pulse. */
        public enum Pulse {
            /** The line was driven and read back engaged. */
            BEGUN,
            /** No technician attends, somebody walks, or the gate can not serve. */
            NOT_NOW,
            FAILED
        }

        /** With nobody to be told: obeyed or not is seen in the events. */
        public TechnicianPulse() {
            this(_ -> {});
        }
    }

    /**
     * Say how each line stands.
     *
     * @param told once, by the gate's thread; must not block
     */
    record Inspect(Consumer<List<GateLine>> told) implements GateOrder {}

    /**
     * Show this sign once and sound it, to test lamp and buzzer. Obeyed only while a technician
     * attends, else dropped.
     */
    record TechnicianSign(Sign sign) implements GateOrder {}

    /**
     * Tell a person who presented nothing what would help: the sign of a refusal, without a
     * decision, for there was nothing to decide about.
     *
     * @param words stand below the sign as long as it stands
     */
    record Advise(Advice advice, Sign.Words words) implements GateOrder {}

    /** Say this below a sign that asks for a phone; {@link Sign.Words#NONE} says nothing. */
    record Hint(Sign.Words words) implements GateOrder {}

    /**
     * Say this below a sign that asks for a phone while there is no hint; {@link Sign.Words#NONE}
     * says nothing.
     */
    record Notice(Sign.Words words) implements GateOrder {}
}
