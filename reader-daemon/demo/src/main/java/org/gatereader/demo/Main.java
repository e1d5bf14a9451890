package org.gatereader.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gatereader.demo.cases.CodeMaker;

/**
 * Runs the demo.
 *
 * <p>Exit codes: 0 done, and with {@code --script} every case was answered as expected; 1 one was
 * not; 64 usage; 70 a part of the daemon died; 74 a file can not be read or written; 78 a system
 * property would change the log.
 */
public final class Main {
    private static final int DISAGREES = 1;
    private static final int USAGE = 64;
    private static final int SOFTWARE = 70;
    private static final int INPUT_OUTPUT = 74;
    private static final int CONFIGURATION = 78;

    /** Of today and no other day: the same cases are made every time. */
    private static final long SEED = 20_261_123;

    private static final String HELP =
            """
            usage: ./gate demo [--port N]     serves the page and prints its address
                   ./gate demo --script       walks every case through the daemon, without a browser
                   ./gate demo --export DIR   writes every case as files for gatectl check
            """;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Optional<String> objection = org.gatereader.daemon.Main.startLog("warn");
        objection.ifPresent(System.err::println);
        System.exit(objection.isPresent() ? CONFIGURATION : run(List.of(arguments), out));
    }

    private static int run(List<String> arguments, PrintStream out) throws InterruptedException {
        String verb = arguments.isEmpty() ? "" : arguments.getFirst();
        try {
            if (verb.equals("--script") && arguments.size() == 1) {
                return script(out);
            }
            if (verb.isEmpty() || (verb.equals("--port") && arguments.size() == 2)) {
                return page(out, verb.isEmpty() ? 0 : port(arguments.getLast()));
            }
            if (verb.equals("--export") && arguments.size() == 2) {
                new DemoExport(random()).writeTo(Path.of(arguments.getLast()));
                out.println("written to " + arguments.getLast());
                return 0;
            }
        } catch (NumberFormatException _) {
            System.err.println("demo: --port: expected 0..65535, got " + arguments.getLast());
            return USAGE;
        } catch (IOException failure) {
            System.err.println("demo: " + failure.getMessage());
            return INPUT_OUTPUT;
        }
        out.print(HELP);
        return verb.equals("--help") ? 0 : USAGE;
    }

    /** Serves the page until it is told to stop, or until a part of the daemon dies. */
    private static int page(PrintStream out, int port) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("gate-reader-demo-");
        var live = LiveGate.open(directory, port, CodeMaker.with(random()));
        DemoThreads.atExit(
                () -> {
                    live.close();
                    deleteQuietly(directory);
                });
        out.println("The gate is at " + live.address() + " (Ctrl-C ends it).");
        System.err.println("demo: " + live.awaitDeath() + ": this part died");
        return SOFTWARE;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > 65_535) {
            throw new NumberFormatException();
        }
        return port;
    }

    private static int script(PrintStream out) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("gate-reader-demo-");
        try {
            return new DemoScript(out, random()).run(directory) == 0 ? 0 : DISAGREES;
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void deleteQuietly(Path directory) {
        try {
            delete(directory);
        } catch (IOException _) {
            // A few files stay behind in the temporary directory, and nobody is left to tell.
        }
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    }
}
