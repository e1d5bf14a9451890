package org.gatereader.daemon.time;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.gatereader.daemon.time.ClockJudge.Judgement;
import org.gatereader.daemon.time.Upkeep.Crystal;
import org.gatereader.hal.linux.KernelTime;
import org.gatereader.hal.linux.LinuxException;
import org.gatereader.verifier.credential.TrustedTime;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a gate on a real board ({@code clock.source = "kernel"}): the kernel's time, as far
 * as it can be believed. One thread looks at the kernel's clocks once a second; between two looks
 * every thread reads a time that goes on by the monotonic clock, so that whoever sets the kernel's
 * clock is judged before anybody else is.
 */
public final class TrustedClock implements GateClock {
    /** What a power cut may cost the ratchet, against what a memory card bears. */
    private static final Duration SAVE_EVERY = Duration.ofMinutes(10);

    private final Wires wires;
    private final RatchetFile file;
    private final ClockJudge judge;
    private final AtomicReference<@Nullable Instant> ordered = new AtomicReference<>();
    private Duration savedAtBoot;
    private volatile Published published;

    /** Looks at a machine's clocks. */
    @FunctionalInterface
    public interface Source {
        KernelTime read() throws LinuxException;
    }

    /**
     * What it is made of.
     *
     * @param nanos monotonic
     * @param nonces 32 random hex digits each
     */
    public record Wires(Source source, LongSupplier nanos, Supplier<String> nonces) {}

    /**
     * Where it remembers, and by what.
     *
     * @param ratchet a file; its directory is made if it is missing
     * @param isCompensated whether the battery clock is temperature-compensated
     */
    public record Settings(Path ratchet, boolean isCompensated) {}

    private record Published(TrustedTime time, long atNanos, ClockStanding standing) {}

    /**
     * A clock that has looked once.
     *
     * @throws LinuxException if the kernel does not tell how its clock is kept
     */
    public TrustedClock(Settings settings, Wires wires) throws LinuxException {
        this.wires = wires;
        file = new RatchetFile(settings.ratchet());
        KernelTime look = wires.source().read();
        Optional<String> problem = Optional.empty();
        Ratchet ratchet;
        try {
            ratchet = file.read().orElseGet(() -> Ratchet.unset(wires.nonces().get()));
        } catch (IOException damaged) {
            ratchet = Ratchet.unset(wires.nonces().get());
            problem = Optional.of("begun anew: " + damaged.getMessage());
        }
        Crystal crystal = settings.isCompensated() ? Crystal.COMPENSATED : Crystal.PLAIN;
        judge = new ClockJudge(crystal, ratchet, look.boot());
        savedAtBoot = look.boot().elapsed().minus(SAVE_EVERY);
        published = publish(judge.judge(look, SignedTimes.NONE), problem);
    }

    /** The same by this process's own monotonic clock. */
    public static TrustedClock ofKernel(Settings settings, Source source, Supplier<String> nonces)
            throws LinuxException {
        return new TrustedClock(settings, new Wires(source, System::nanoTime, nonces));
    }

    @Override
    public TrustedTime time() {
        Published last = published;
        Instant now = last.time().now().plusNanos(wires.nanos().getAsLong() - last.atNanos());
        return new TrustedTime(now, last.time().uncertainty(), last.time().isTrusted());
    }

    @Override
    public long nanos() {
        return wires.nanos().getAsLong();
    }

    @Override
    public ClockStanding standing() {
        return published.standing();
    }

    @Override
    public void look(SignedTimes signed) {
        try {
            KernelTime look = wires.source().read();
            Duration elapsed = look.boot().elapsed();
            Optional<String> notTaken = takeOrdered(elapsed);
            Judgement judgement = judge.judge(look, signed);
            Optional<String> notSaved = saveIfDue(elapsed);
            published = publish(judgement, notTaken.or(() -> notSaved));
        } catch (LinuxException silent) {
            TrustedTime time = time();
            published =
                    publish(
                            new Judgement(
                                    TrustedTime.untrusted(time.now()), ClockCondition.UNREADABLE),
                            Optional.of("the kernel does not say: " + silent.getMessage()));
        }
    }

    /**
     * The next nonce is on the disk before the reset counts: or a start that finds the old one
     * would take the same statement again.
     */
    private Optional<String> takeOrdered(Duration elapsed) {
        Instant reset = ordered.getAndSet(null);
        if (reset == null) {
            return Optional.empty();
        }
        Ratchet beginning = judge.beginningAt(reset, elapsed, wires.nonces().get());
        try {
            file.save(beginning);
        } catch (IOException full) {
            return Optional.of("a reset was not taken, it can not be saved: " + full.getMessage());
        }
        judge.reset(beginning);
        savedAtBoot = elapsed;
        return Optional.empty();
    }

    @Override
    public void reset(Instant time) {
        ordered.set(time);
    }

    @Override
    public void close() {
        try {
            file.save(judge.ratchet());
        } catch (IOException _) {
            // What was saved before is ten minutes old at most, and standing() has said so.
        }
    }

    private Optional<String> saveIfDue(Duration elapsed) {
        if (elapsed.minus(savedAtBoot).compareTo(SAVE_EVERY) < 0) {
            return published.standing().problem();
        }
        savedAtBoot = elapsed;
        try {
            file.save(judge.ratchet());
            return Optional.empty();
        } catch (IOException full) {
            return Optional.of("the clock's ratchet can not be saved: " + full.getMessage());
        }
    }

    private Published publish(Judgement judgement, Optional<String> problem) {
        var standing =
                new ClockStanding(judgement.condition(), Optional.of(judge.ratchet()), problem);
        return new Published(judgement.time(), wires.nanos().getAsLong(), standing);
    }
}
