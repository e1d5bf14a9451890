package org.gatereader.hal.camera;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gatereader.hal.DeviceException;

/**
 * A program of others that works for a device: started without a shell and with next to no
 * environment, killed with all its children. What it says goes no further than its last line.
 */
final class ChildProcess {
    /** A killed process is gone within milliseconds, unless a driver holds it in the kernel. */
    private static final Duration DEATH_MAX = Duration.ofSeconds(1);

    private static final int WORDS_BYTES_MAX = 4096;
    private static final int WORDS_SHOWN_MAX = 160;

    private final Process process;
    private String lastWords = "";

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param device whose failure it is if the program can not be started
     * @param command the program's absolute path and its arguments, each as it stands
     */
    static ChildProcess start(String device, List<String> command) throws DeviceException {
        var builder = new ProcessBuilder(command).directory(new File("/"));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        try {
            return new ChildProcess(builder.start());
        } catch (IOException _) {
            throw new DeviceException(device, command.getFirst() + " can not be started");
        }
    }

    /** What it writes; ends when it and its children have ended. */
    InputStream output() {
        return process.getInputStream();
    }

    /**
     * What it wrote until it ended, in whatever way. It is gone afterwards.
     *
     * @param bytesMax less than a pipe holds, so that it need not wait for a reader
     * @return empty if it took longer than that
     */
    Optional<String> answer(Duration wait, int bytesMax) {
        try {
            if (!process.waitFor(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            byte[] answer = output().readNBytes(bytesMax);
            return Optional.of(new String(answer, StandardCharsets.US_ASCII));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } finally {
            // Killing closes what it said.
            lastWords();
            kill();
        }
    }

    /**
     * The last line that it wrote to standard error, in printable ASCII; empty if none. Asked for
     * often enough, it also keeps the program from waiting for somebody to read. Never blocks.
     */
    String lastWords() {
        try {
            InputStream errors = process.getErrorStream();
            byte[] words = errors.readNBytes(Math.min(errors.available(), WORDS_BYTES_MAX));
            new String(words, StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.replaceAll("[^ -~]", "?").strip())
                    // v4l2-ctl draws one such sign a frame.
                    .filter(line -> !line.isEmpty() && !line.startsWith("<"))
                    .reduce((_, last) -> last)
                    .ifPresent(last -> lastWords = last);
        } catch (IOException _) {
            // It has ended, and its last words are those that were heard.
        }
        return lastWords.substring(0, Math.min(lastWords.length(), WORDS_SHOWN_MAX));
    }

    /**
     * Kills it and all that it has started, stopped or hung or not.
     *
     * @return whether it is gone; one that a driver holds in the kernel stays
     */
    boolean kill() {
        // Before the parent: orphans could no longer be found.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            return process.waitFor(DEATH_MAX.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }
}
