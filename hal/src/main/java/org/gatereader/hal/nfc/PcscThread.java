package org.gatereader.hal.nfc;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread that makes the calls to the PC/SC service, because none of them can be told to come
 * back: a stopped pcscd or a wedged reader keeps its caller for ever. Whoever asks waits as long as
 * it said; a thread that does not come back is left behind, and lets go of everything when it does.
 */
final class PcscThread {
    /** One call at a time, and the end after it. */
    private final BlockingQueue<FutureTask<?>> calls = new ArrayBlockingQueue<>(2);

    private final FutureTask<Boolean> end = new FutureTask<>(() -> true);
    private final Pcsc pcsc;
    private final Thread thread;

    /** Calls that belong together. */
    @FunctionalInterface
    interface Call<T> {
        T make(Pcsc pcsc) throws PcscException;
    }

    PcscThread(Pcsc pcsc) {
        this.pcsc = pcsc;
        this.thread = new Thread(this::run, "pcsc");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Makes the call.
     *
     * @throws TimeoutException if it takes longer; {@link #end} the thread then
     */
    <T> T call(Call<T> call, Duration wait) throws PcscException, TimeoutException {
        var task = new FutureTask<>(() -> call.make(pcsc));
        calls.add(task);
        try {
            return result(task, wait);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof PcscException refused) {
                throw refused;
            }
            throw new IllegalStateException("a call of the PC/SC library", failure.getCause());
        }
    }

    /** Whether it still makes calls, or hangs in one. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** Disconnects and ends, at once or when the call in which it hangs comes back. */
    void end() {
        calls.offer(end);
    }

    /** Waits until it has ended, or hangs for longer than this. */
    void join(Duration wait) {
        boolean wasInterrupted = Thread.interrupted();
        try {
            thread.join(wait);
        } catch (InterruptedException _) {
            wasInterrupted = true;
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A caller that is to end still waits: every wait is short, and a call half made is worse. */
    private static <T> T result(FutureTask<T> task, Duration wait)
            throws ExecutionException, TimeoutException {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return task.get(wait.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException _) {
                    wasInterrupted = true;
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            for (var call = calls.take(); call != end; call = calls.take()) {
                call.run();
            }
        } catch (InterruptedException _) {
            // Nobody interrupts it; if somebody does, it ends.
        } finally {
            pcsc.close();
        }
    }
}
