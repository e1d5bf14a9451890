package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process whose start is measured, from the moment in which somebody asked for it. */
final class StartedProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final double KIB_A_MIB = 1024;

    private final Process process;
    private final long begunAtNanos = System.nanoTime();

    private StartedProcess(Process process) {
        this.process = process;
    }

    static StartedProcess of(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // A daemon started by hand: nobody to notify, nothing added to its command line.
        builder.environment().keySet().removeIf(name -> name.contains("JAVA_"));
        return new StartedProcess(builder.start());
    }

    /** Milliseconds until its first line. */
    double untilFirstLine() throws IOException {
        process.inputReader(StandardCharsets.UTF_8).readLine();
        return elapsed();
    }

    /** Milliseconds until a port of this machine is answered, which the gate's is when READY. */
    double untilAnswered(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        while (elapsed() < PATIENCE.toMillis() && process.isAlive()) {
            try (var socket = new Socket()) {
                socket.connect(address);
                return elapsed();
            } catch (IOException _) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
        throw new IOException("the gate did not come up");
    }

    /** What it occupies of the machine's memory, in MiB. */
    double residentMib() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.split("\\s+", 3)[1]) / KIB_A_MIB)
                .findFirst()
                .orElseThrow(() -> new IOException("the process has gone"));
    }

    /** Waits for its end; returns its exit code. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private double elapsed() {
        return (System.nanoTime() - begunAtNanos) / 1e6;
    }
}
