package org.gatereader.tests.lab;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was expected, what came, and how long it took. */
final class ScenarioTable {
    private final List<Row> rows = new ArrayList<>();

    /** A scenario's outcome. */
    record Row(String scenario, String expected, String got, Duration took, boolean isPassed) {}

    void add(Row row) {
        rows.add(row);
    }

    boolean isAllPassed() {
        return !rows.isEmpty() && rows.stream().allMatch(Row::isPassed);
    }

    void print(PrintStream out) {
        int scenario = rows.stream().mapToInt(row -> row.scenario().length()).max().orElse(0);
        int expected = rows.stream().mapToInt(row -> row.expected().length()).max().orElse(0);
        String format = "%-4s  %-" + scenario + "s  %-" + expected + "s  %s  (%.1f s)%n";
        for (Row row : rows) {
            out.printf(
                    format,
                    row.isPassed() ? "PASS" : "FAIL",
                    row.scenario(),
                    row.expected(),
                    row.got(),
                    row.took().toMillis() / 1e3);
        }
        long passed = rows.stream().filter(Row::isPassed).count();
        out.printf("%d of %d scenarios as expected%n", passed, rows.size());
    }
}
