package org.gatereader.daemon.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatereader.daemon.time.ClockJudge.Judgement;
import org.gatereader.daemon.time.Upkeep.Crystal;
import org.gatereader.hal.linux.KernelTime;
import org.gatereader.verifier.credential.TrustedTime;

/**
 * A machine whose clocks a test moves by hand: the true time, the kernel's, the time since boot and
 * the battery's clock; and a judge who sees all of them but the true one.
 */
final class ClockBench {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final Duration WEEK = Duration.ofDays(7);
    private static final String NONCE = "00".repeat(16);

    private final Crystal crystal;
    private Instant truth = NOON;
    private Duration off = Duration.ZERO;
    private Duration elapsed = Duration.ofMinutes(1);
    private boolean isKept;
    private boolean hasBattery;
    private Duration batteryOff = Duration.ZERO;
    private int start = 1;
    private double driftPpm;
    private Instant newestSigned = NOON.minus(Duration.ofHours(1));
    private ClockJudge judge;
    private Judgement last;

    ClockBench() {
        this(Crystal.PLAIN);
    }

    ClockBench(Crystal crystal) {
        this.crystal = crystal;
        judge = new ClockJudge(crystal, Ratchet.unset(NONCE), look().boot());
        last = judge.judge(look(), signed());
    }

    ClockBench kept() {
        isKept = true;
        off = Duration.ZERO;
        return look(Duration.ofSeconds(1));
    }

    /** A time service keeps the clock as it stands, right or wrong. */
    ClockBench keptAsItIs() {
        isKept = true;
        return look(Duration.ofSeconds(1));
    }

    /** The time service is out of reach; the kernel notices at once. */
    ClockBench unkept() {
        isKept = false;
        return this;
    }

    ClockBench drifting(double ppm) {
        driftPpm = ppm;
        return this;
    }

    ClockBench withBattery() {
        hasBattery = true;
        return this;
    }

    /** The battery's clock is wrong from now on. */
    ClockBench batteryAt(Instant time) {
        batteryOff = Duration.between(truth, time);
        return this;
    }

    ClockBench signedAt(Instant newest) {
        newestSigned = newest;
        return this;
    }

    /** Somebody sets the kernel's clock. */
    ClockBench stepped(Duration by) {
        off = off.plus(by);
        return this;
    }

    /** So much time passes, suspended or without a look; then one look. */
    ClockBench look(Duration after) {
        pass(after);
        last = judge.judge(look(), signed());
        return this;
    }

    /** The process is started again. */
    ClockBench restarted() {
        judge = new ClockJudge(crystal, judge.ratchet(), look().boot());
        return look(Duration.ofSeconds(1));
    }

    /** The machine is off for so long; the kernel takes its time from the battery, or has none. */
    ClockBench rebooted(Duration offFor, Instant withoutBattery) {
        truth = truth.plus(offFor);
        start++;
        elapsed = Duration.ofSeconds(20);
        isKept = false;
        // The kernel takes the middle of the battery clock's second.
        Instant wall = hasBattery ? battery().plusMillis(500) : withoutBattery;
        off = Duration.between(truth, wall);
        judge = new ClockJudge(crystal, judge.ratchet(), look().boot());
        return look(Duration.ofSeconds(1));
    }

    void reset(Instant time) {
        judge.reset(judge.beginningAt(time, elapsed, "11".repeat(16)));
    }

    ClockCondition condition() {
        return last.condition();
    }

    TrustedTime time() {
        return last.time();
    }

    Ratchet ratchet() {
        return judge.ratchet();
    }

    Instant truth() {
        return truth;
    }

    /** How far the judge's time is from the true one. */
    Duration error() {
        return Duration.between(truth, last.time().now()).abs();
    }

    private void pass(Duration time) {
        truth = truth.plus(time);
        elapsed = elapsed.plus(time);
        if (!isKept) {
            off = off.plusNanos(Math.round(time.toNanos() * driftPpm / 1e6));
        }
    }

    private Instant battery() {
        Instant ticking = truth.plus(batteryOff);
        return Instant.ofEpochSecond(ticking.getEpochSecond());
    }

    private KernelTime look() {
        return new KernelTime(
                truth.plus(off),
                new KernelTime.Boot("start-" + start, elapsed),
                new KernelTime.Sync(isKept, Duration.ZERO, Duration.ZERO),
                hasBattery ? Optional.of(battery()) : Optional.empty());
    }

    private SignedTimes signed() {
        return new SignedTimes(newestSigned, WEEK);
    }
}
