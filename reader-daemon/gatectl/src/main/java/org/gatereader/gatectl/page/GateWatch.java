package org.gatereader.gatectl.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.gatereader.daemon.control.wire.AnswerWriter;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.page.EventStreams;

/** Asks the gate once a second how it stands, and tells the open pages what is new. */
public final class GateWatch implements Runnable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Gate gate;
    private final EventStreams events = new EventStreams();
    private final Map<ControlVerb, String> told = new EnumMap<>(ControlVerb.class);

    /** Has not asked yet. */
    public GateWatch(Gate gate) {
        this.gate = gate;
    }

    Gate gate() {
        return gate;
    }

    EventStreams events() {
        return events;
    }

    /** Until the process ends. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            runOnce();
            LockSupport.parkNanos(this, PAUSE.toNanos());
        }
    }

    /** One question each; a gate that does not answer is news too. */
    void runOnce() {
        tell("status", ControlVerb.STATUS);
        tell("journal", ControlVerb.JOURNAL);
        tell("self-test", ControlVerb.SELF_TEST_REPORT);
    }

    private void tell(String topic, ControlVerb verb) {
        ControlAnswer answer = gate.ask(verb);
        String line = new String(AnswerWriter.write(answer), UTF_8).strip();
        // How old things are changes all the time; the rest is told when it changes.
        if (verb == ControlVerb.STATUS || !line.equals(told.put(verb, line))) {
            events.publish(topic, line);
        }
    }
}
