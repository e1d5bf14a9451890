package org.gatereader.tests.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A camera in whose driver every process hangs, however often the gate starts another one. */
final class FrozenCamera implements AutoCloseable {
    /** Within the first frame's patience, and no burden to the gate that is tested. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Supplier<Stream<ProcessHandle>> processes;
    private final Set<Long> frozen = new HashSet<>();
    private final Repeating frost;

    /**
     * Returns when those that capture now hang.
     *
     * @param processes all that capture now
     */
    FrozenCamera(Supplier<Stream<ProcessHandle>> processes)
            throws IOException, InterruptedException {
        this.processes = processes;
        freeze();
        frost = new Repeating("frozen camera", PAUSE, this::freeze);
    }

    /** From now on a new process works; one that hangs is the gate's to end. */
    @Override
    public void close() {
        frost.close();
    }

    /** SIGSTOP: it is there, and does nothing. */
    static void stop(long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private void freeze() throws IOException, InterruptedException {
        for (long process : processes.get().map(ProcessHandle::pid).toList()) {
            if (frozen.add(process)) {
                stop(process);
            }
        }
    }
}
