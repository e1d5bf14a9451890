package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A verb that has its name and nothing else yet. */
@Command(hidden = true)
final class NotBuiltCommand implements Callable<Integer> {
    static final List<String> VERBS = List.of("push", "fleet", "lost");

    private final String verb;
    private final PrintWriter err;

    NotBuiltCommand(String verb, PrintWriter err) {
        this.verb = verb;
        this.err = err;
    }

    @Override
    public Integer call() {
        err.println("gatectl " + verb + ": not built yet");
        return ExitCode.UNAVAILABLE;
    }
}
