package org.gatereader.daemon.time;

import java.time.Duration;
import java.time.Instant;
import org.gatereader.hal.linux.KernelTime;
import org.gatereader.verifier.credential.TrustedTime;
import org.jspecify.annotations.Nullable;

/**
 * Knows since when nobody has kept the clock, and so how far it may have drifted: u of RULES,
 * Clock.
 */
final class Upkeep {
    /** A service that is less sure of itself than u is at its best vouches for nothing. */
    private static final Duration KEPT_WITHIN = TrustedTime.UNCERTAINTY_MIN;

    /** A battery clock ticks in seconds: it is taken to stand in the middle of one. */
    private static final Duration HALF_A_TICK = Duration.ofMillis(500);

    /** As far as the battery's clock and the kernel's may differ and still be one. */
    private static final Duration BATTERY_WITHIN = Duration.ofSeconds(2);

    private static final long COMPENSATED_PPM = 2;
    private static final long PPM = 1_000_000;

    private final Crystal crystal;
    private @Nullable Duration keptAtBoot;

    /** What the time is taken from while nobody keeps it. */
    enum Crystal {
        PLAIN,
        /** A temperature-compensated battery clock. */
        COMPENSATED
    }

    /**
     * What one look is worth by itself.
     *
     * @param time trusted as far as u goes
     * @param isVouchedFor whether the clock was ever kept
     * @param drift how far the clock may have been off just before this look
     * @param correction how far a correction may have moved it since the last look
     */
    record Belief(
            TrustedTime time,
            boolean isKept,
            boolean isVouchedFor,
            Duration drift,
            Duration correction) {}

    /**
     * @param keptAtBoot when this start of the machine last had a kept clock; null if not known
     */
    Upkeep(Crystal crystal, @Nullable Duration keptAtBoot) {
        this.crystal = crystal;
        this.keptAtBoot = keptAtBoot;
    }

    /**
     * @param lastKept when the clock is known to have been kept, on any start of the machine
     */
    Belief believe(KernelTime look, Instant lastKept) {
        Duration elapsed = look.boot().elapsed();
        Duration before = keptAtBoot;
        Duration unkept = before == null ? Duration.ZERO : elapsed.minus(before);
        boolean isKept = isKept(look.sync());
        if (isKept) {
            keptAtBoot = elapsed.minus(sinceCorrection(look.sync()));
        } else if (before == null && hasCarriedOn(look, lastKept)) {
            keptAtBoot = elapsed.minus(Duration.between(lastKept, look.wall()));
        }
        Duration gap =
                isKept && before != null && keptAtBoot != null
                        ? keptAtBoot.minus(before)
                        : Duration.ZERO;
        return new Belief(
                time(look, isKept),
                isKept,
                keptAtBoot != null,
                drift(unkept),
                drift(gap.isNegative() ? Duration.ZERO : gap));
    }

    void forget() {
        keptAtBoot = null;
    }

    private TrustedTime time(KernelTime look, boolean isKept) {
        if (keptAtBoot == null) {
            return TrustedTime.untrusted(look.wall());
        }
        Duration unkept = look.boot().elapsed().minus(keptAtBoot);
        if (!isKept && crystal == Crystal.COMPENSATED && agreesWithBattery(look, drift(unkept))) {
            return byBattery(look.battery().orElseThrow(), unkept);
        }
        return TrustedTime.synchronised(look.wall(), unkept, TrustedTime.DRIFT_PPM);
    }

    private static TrustedTime byBattery(Instant battery, Duration unkept) {
        Instant now = battery.plus(HALF_A_TICK);
        TrustedTime time = TrustedTime.synchronised(now, unkept, COMPENSATED_PPM);
        Duration uncertainty = time.uncertainty().plus(HALF_A_TICK);
        return time.isTrusted() && uncertainty.compareTo(TrustedTime.UNCERTAINTY_MAX) <= 0
                ? new TrustedTime(now, uncertainty, true)
                : TrustedTime.untrusted(now);
    }

    private static boolean isKept(KernelTime.Sync sync) {
        return sync.isKept() && sync.estimatedError().compareTo(KEPT_WITHIN) <= 0;
    }

    /** The kernel's bound grows by a fixed rate from one correction to the next. */
    private static Duration sinceCorrection(KernelTime.Sync sync) {
        return sync.maxError().multipliedBy(PPM / KernelTime.MAX_ERROR_PPM);
    }

    /**
     * Whether the battery kept the clock while the machine was off: the kernel took its time from
     * there at the start, and both still say the same.
     */
    private static boolean hasCarriedOn(KernelTime look, Instant lastKept) {
        return lastKept.isAfter(Instant.EPOCH)
                && !look.wall().isBefore(lastKept)
                && agreesWithBattery(look, Duration.ZERO);
    }

    private static boolean agreesWithBattery(KernelTime look, Duration drift) {
        return look.battery()
                .map(time -> Duration.between(time.plus(HALF_A_TICK), look.wall()).abs())
                .filter(apart -> apart.compareTo(BATTERY_WITHIN.plus(drift)) <= 0)
                .isPresent();
    }

    private static Duration drift(Duration unkept) {
        return unkept.multipliedBy(TrustedTime.DRIFT_PPM).dividedBy(PPM);
    }
}
