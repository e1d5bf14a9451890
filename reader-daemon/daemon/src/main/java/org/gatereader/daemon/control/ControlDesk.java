package org.gatereader.daemon.control;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlAnswer.Refused;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;
import org.tinylog.Logger;

/** Turns a request line into an answer. It can not name a credential, so no answer can hold one. */
public final class ControlDesk {
    private final Supplier<StatusReport> status;
    private final Operator operator;
    private final Consumer<GateEvent> events;

    /**
     * @param status called for each status request
     * @param events every verb but a question becomes one, before it is done
     */
    public ControlDesk(
            Supplier<StatusReport> status, Operator operator, Consumer<GateEvent> events) {
        this.status = status;
        this.operator = operator;
        this.events = events;
    }

    /** Which of the two sockets was asked; its file's mode and group said who may ask there. */
    enum Counter {
        STATUS,
        CONTROL
    }

    ControlAnswer answer(Counter counter, String line) {
        Optional<ControlVerb> verb = ControlVerb.of(line);
        if (verb.isEmpty()) {
            // The line is not repeated: what came may be anything.
            return new Refused("expected a verb that this gate knows");
        }
        if (verb.get() != ControlVerb.STATUS && counter == Counter.STATUS) {
            return new Refused("expected status: this socket only reads");
        }
        try {
            return answer(verb.get(), verb.get().argumentOf(line));
        } catch (RuntimeException bug) {
            Logger.error("control: {} failed with {}", verb.get(), bug.getClass().getName());
            return new Refused("a fault of the gate's own; its log names the kind");
        }
    }

    private ControlAnswer answer(ControlVerb verb, String argument) {
        if (!verb.isQuestion()) {
            events.accept(new GateEvent(Kind.CONTROL_VERB, verb.number()));
        }
        return switch (verb) {
            case STATUS -> new ControlAnswer.Status(status.get());
            case MAINTENANCE_ON -> operator.beginMaintenance();
            case MAINTENANCE_OFF -> operator.endMaintenance();
            case SELF_TEST -> operator.beginSelfTest();
            case SELF_TEST_ATTENDED -> operator.beginAttendedSelfTest();
            case SELF_TEST_REPORT -> operator.selfTestReport();
            case IMPORT -> operator.importTrust();
            case CLOCK_RESET -> operator.resetClock(argument);
            case JOURNAL -> operator.newestOfJournal();
            case CAMERA -> operator.seeThroughCamera();
        };
    }
}
