package org.gatereader.tests.lab;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call into the kernel's GPIO core, as its tracepoints {@code gpio_value} and {@code
 * gpio_direction} tell it.
 *
 * @param nanos the monotonic clock, to the microsecond
 * @param value what was set; meaningless for a direction
 */
record LineCall(long nanos, Kind kind, boolean value) {
    private static final Pattern LINE =
            Pattern.compile(
                    "\\s(\\d+\\.\\d+): gpio_(?:value: \\d+ set ([01])|direction: \\d+ *(in|out) )");

    enum Kind {
        SET,
        TO_OUTPUT,
        TO_INPUT
    }

    /** Reads a line of the tracer's file; empty for one that tells of no such call. */
    static Optional<LineCall> parse(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        long nanos = nanos(found.group(1));
        if (found.group(2) != null) {
            return Optional.of(new LineCall(nanos, Kind.SET, found.group(2).equals("1")));
        }
        var kind = found.group(3).equals("in") ? Kind.TO_INPUT : Kind.TO_OUTPUT;
        return Optional.of(new LineCall(nanos, kind, false));
    }

    boolean raises() {
        return kind == Kind.SET && value;
    }

    boolean lowers() {
        return kind == Kind.SET && !value;
    }

    /** Seconds with their decimals, as the kernel prints them. */
    static long nanos(String seconds) {
        return new BigDecimal(seconds).movePointRight(9).longValueExact();
    }
}
