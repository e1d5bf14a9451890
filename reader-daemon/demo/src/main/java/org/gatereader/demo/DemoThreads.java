package org.gatereader.demo;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The demo's own few threads beside the daemon's: named, and no reason to keep the JVM alive. */
public final class DemoThreads {
    private static final long IDLE_SECONDS = 10;

    private DemoThreads() {}

    /** One thread for one loop. */
    public static Thread start(String role, Runnable loop) {
        var thread = named(role, loop);
        thread.start();
        return thread;
    }

    /** Runs on every way out of the JVM, a signal among them. */
    static void atExit(Runnable work) {
        Runtime.getRuntime().addShutdownHook(named("exit", work));
    }

    /**
     * Threads for as many requests at a time, and none waits in a queue: one too many is refused.
     *
     * @param role the threads are named {@code demo-role-1}, {@code demo-role-2} and so on
     */
    public static ExecutorService forRequests(String role, int threadsMax) {
        var started = new AtomicInteger();
        return new ThreadPoolExecutor(
                0,
                threadsMax,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> named(role + "-" + started.incrementAndGet(), work));
    }

    private static Thread named(String role, Runnable work) {
        var thread = new Thread(work, "demo-" + role);
        thread.setDaemon(true);
        return thread;
    }
}
