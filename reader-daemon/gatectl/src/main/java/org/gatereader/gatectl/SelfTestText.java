package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import org.gatereader.daemon.control.wire.SelfTestReport;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.State;

/** A self-test for a person at a terminal of 80 columns: each part as soon as it is tested. */
final class SelfTestText {
    private static final int COLUMNS = 80;
    private static final int STATE_COLUMNS = 6;
    private static final int PART_COLUMNS = 13;
    private static final int INDENT = STATE_COLUMNS + PART_COLUMNS;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final PrintWriter out;
    private final Language language;
    private int printed;

    SelfTestText(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    /** The findings that were not printed yet. */
    void printNew(SelfTestReport report) {
        report.findings().stream().skip(printed).forEach(this::print);
        printed = Math.max(printed, report.findings().size());
        out.flush();
    }

    /**
     * What was not printed yet, how many of each, and which do not work.
     *
     * @return the exit code
     */
    int printEnd(SelfTestReport report) {
        printNew(report);
        out.println();
        out.println(
                String.format(
                        Locale.ROOT,
                        switch (language) {
                            case EN -> "%d pass, %d warn, %d fail, %d skipped; %.1f s";
                            case KO -> "정상 %d, 주의 %d, 고장 %d, 건너뜀 %d; %.1f초";
                        },
                        report.of(State.PASS).count(),
                        report.of(State.WARN).count(),
                        report.of(State.FAIL).count(),
                        report.of(State.SKIP).count(),
                        report.progress().took().toMillis() / MILLIS_PER_SECOND));
        report.of(State.FAIL)
                .forEach(finding -> out.println("FAIL " + Printable.of(finding.part().name())));
        if (!report.isOver()) {
            out.println("FAIL " + Printable.of(report.progress().testing()) + ": no end");
        }
        out.flush();
        return SelfTestExit.code(report);
    }

    private void print(Finding finding) {
        String head =
                String.format(Locale.ROOT, "%-6s%-13s", finding.state(), finding.part().name());
        wrap(head, Printable.of(finding.measured()));
        String words = language.of(finding.advice());
        if (!words.isEmpty()) {
            wrap(" ".repeat(INDENT - 2) + "> ", Printable.of(words));
        }
    }

    /** Word by word; what is longer than a line stays whole, for it may be a path to copy. */
    private void wrap(String head, String text) {
        StringBuilder line = new StringBuilder(head);
        int column = INDENT;
        for (String word : Arrays.asList(text.split(" ", -1))) {
            int width = columns(word);
            boolean isFirst = column == INDENT;
            if (!isFirst && column + 1 + width > COLUMNS) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(INDENT));
                column = INDENT;
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(word);
            column += width + (isFirst ? 0 : 1);
        }
        out.println(line.toString().stripTrailing());
    }

    /** Hangul takes two columns a syllable (UAX 11). */
    private static int columns(String text) {
        return text.codePoints()
                .map(
                        point ->
                                Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL
                                        ? 2
                                        : 1)
                .sum();
    }
}
