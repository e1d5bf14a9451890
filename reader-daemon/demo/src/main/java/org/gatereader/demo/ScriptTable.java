package org.gatereader.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.gatereader.demo.cases.DemoCase;
import org.gatereader.demo.cases.DemoCases;
import org.gatereader.demo.cases.Expectation;
import org.gatereader.verifier.verdict.DenyReason;

/** Lays the script's lines out in columns. */
final class ScriptTable {
    private static final String COLUMNS = "%-" + nameWidth() + "s  %-19s  %-19s  %-25s  %s  %s";

    /** A layout for the cases there are. */
    ScriptTable() {}

    String head() {
        String times = "  decode  verify  decide   relay (ms)";
        return String.format(Locale.ROOT, COLUMNS, "case", "expected", "got", "reason", " ", times);
    }

    String row(DemoCase demoCase, Outcome outcome) {
        boolean agrees = outcome.got().equals(demoCase.expected());
        String times =
                millis(outcome.decodeNanos())
                        + millis(outcome.verifyNanos())
                        + millis(outcome.decideNanos())
                        + millis(outcome.relayNanos());
        return String.format(
                Locale.ROOT,
                COLUMNS,
                demoCase.name(),
                demoCase.expected(),
                outcome.got() instanceof Expectation.None ? "nothing" : outcome.got(),
                reason(outcome.got()),
                agrees ? " " : "!",
                times);
    }

    private static String reason(Expectation got) {
        return got instanceof Expectation.Denied(int number)
                ? Arrays.stream(DenyReason.values())
                        .filter(reason -> reason.code() == number)
                        .map(DenyReason::name)
                        .findFirst()
                        .orElse("?")
                : "";
    }

    private static String millis(long nanos) {
        double millis = (double) nanos / TimeUnit.MILLISECONDS.toNanos(1);
        return nanos == 0 ? "       -" : String.format(Locale.ROOT, "%8.2f", millis);
    }

    private static int nameWidth() {
        return DemoCases.all().stream().mapToInt(each -> each.name().length()).max().orElse(0);
    }
}
