package org.gatereader.demo.page;

import java.util.Locale;
import org.gatereader.daemon.page.EventStreams;
import org.gatereader.demo.wallet.JsonMap;

/**
 * Tells every open page what happens in the simulated world.
 *
 * <p>Nothing here identifies anybody: states, signs, numbers and durations.
 */
public final class PageEvents {
    /** What an event is about. */
    public enum Topic {
        /** The gate's state and relay. */
        GATE,
        /** The sign that the person sees. */
        SIGN,
        /** What the person could do better, below the sign; empty texts for nothing. */
        HINT,
        /** The challenge on the gate's display: the number of its picture, 0 for none. */
        CHALLENGE,
        /** The phone: which case it plays, and the number of its picture. */
        PHONE,
        /** Whether the phone is reported lost, as the gate holds it. */
        LOSS,
        /** The camera: whether it is there, and the number of its picture. */
        CAMERA,
        /** The latest decision with its reason and times. */
        DECISION,
        /** One record of the journal, as it was written. */
        JOURNAL,
        /** Percentiles of each stage. */
        LATENCY,
        /** The gate's clock. */
        CLOCK;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As many records of the journal as a page shows. */
    static final int JOURNAL_ROWS = 40;

    private final EventStreams streams = new EventStreams();

    /** Nobody listens yet. */
    public PageEvents() {}

    /** Tells all pages; never waits for one. */
    public void publish(Topic topic, JsonMap event) {
        streams.publish(topic.label(), event.toLine(), topic == Topic.JOURNAL ? JOURNAL_ROWS : 1);
    }

    EventStreams streams() {
        return streams;
    }
}
