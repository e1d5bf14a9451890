package org.gatereader.hal;

import java.time.Duration;
import java.util.Optional;

/**
 * Brings one device back after it failed: closes it, waits, opens it again, and waits longer each
 * time. Belongs to the thread that owns the device.
 */
public final class Supervision {
    /** A re-plugged reader is back before the person has put the phone away. */
    private static final Duration PAUSE_MIN = Duration.ofMillis(100);

    /** Often enough for a technician who waits beside it, seldom enough to fill no journal. */
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    /** What a step changed; each is told once, so that each is one event. */
    public enum News {
        NONE,
        /** Open for the first time. */
        OPENED,
        /** It worked, or was never tried, and now it does not work. */
        FAILED,
        /** It did not work, and is open again. */
        RECOVERED
    }

    private final Device device;
    private boolean isOpen;
    private Optional<String> problem = Optional.empty();
    private long pauseNanos = PAUSE_MIN.toNanos();
    private long openedAtNanos;
    private long retryAtNanos;
    private boolean isRetrying;

    public Supervision(Device device) {
        this.device = device;
    }

    /** Opens the device if it is closed and its pause is over. */
    public News openIfDue(long nanos) {
        if (isOpen || (isRetrying && nanos - retryAtNanos < 0)) {
            return News.NONE;
        }
        try {
            device.open();
        } catch (DeviceException e) {
            return failed(e, nanos);
        }
        isOpen = true;
        openedAtNanos = nanos;
        News news = problem.isPresent() ? News.RECOVERED : News.OPENED;
        problem = Optional.empty();
        return news;
    }

    /** Closes the device, whose last call failed, until its next opening is due. */
    public News failed(DeviceException failure, long nanos) {
        device.close();
        // A device that opens well and fails at its first use must not be opened ten times a
        // second for ever: only one that stayed well begins with the short pause again.
        if (isOpen && nanos - openedAtNanos >= PAUSE_MAX.toNanos()) {
            pauseNanos = PAUSE_MIN.toNanos();
        }
        isOpen = false;
        isRetrying = true;
        retryAtNanos = nanos + pauseNanos;
        pauseNanos = Math.min(2 * pauseNanos, PAUSE_MAX.toNanos());
        News news = problem.isPresent() ? News.NONE : News.FAILED;
        problem = Optional.of(String.valueOf(failure.getMessage()));
        return news;
    }

    public boolean isOpen() {
        return isOpen;
    }

    /** What the device last said was wrong with it; empty while it works. For the technician. */
    public Optional<String> problem() {
        return problem;
    }

    /** Closes the device for good. */
    public void close() {
        isOpen = false;
        device.close();
    }
}
