package org.gatereader.daemon.time;

import java.time.Duration;
import java.time.Instant;
import org.gatereader.daemon.time.Upkeep.Belief;
import org.gatereader.daemon.time.Upkeep.Crystal;
import org.gatereader.hal.linux.KernelTime;
import org.gatereader.hal.linux.KernelTime.Boot;
import org.gatereader.verifier.credential.TrustedTime;

/**
 * Says of each look at the machine's clocks what the time is and whether it can be trusted (RULES,
 * Clock). Pure: stepped by hand, one look after the other; it sets no clock and reads none.
 *
 * <p>Evidence comes from three sides. A time service keeps the kernel's clock ({@link Upkeep}). The
 * time since boot, which nobody can set, tells a clock that was set from one that went on ({@link
 * StepWatch}). Signed times, and the ratchet, are known to have passed.
 */
final class ClockJudge {
    /** RULES: a step back by more is not believed; over a restart, neither. */
    private static final Duration BACK_MAX = Duration.ofSeconds(2);

    /** An issuer's clock may run this far ahead (RULES, Status lists). */
    private static final Duration SIGNED_AHEAD_MAX = Duration.ofSeconds(60);

    private final Upkeep upkeep;
    private final StepWatch steps;
    private Ratchet ratchet;
    private TimeLine passed;
    private SignedTimes signed = SignedTimes.NONE;

    /** What one look gave. */
    record Judgement(TrustedTime time, ClockCondition condition) {}

    /**
     * A judge who remembers what the ratchet says.
     *
     * @param boot of this machine, now: if the ratchet is of the same start of the machine, the
     *     clock is followed from there as if this process had never been away
     */
    ClockJudge(Crystal crystal, Ratchet ratchet, Boot boot) {
        this.ratchet = ratchet;
        boolean isSameStart = !boot.id().isEmpty() && boot.id().equals(ratchet.boot().id());
        Duration since = isSameStart ? ratchet.boot().elapsed() : boot.elapsed();
        passed = new TimeLine(ratchet.at(), since);
        upkeep = new Upkeep(crystal, isSameStart ? since : null);
        steps = new StepWatch(isSameStart ? passed : null);
    }

    Ratchet ratchet() {
        return ratchet;
    }

    /** One look. Where the clock is not trusted, the time is the earliest that it can be. */
    Judgement judge(KernelTime look, SignedTimes newlySigned) {
        Duration elapsed = look.boot().elapsed();
        learn(newlySigned, elapsed);
        Belief belief = upkeep.believe(look, ratchet.at());
        ClockCondition condition = condition(belief, elapsed);
        if (!condition.isTrusted()) {
            return new Judgement(TrustedTime.untrusted(earliestAt(elapsed)), condition);
        }
        steps.follow(belief, elapsed);
        TrustedTime time = belief.time();
        passed = passed.raisedTo(time.now().minus(time.uncertainty()), elapsed);
        if (belief.isKept() && signed.areKnown()) {
            ratchet = ratchet.advancedTo(time.now(), look.boot());
        }
        return new Judgement(time, condition);
    }

    /** What is known to have passed, by the counter that nobody can set. */
    Instant earliestAt(Duration elapsed) {
        return passed.at(elapsed);
    }

    /**
     * The ratchet with which a reset begins: whoever signed for {@code time} vouches for no more
     * than that (RULES: reset needs two signatures). A signed time beyond it is evidence no more.
     */
    Ratchet beginningAt(Instant time, Duration elapsed, String nextNonce) {
        Instant overruled = signed.newest().isAfter(time) ? signed.newest() : Instant.EPOCH;
        return new Ratchet(time, new Boot("", elapsed), overruled, nextNonce);
    }

    /** Forgets what was believed to have passed, and goes on from there. */
    void reset(Ratchet beginning) {
        ratchet = beginning;
        passed = new TimeLine(beginning.at(), beginning.boot().elapsed());
        upkeep.forget();
        steps.forget();
    }

    private void learn(SignedTimes newlySigned, Duration elapsed) {
        boolean isEvidence = newlySigned.newest().isAfter(ratchet.overruled());
        signed = isEvidence ? newlySigned : SignedTimes.NONE;
        if (isEvidence) {
            Instant certain = newlySigned.newest().minus(SIGNED_AHEAD_MAX);
            passed = passed.raisedTo(certain, elapsed);
            steps.corroborate(certain, elapsed);
        }
    }

    private ClockCondition condition(Belief belief, Duration elapsed) {
        Instant wall = belief.time().now();
        return switch (steps.judge(belief, elapsed)) {
            case BACK -> ClockCondition.STEPPED_BACK;
            case FORWARD -> ClockCondition.STEPPED_FORWARD;
            case NONE -> {
                if (isBehind(wall)) {
                    yield ClockCondition.BEHIND;
                }
                if (isAhead(wall)) {
                    yield ClockCondition.AHEAD;
                }
                yield conditionOf(belief);
            }
        };
    }

    private static ClockCondition conditionOf(Belief belief) {
        if (!belief.isVouchedFor()) {
            return ClockCondition.NEVER_SYNCHRONISED;
        }
        if (!belief.time().isTrusted()) {
            return ClockCondition.DRIFTED;
        }
        return belief.isKept() ? ClockCondition.SYNCHRONISED : ClockCondition.HOLDOVER;
    }

    private boolean isBehind(Instant wall) {
        return wall.isBefore(ratchet.at().minus(BACK_MAX))
                || (signed.areKnown() && wall.isBefore(signed.newest().minus(SIGNED_AHEAD_MAX)));
    }

    private boolean isAhead(Instant wall) {
        return signed.areKnown() && wall.isAfter(signed.newest().plus(signed.closedAfter()));
    }
}
