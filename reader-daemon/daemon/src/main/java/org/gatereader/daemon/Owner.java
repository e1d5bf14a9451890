package org.gatereader.daemon;

import java.util.function.Consumer;

/**
 * A thread named after its role, which takes one turn after the other until it is told to stop. If
 * it dies of anything, somebody is told, and the process ends: a gate with a missing part must not
 * look like a gate.
 */
final class Owner {
    private static final long STOP_MILLIS_MAX = 2_000;

    private final Thread thread;
    private volatile boolean isStopping;

    /** One turn. It blocks for as long as there is nothing to do, and no longer than a second. */
    @FunctionalInterface
    interface Turn {
        void run() throws InterruptedException;
    }

    /**
     * A thread that does not run yet.
     *
     * @param ending run by the thread itself when it ends, for whatever reason
     * @param whenDead told the role of a thread that died
     */
    Owner(String role, Turn turn, Runnable ending, Consumer<String> whenDead) {
        thread = new Thread(() -> run(role, turn, ending, whenDead), role);
    }

    void start() {
        thread.start();
    }

    /** Ends the thread after its turn and waits for it, two seconds at the most. */
    void stop() throws InterruptedException {
        isStopping = true;
        thread.interrupt();
        thread.join(STOP_MILLIS_MAX);
    }

    private void run(String role, Turn turn, Runnable ending, Consumer<String> whenDead) {
        boolean isDead = true;
        try {
            while (!isStopping) {
                turn.run();
            }
            isDead = false;
        } catch (InterruptedException _) {
            isDead = !isStopping;
        } finally {
            ending.run();
            if (isDead) {
                whenDead.accept(role);
            }
        }
    }
}
