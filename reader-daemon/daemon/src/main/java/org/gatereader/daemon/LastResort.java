package org.gatereader.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.gatereader.daemon.gate.GateState;
import org.gatereader.hal.DeviceHealth;

/**
 * Says when the process shall end so that a new one can read again: the last step of supervision,
 * after a device was opened again and its bus was reset. Only reading is worth a restart; for a
 * relay or a lamp a new process could do no more than this one does.
 *
 * <p>It can not go round for ever: nothing is ended for a device that this process never saw
 * working, and no process before it has had its time.
 */
final class LastResort {
    /** By then every intake was opened some twenty times, and its bus reset twice. */
    static final Duration SILENCE = Duration.ofMinutes(3);

    /** A camera that works for a moment after each start costs four restarts an hour, no more. */
    static final Duration UPTIME_MIN = Duration.ofMinutes(15);

    private static final Duration TURN = Duration.ofSeconds(1);

    private final GateReader reader;
    private final Consumer<String> whenDue;
    private final long begunAtNanos;

    /**
     * @param whenDue told what does not read any more; the process should end
     */
    LastResort(GateReader reader, Consumer<String> whenDue) {
        this.reader = reader;
        this.whenDue = whenDue;
        this.begunAtNanos = reader.clock().nanos();
    }

    /** Looks once a second. */
    void turn() {
        LockSupport.parkNanos(this, TURN.toNanos());
        long now = reader.clock().nanos();
        var uptime = Duration.ofNanos(now - begunAtNanos);
        if (isDue(reader.gateStatus().state(), reader.intakes(now), uptime)) {
            whenDue.accept("intake");
        }
    }

    /**
     * Whether only a new process could help.
     *
     * @param state anything but LOCKED waits: nobody is ended in a passage, a fire or maintenance
     * @param intakes every channel that can read; one that still does is reason enough to stay
     */
    static boolean isDue(GateState state, List<DeviceHealth> intakes, Duration uptime) {
        return state == GateState.LOCKED
                && uptime.compareTo(UPTIME_MIN) >= 0
                && intakes.stream().map(DeviceHealth::sinceSign).anyMatch(Optional::isPresent)
                && intakes.stream().allMatch(LastResort::isSilent);
    }

    /** By its signs and not by its state: a thread that hangs in a driver reports no failure. */
    private static boolean isSilent(DeviceHealth intake) {
        return intake.sinceSign().map(since -> since.compareTo(SILENCE) >= 0).orElse(true);
    }
}
