package org.gatereader.tests.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the level sampler saw of one line.
 *
 * @param changes the first reading and every change after it
 * @param samples how often it looked
 * @param nanos for how long
 * @param longestGapNanos the longest time in which it did not look: what is shorter may be missed
 */
record LevelRecord(List<Change> changes, long samples, long nanos, long longestGapNanos) {
    private static final Pattern CHANGE = Pattern.compile("(\\d+\\.\\d+) ([01])");
    private static final Pattern END =
            Pattern.compile("samples (\\d+) over (\\S+) s, longest gap (\\S+) s");

    /** The level from this instant on. */
    record Change(long nanos, boolean isHigh) {}

    LevelRecord {
        changes = List.copyOf(changes);
    }

    /** Reads what {@code level-sampler} printed, to its last line. */
    static LevelRecord parse(List<String> lines) {
        List<Change> changes = new ArrayList<>();
        for (String line : lines) {
            Matcher change = CHANGE.matcher(line);
            Matcher end = END.matcher(line);
            if (change.matches()) {
                changes.add(
                        new Change(LineCall.nanos(change.group(1)), change.group(2).equals("1")));
            } else if (end.matches()) {
                return new LevelRecord(
                        changes,
                        Long.parseLong(end.group(1)),
                        LineCall.nanos(end.group(2)),
                        LineCall.nanos(end.group(3)));
            } else {
                throw new IllegalArgumentException("level-sampler said: " + line);
            }
        }
        throw new IllegalArgumentException("level-sampler was not ended");
    }

    /** The changes to high, the first reading included if it was high. */
    List<Change> rises() {
        return changes.stream().filter(Change::isHigh).toList();
    }
}
