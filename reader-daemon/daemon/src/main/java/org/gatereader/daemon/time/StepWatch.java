package org.gatereader.daemon.time;

import java.time.Duration;
import java.time.Instant;
import org.gatereader.daemon.time.Upkeep.Belief;
import org.jspecify.annotations.Nullable;

/**
 * Tells a clock that was set from one that went on, by the time since boot: a step back by more
 * than 2 s, or forward by more than 60 s, is not believed (RULES, Clock), drift and its correction
 * aside.
 *
 * <p>What it expects follows the clock no quicker than a kernel slews, so that many small steps are
 * seen as the large one that they make together.
 */
final class StepWatch {
    private static final Duration BACK_MAX = Duration.ofSeconds(2);
    private static final Duration FORWARD_MAX = Duration.ofSeconds(60);

    /** The quickest that adjtimex and NTP slew: half a millisecond a second. */
    private static final long SLEW_PPM = 500;

    private static final long PPM = 1_000_000;

    private @Nullable TimeLine expected;
    private @Nullable TimeLine proven;
    private boolean isExpectedKept;
    private @Nullable Instant resumesAt;

    /** What became of the clock since the last look. */
    enum Step {
        NONE,
        BACK,
        FORWARD
    }

    /**
     * @param expected how a kept clock went on until this process began; null if not known
     */
    StepWatch(@Nullable TimeLine expected) {
        this.expected = expected;
        this.isExpectedKept = expected != null;
    }

    /** A signed time proves that at least so much has passed: what corroborates a step forward. */
    void corroborate(Instant passed, Duration elapsed) {
        proven = proven == null ? new TimeLine(passed, elapsed) : proven.raisedTo(passed, elapsed);
    }

    /**
     * Judges one look. A step back is over when the clock has come again to where it stood: then no
     * instant is lived through twice. One forward is over when it is corroborated, or undone.
     */
    Step judge(Belief belief, Duration elapsed) {
        TimeLine line = expected;
        if (line == null || isFirstKept(belief)) {
            return Step.NONE;
        }
        Instant wall = belief.time().now();
        Duration forward = FORWARD_MAX.plus(belief.drift());
        if (isBeyond(line, forward, wall, elapsed)) {
            if (proven == null || isBeyond(proven, forward, wall, elapsed)) {
                return Step.FORWARD;
            }
            expected = new TimeLine(wall, elapsed);
            return Step.NONE;
        }
        Instant earliest = line.at(elapsed).minus(BACK_MAX.plus(belief.drift()));
        if (resumesAt == null && wall.isBefore(earliest)) {
            resumesAt = line.at(elapsed);
        }
        if (resumesAt != null && wall.isBefore(resumesAt)) {
            return Step.BACK;
        }
        if (resumesAt != null) {
            resumesAt = null;
            expected = new TimeLine(wall, elapsed);
        }
        return Step.NONE;
    }

    private static boolean isBeyond(TimeLine line, Duration most, Instant wall, Duration elapsed) {
        return wall.isAfter(line.at(elapsed).plus(most));
    }

    /** Takes over a look that was found good. */
    void follow(Belief belief, Duration elapsed) {
        Instant wall = belief.time().now();
        TimeLine line = expected;
        if (line == null || isFirstKept(belief)) {
            expected = new TimeLine(wall, elapsed);
        } else {
            Duration slew =
                    elapsed.minus(line.bootFrom())
                            .multipliedBy(SLEW_PPM)
                            .dividedBy(PPM)
                            .plus(belief.correction());
            Instant at = line.at(elapsed);
            expected = new TimeLine(at.plus(within(slew, Duration.between(at, wall))), elapsed);
        }
        isExpectedKept |= belief.isKept();
    }

    void forget() {
        expected = null;
        proven = null;
        isExpectedKept = false;
        resumesAt = null;
    }

    /** Whatever a battery had said before, the first correction sets right. */
    private boolean isFirstKept(Belief belief) {
        return belief.isKept() && !isExpectedKept;
    }

    private static Duration within(Duration most, Duration off) {
        if (off.abs().compareTo(most) <= 0) {
            return off;
        }
        return off.isNegative() ? most.negated() : most;
    }
}
