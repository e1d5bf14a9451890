package org.gatereader.tests.lab;

import java.nio.file.Path;
import java.util.List;
import org.gatereader.tests.gatectl.Gatectl;

/** Somebody at the gate with {@code gatectl self-test}, who reads what it calls broken. */
final class Technician {
    private static final int STATE_COLUMNS = 6;
    private static final int PART_COLUMNS = 13;

    private final Path sockets;

    /**
     * What a self-test said.
     *
     * @param troubles each line that is not PASS or SKIP: its state, part and measured value
     * @param summary how many of each, and how long it took
     */
    record Heard(int exitCode, List<Trouble> troubles, String summary) {
        /** Whether it named exactly these, as {@code FAIL camera}. */
        boolean names(String... parts) {
            return troubles.stream().map(Trouble::named).toList().equals(List.of(parts));
        }

        @Override
        public String toString() {
            return "exit %d%s (%s)".formatted(exitCode, troubles, summary);
        }
    }

    /** One part that is not well. */
    record Trouble(String named, String measured) {
        @Override
        public String toString() {
            return named + ": " + measured;
        }
    }

    /**
     * @param sockets the gate's control directory
     */
    Technician(Path sockets) {
        this.sockets = sockets;
    }

    /** Tests while the gate serves on. */
    Heard test() {
        return heard(Gatectl.ofTechnician(), List.of("self-test", "--sockets", sockets));
    }

    /**
     * Tests with somebody at the barrier, who says that everything moved that was told to.
     *
     * @param page takes the report to print
     */
    Heard testAtTheBarrier(Path page) {
        return heard(
                Gatectl.ofTechnician().typing("y"),
                List.of("self-test", "--interactive", "--report", page, "--sockets", sockets));
    }

    private static Heard heard(Gatectl gatectl, List<Object> command) {
        var answer = gatectl.run(command.toArray());
        List<String> lines = answer.lines();
        List<Trouble> troubles =
                lines.stream()
                        .filter(line -> line.startsWith("FAIL  ") || line.startsWith("WARN  "))
                        .map(Technician::trouble)
                        .toList();
        String summary =
                lines.stream().filter(line -> line.contains(" skipped; ")).findFirst().orElse("");
        return new Heard(answer.exitCode(), troubles, summary + answer.err().strip());
    }

    private static Trouble trouble(String line) {
        int end = STATE_COLUMNS + PART_COLUMNS;
        String part = line.substring(STATE_COLUMNS, end).strip();
        return new Trouble(
                line.substring(0, STATE_COLUMNS).strip() + " " + part, line.substring(end));
    }
}
