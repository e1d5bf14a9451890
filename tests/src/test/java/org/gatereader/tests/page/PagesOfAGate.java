package org.gatereader.tests.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.gatereader.demo.LiveGate;
import org.gatereader.demo.cases.CodeMaker;
import org.gatereader.gatectl.Main;
import org.gatereader.gatectl.Surroundings;

/** A real gate, with {@code gatectl page} beside it. */
final class PagesOfAGate implements AutoCloseable {
    private final LiveGate gate;
    private final Thread page;
    private final URI address;

    private PagesOfAGate(LiveGate gate, Thread page, URI address) {
        this.gate = gate;
        this.page = page;
        this.address = address;
    }

    static PagesOfAGate open(Path directory) throws IOException, InterruptedException {
        var gate = LiveGate.open(directory, 0, CodeMaker.with(new Random(1)));
        var printed = new PipedReader();
        var out = new PrintWriter(new PipedWriter(printed));
        Thread page =
                Thread.ofPlatform()
                        .daemon()
                        .name("gatectl-page")
                        .start(() -> Main.run(surroundings(out), words(directory)));
        String line = Objects.requireNonNull(new BufferedReader(printed).readLine());
        return new PagesOfAGate(gate, page, URI.create(line));
    }

    /** As it was printed, with the token that works once. */
    URI address() {
        return address;
    }

    /** The demo's own page, whose buttons hold a phone before the camera. */
    URI demo() {
        return gate.address();
    }

    @Override
    public void close() {
        page.interrupt();
        gate.close();
    }

    private static String[] words(Path directory) {
        return new String[] {
            "page",
            "--port",
            "0",
            "--sockets",
            directory.resolve("sockets").toString(),
            "--inbox",
            directory.resolve("inbox").toString()
        };
    }

    private static Surroundings surroundings(PrintWriter out) {
        return new Surroundings(
                out,
                new PrintWriter(Writer.nullWriter()),
                new Surroundings.Clocks(InstantSource.system(), () -> 0),
                new Surroundings.Caller("technician", 1000, "en_GB.UTF-8"),
                new Nobody());
    }

    private static final class Nobody implements Surroundings.Terminal {
        @Override
        public Optional<String> line(String question) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> password(String question) {
            return Optional.empty();
        }
    }
}
