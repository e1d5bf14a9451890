package org.gatereader.tests.lab;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Something that goes on beside a scenario, step after step, until it is closed. */
final class Repeating implements AutoCloseable {
    private final Thread thread;
    private final Duration pause;
    private volatile boolean isOver;

    /** One step. */
    interface Step {
        void run() throws Exception;
    }

    Repeating(String name, Duration pause, Step step) {
        this.pause = pause;
        thread = Thread.ofPlatform().name(name).daemon().start(() -> repeat(step));
    }

    /** After this no step runs. */
    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(Step step) {
        while (!isOver) {
            try {
                step.run();
            } catch (Exception failure) {
                throw new IllegalStateException(thread.getName(), failure);
            }
            LockSupport.parkNanos(this, pause.toNanos());
        }
    }
}
