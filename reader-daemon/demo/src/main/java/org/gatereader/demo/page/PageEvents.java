package org.gatereader.demo.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gatereader.demo.wallet.JsonMap;

/**
 * Tells every open page what happens. The newest event of each topic is kept, so that a page opened
 * later, or one that fell behind, is told everything it shows.
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

    /** More open pages than anybody looks at; the next one is turned away. */
    static final int STREAMS_MAX = 8;

    /** A page that is this far behind is cut off; it comes back and is told the newest. */
    static final int BEHIND_MAX = 256;

    /** As many records of the journal as a page shows. */
    static final int JOURNAL_ROWS = 40;

    private final Map<Topic, String> newest = new EnumMap<>(Topic.class);
    private final Deque<String> journal = new ArrayDeque<>();
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Builds a hub nobody listens to yet. */
    public PageEvents() {}

    /** Tells all pages; never waits for one. */
    public synchronized void publish(Topic topic, JsonMap event) {
        String message = "event: " + topic.label() + "\ndata: " + event.toLine() + "\n\n";
        if (topic == Topic.JOURNAL) {
            journal.addLast(message);
            if (journal.size() > JOURNAL_ROWS) {
                journal.removeFirst();
            }
        } else {
            newest.put(topic, message);
        }
        subscriptions.removeIf(subscription -> !subscription.offer(message));
    }

    /** Opens a stream that begins with all that is known; empty if too many are open. */
    synchronized Optional<Subscription> subscribe() {
        if (subscriptions.size() >= STREAMS_MAX) {
            return Optional.empty();
        }
        var subscription = new Subscription();
        newest.values().forEach(subscription::offer);
        journal.forEach(subscription::offer);
        subscriptions.add(subscription);
        return Optional.of(subscription);
    }

    private synchronized void remove(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /** One page's queue. */
    final class Subscription implements AutoCloseable {
        private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(BEHIND_MAX);
        private volatile boolean isCutOff;

        /** The next message; empty if none came in time. */
        Optional<String> next(long waitMillis) throws InterruptedException {
            return Optional.ofNullable(waiting.poll(waitMillis, TimeUnit.MILLISECONDS));
        }

        /** Whether messages were lost: the stream is to be closed. */
        boolean isCutOff() {
            return isCutOff;
        }

        @Override
        public void close() {
            remove(this);
        }

        private boolean offer(String message) {
            if (!waiting.offer(message)) {
                isCutOff = true;
            }
            return !isCutOff;
        }
    }
}
