package org.gatereader.tests.gatectl;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.gatereader.gatectl.Main;
import org.gatereader.gatectl.Surroundings;
import org.gatereader.gatectl.Surroundings.Caller;
import org.gatereader.gatectl.Surroundings.Clocks;
import org.gatereader.gatectl.Surroundings.Terminal;

/** Runs gatectl as a shell would, in this process, by a clock that stands still. */
public final class Gatectl {
    private final Caller caller;
    private final Instant now;
    private final Terminal terminal;

    private Gatectl(Caller caller, Instant now, Terminal terminal) {
        this.caller = caller;
        this.now = now;
        this.terminal = terminal;
    }

    /** Somebody at a terminal, who answers each question with the same words. */
    public Gatectl typing(String words) {
        return typing(() -> words);
    }

    /** Somebody at a terminal, and what happens while he types. */
    Gatectl typing(Supplier<String> words) {
        return new Gatectl(caller, now, new Typist(() -> Optional.of(words.get())));
    }

    private record Typist(Supplier<Optional<String>> words) implements Terminal {
        @Override
        public Optional<String> line(String question) {
            return words.get();
        }

        @Override
        public Optional<char[]> password(String question) {
            return words.get().map(String::toCharArray);
        }
    }

    /** Somebody who reads English and answers nothing. */
    public static Gatectl ofTechnician() {
        return new Gatectl(
                new Caller("technician", 1000, "en_GB.UTF-8"),
                Instant.EPOCH,
                new Typist(Optional::empty));
    }

    Gatectl as(String user, String locale) {
        int uid = user.equals("root") ? 0 : 1000;
        return new Gatectl(new Caller(user, uid, locale), now, terminal);
    }

    Gatectl at(Instant wallClock) {
        return new Gatectl(caller, wallClock, terminal);
    }

    /** What a command answered; {@code out} and {@code err} end with a line end, or are empty. */
    public record Answer(int exitCode, String out, String err) {
        public List<String> lines() {
            return out.lines().toList();
        }

        String lastLine() {
            return lines().getLast();
        }
    }

    /** Runs one command to its end. */
    public Answer run(Object... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var nanos = new AtomicLong();
        var clocks = new Clocks(InstantSource.fixed(now), () -> nanos.addAndGet(1000));
        var surroundings =
                new Surroundings(
                        new PrintWriter(out), new PrintWriter(err), clocks, caller, terminal);
        var words = Arrays.stream(args).map(Gatectl::word).toArray(String[]::new);
        int exitCode = Main.run(surroundings, words);
        surroundings.out().flush();
        surroundings.err().flush();
        return new Answer(exitCode, out.toString(), err.toString());
    }

    private static String word(Object arg) {
        return arg instanceof Path path ? path.toString() : String.valueOf(arg);
    }
}
