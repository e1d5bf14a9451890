package org.gatereader.hal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gatereader.hal.DeviceHealth.Counters;
import org.gatereader.hal.DeviceHealth.State;
import org.jspecify.annotations.Nullable;

/**
 * Brings one device back after it failed: closes it, waits, opens it again, and waits longer each
 * time; where that does not help, resets its bus, ever more seldom. Belongs to the thread that owns
 * the device; only {@link #health} is for others.
 */
public final class Supervision {
    /** A re-plugged reader is back before the person has put the phone away. */
    private static final Duration PAUSE_MIN = Duration.ofMillis(100);

    /** Often enough for a technician who waits beside it, seldom enough to fill no journal. */
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    /**
     * Failures in a row before the bus is reset: their pauses are three seconds, in which what was
     * only re-plugged has come back by itself.
     */
    static final long FAILURES_BEFORE_RESET = 5;

    /** Resets come at 5, 10, 20 … failures, and then about once an hour: neighbours suffer too. */
    private static final long FAILURES_BETWEEN_RESETS_MAX = 640;

    /** How long a USB device takes to be there again after its port was reset. */
    private static final Duration RESET_PAUSE = Duration.ofSeconds(1);

    /** What a step changed; each is told once, so that each is one event. */
    public enum News {
        NONE,
        /** Open; that it works is told by its first answer. */
        OPENED,
        /** It worked, or was never tried, and now it does not work. */
        FAILED,
        /** It did not work, and has answered again. */
        RECOVERED,
        /** It does not work, and now its bus was reset. */
        BUS_RESET
    }

    private final Device device;
    private final @Nullable BusReset bus;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong reopenings = new AtomicLong();
    private final AtomicLong resets = new AtomicLong();
    private volatile State state = State.CLOSED;
    private volatile boolean hasAnswered;
    private volatile long answeredAtNanos;
    private Optional<String> problem = Optional.empty();
    private boolean isOpen;
    private long pauseNanos = PAUSE_MIN.toNanos();
    private long openedAtNanos;
    private long retryAtNanos;
    private long failuresInRow;
    private long resetAtFailure = FAILURES_BEFORE_RESET;

    public Supervision(Device device) {
        this.device = device;
        this.bus = device.bus().orElse(null);
    }

    /** Opens the device if it is closed and its pause is over, or resets its bus if that is due. */
    public News openIfDue(long nanos) {
        if (isOpen || (state == State.FAILED && nanos - retryAtNanos < 0)) {
            return News.NONE;
        }
        if (bus != null && failuresInRow >= resetAtFailure) {
            return reset(bus, nanos);
        }
        try {
            device.open();
        } catch (DeviceException e) {
            return failed(e, nanos);
        }
        isOpen = true;
        openedAtNanos = nanos;
        return News.OPENED;
    }

    /** Closes the device, whose last call failed, until its next opening is due. */
    public News failed(DeviceException failure, long nanos) {
        device.close();
        // A device that opens well and fails at its first use, or never answers, must not be opened
        // ten times a second for ever: only one that stayed well begins with the short pause again.
        if (isOpen && hasAnswered && answeredAtNanos - openedAtNanos >= PAUSE_MAX.toNanos()) {
            pauseNanos = PAUSE_MIN.toNanos();
            failuresInRow = 0;
            resetAtFailure = FAILURES_BEFORE_RESET;
        }
        failures.incrementAndGet();
        failuresInRow++;
        News news = problem.isPresent() ? News.NONE : News.FAILED;
        problem = Optional.of(String.valueOf(failure.getMessage()));
        state = State.FAILED;
        isOpen = false;
        retryAtNanos = nanos + pauseNanos;
        pauseNanos = Math.min(2 * pauseNanos, PAUSE_MAX.toNanos());
        return news;
    }

    /**
     * The device answered; its owner says so after each call that worked. One that opens and says
     * nothing has not recovered: it would fail and recover for ever.
     */
    public News answered(long nanos) {
        answeredAtNanos = nanos;
        hasAnswered = true;
        problem = Optional.empty();
        News news = state == State.FAILED ? News.RECOVERED : News.NONE;
        if (news == News.RECOVERED) {
            reopenings.incrementAndGet();
        }
        state = State.WORKING;
        return news;
    }

    public boolean isOpen() {
        return isOpen;
    }

    /** What the device last said was wrong with it; empty while it works. For the technician. */
    public Optional<String> problem() {
        return problem;
    }

    /** How the device stands; from any thread. */
    public DeviceHealth health(long nanos) {
        Optional<Duration> sinceSign =
                hasAnswered
                        ? Optional.of(Duration.ofNanos(nanos - answeredAtNanos))
                        : Optional.empty();
        return new DeviceHealth(
                device.name(),
                state,
                sinceSign,
                new Counters(failures.get(), reopenings.get(), resets.get()));
    }

    /** Closes the device for good. */
    public void close() {
        state = State.CLOSED;
        isOpen = false;
        device.close();
    }

    private News reset(BusReset bus, long nanos) {
        resetAtFailure = failuresInRow + Math.min(failuresInRow, FAILURES_BETWEEN_RESETS_MAX);
        retryAtNanos = nanos + RESET_PAUSE.toNanos();
        try {
            bus.reset();
        } catch (DeviceException e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
            return News.NONE;
        }
        resets.incrementAndGet();
        return News.BUS_RESET;
    }
}
