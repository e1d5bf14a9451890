package org.gatereader.tests.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what no grant explains in the relay line's life. Two witnesses are heard: the kernel, which
 * tells every set and direction call, and the sampler, which tells the level whoever drives it. One
 * grant explains one rise; a line that is high is low again within the longest pulse, or as soon as
 * the process that drove it is gone.
 */
final class EdgeJudge {
    private static final String SET = "set call to 1";

    private final List<Grant> grants;
    private final List<Long> killNanos;
    private final long highMaxNanos;

    /**
     * Judges by these grants.
     *
     * @param killNanos when the process that drove the line was killed
     * @param highMax the longest that the line may be high, a late sample allowed for
     */
    EdgeJudge(List<Grant> grants, List<Long> killNanos, Duration highMax) {
        this.grants = List.copyOf(grants);
        this.killNanos = List.copyOf(killNanos);
        this.highMaxNanos = highMax.toNanos();
    }

    /** Every objection, in words; empty where all is explained. */
    List<String> objections(List<LineCall> calls, LevelRecord levels) {
        List<String> objections = new ArrayList<>();
        if (levels.rises().isEmpty()) {
            objections.add("no pulse was seen: nothing is proved");
        }
        explain(calls, objections);
        compare(calls, levels, objections);
        boundHighTimes(levels, objections);
        return objections;
    }

    private void explain(List<LineCall> calls, List<String> objections) {
        List<Grant> unused = new ArrayList<>(grants);
        for (LineCall call : calls) {
            if (!call.raises()) {
                continue;
            }
            var reason = unused.stream().filter(grant -> grant.covers(call.nanos())).findFirst();
            reason.ifPresentOrElse(
                    unused::remove,
                    () -> objections.add("no grant explains the " + at(SET, call.nanos())));
        }
    }

    /** A level that nobody asked for, and a call that the line did not follow. */
    private void compare(List<LineCall> calls, LevelRecord levels, List<String> objections) {
        List<LevelRecord.Change> unseen = new ArrayList<>(levels.rises());
        for (LineCall call : calls) {
            if (!call.raises()) {
                continue;
            }
            var seen =
                    unseen.stream()
                            .filter(rise -> isSoonAfter(call, rise, levels.longestGapNanos()))
                            .findFirst();
            seen.ifPresent(unseen::remove);
            if (seen.isEmpty() && !fellBeforeTheNextSample(call, calls, levels)) {
                objections.add("the line did not follow the " + at(SET, call.nanos()));
            }
        }
        unseen.forEach(
                rise -> objections.add("no call caused the " + at("sampled rise", rise.nanos())));
    }

    private static boolean isSoonAfter(LineCall call, LevelRecord.Change rise, long gapNanos) {
        // The tracer speaks before the line moves; both clocks are cut to the microsecond.
        long lag = rise.nanos() - call.nanos();
        return lag >= -1_000 && lag <= gapNanos + 1_000_000;
    }

    private boolean fellBeforeTheNextSample(
            LineCall rise, List<LineCall> calls, LevelRecord levels) {
        long end = rise.nanos() + levels.longestGapNanos();
        var falls = calls.stream().filter(LineCall::lowers).map(LineCall::nanos);
        return Stream.concat(falls, killNanos.stream())
                .anyMatch(fall -> fall > rise.nanos() && fall <= end);
    }

    private void boundHighTimes(LevelRecord levels, List<String> objections) {
        var changes = levels.changes();
        // The fall may have been seen one gap late.
        long boundNanos = highMaxNanos + levels.longestGapNanos();
        for (int i = 0; i < changes.size(); i++) {
            if (!changes.get(i).isHigh()) {
                continue;
            }
            if (i + 1 == changes.size()) {
                objections.add("the line was left high");
            } else if (changes.get(i + 1).nanos() - changes.get(i).nanos() > boundNanos) {
                objections.add(at("too long high", changes.get(i).nanos()));
            }
        }
    }

    private static String at(String what, long nanos) {
        return "%s at %.6f s".formatted(what, nanos / 1e9);
    }
}
