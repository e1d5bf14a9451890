package org.gatereader.daemon.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Tells every open page what happens, as server-sent events (HTML standard, section 9.2). What is
 * newest of each topic is kept, so that a page opened later, or one that fell behind, is told all
 * that it shows. Told from any thread, which never waits for a page.
 */
public final class EventStreams {
    /** More open pages than anybody looks at; the next one is turned away. */
    public static final int STREAMS_MAX = 8;

    /** A page that is this far behind is cut off; it comes back and is told the newest. */
    static final int BEHIND_MAX = 256;

    private final Map<String, Deque<String>> newest = new TreeMap<>();
    private final List<Stream> streams = new ArrayList<>();

    /** Nobody listens yet. */
    public EventStreams() {}

    /** Tells all pages what is the newest of a topic. */
    public void publish(String topic, String line) {
        publish(topic, line, 1);
    }

    /**
     * Tells all pages one more of a topic.
     *
     * @param line without a line feed
     * @param kept how many of this topic a page that is opened later is told, the newest
     */
    public synchronized void publish(String topic, String line, int kept) {
        String message = "event: " + topic + "\ndata: " + line + "\n\n";
        Deque<String> ofTopic = newest.computeIfAbsent(topic, _ -> new ArrayDeque<>());
        ofTopic.addLast(message);
        while (ofTopic.size() > kept) {
            ofTopic.removeFirst();
        }
        streams.removeIf(stream -> !stream.offer(message));
    }

    /** Opens a stream that begins with all that is known; empty if too many are open. */
    synchronized Optional<Stream> open() {
        if (streams.size() >= STREAMS_MAX) {
            return Optional.empty();
        }
        var stream = new Stream();
        newest.values().forEach(ofTopic -> ofTopic.forEach(stream::offer));
        streams.add(stream);
        return Optional.of(stream);
    }

    private synchronized void remove(Stream stream) {
        streams.remove(stream);
    }

    /** One page's queue. */
    final class Stream implements AutoCloseable {
        private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(BEHIND_MAX);
        private volatile boolean isCutOff;

        private Stream() {}

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
