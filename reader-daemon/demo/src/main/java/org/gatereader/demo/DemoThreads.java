package org.gatereader.demo;

/** The demo's own few threads beside the daemon's: named, and no reason to keep the JVM alive. */
public final class DemoThreads {
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

    private static Thread named(String role, Runnable work) {
        var thread = new Thread(work, "demo-" + role);
        thread.setDaemon(true);
        return thread;
    }
}
