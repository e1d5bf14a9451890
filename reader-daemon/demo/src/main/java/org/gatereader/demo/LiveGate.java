package org.gatereader.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.gatereader.daemon.journal.JournalReader;
import org.gatereader.daemon.page.LoopbackSite;
import org.gatereader.daemon.time.SimulatedClock;
import org.gatereader.demo.cases.CodeMaker;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.page.DemoPage;
import org.gatereader.demo.page.PageEvents;

/** A gate by day with a page in front of it: what {@code ./gate demo} starts. */
public final class LiveGate implements AutoCloseable {
    /** Quick enough for the eye, slow enough for a small machine. */
    private static final Duration FEED_TURN = Duration.ofMillis(50);

    private final DemoGate gate;
    private final LoopbackSite page;
    private final List<Thread> threads;

    private LiveGate(DemoGate gate, LoopbackSite page, List<Thread> threads) {
        this.gate = gate;
        this.page = page;
        this.threads = threads;
    }

    /**
     * Starts the daemon, then the page.
     *
     * @param directory for the gate's files; an empty one
     * @param port 0 takes a free one
     * @param codes makes what the phone shows
     */
    public static LiveGate open(Path directory, int port, CodeMaker codes)
            throws IOException, InterruptedException {
        return open(directory, port, codes, Pace::natural);
    }

    /**
     * The same for a test: nobody waits, the gate's clock jumps where a person would pause.
     *
     * @param codes makes what is shown, so that the test knows it
     */
    public static LiveGate openHurried(Path directory, CodeMaker codes)
            throws IOException, InterruptedException {
        return open(directory, 0, codes, Pace::hurried);
    }

    private static LiveGate open(
            Path directory, int port, CodeMaker codes, Function<SimulatedClock, Pace> pace)
            throws IOException, InterruptedException {
        var events = new PageEvents();
        var gate = new DemoGate(Scene.DAY, directory, List.of(PageFeed.display(events)));
        gate.start();
        var demo = new LiveDemo(gate, events, pace.apply(gate.clock()), codes);
        var feed = new PageFeed(gate, events, new JournalReader(directory.resolve("journal")));
        var page = LoopbackSite.start(port, new DemoPage(events, demo)::answer);
        var threads =
                List.of(
                        DemoThreads.start("player", () -> playForever(demo)),
                        DemoThreads.start("feed", () -> feedForever(feed)));
        return new LiveGate(gate, page, threads);
    }

    /** Where a browser finds the page. */
    public URI address() {
        return page.address();
    }

    /** Waits for as long as every part of the daemon lives; answers the role of one that died. */
    String awaitDeath() throws InterruptedException {
        return gate.awaitDeath();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        page.close();
        gate.close();
    }

    private static void playForever(LiveDemo demo) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                demo.runOnce();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's trust directory can not be written", e);
        }
    }

    private static void feedForever(PageFeed feed) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                feed.runOnce();
            } catch (IOException _) {
                // The journal could not be read this time; it is looked at again in a moment.
            }
            LockSupport.parkNanos(feed, FEED_TURN.toNanos());
        }
    }
}
