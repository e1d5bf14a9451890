package org.gatereader.daemon.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.hal.Supervision;
import org.gatereader.hal.Supervision.News;
import org.gatereader.hal.gpio.Relay;
import org.gatereader.verifier.decision.GateEvent;

/**
 * The one caller of the relay: turns it for one pulse and never longer, reads it back on every
 * turn, and lets go of it at the first doubt.
 */
final class PulsedRelay {
    /** Between two pulses, so that a turnstile that counts edges sees two and not one. */
    static final Duration GAP = Duration.ofMillis(100);

    private final Relay relay;
    private final Supervision supervision;
    private final long pulseNanos;
    private final Consumer<GateEvent> events;
    private boolean isEngaged;
    private boolean hasPulsed;
    private long releaseAtNanos;
    private long releasedAtNanos;

    PulsedRelay(Relay relay, Duration pulse, Consumer<GateEvent> events) {
        this.relay = relay;
        this.supervision = new Supervision(relay);
        this.pulseNanos = Math.min(pulse.toNanos(), GateSettings.PULSE_MAX.toNanos());
        this.events = events;
    }

    /** Reopens the relay if it failed, ends a pulse that is over, and reads the line back. */
    void runOnce(long nanos) {
        report(supervision.openIfDue(nanos));
        if (isEngaged && nanos - releaseAtNanos >= 0) {
            release(nanos);
        }
        if (!supervision.isOpen()) {
            return;
        }
        try {
            requireLine(isEngaged);
            report(supervision.answered(nanos));
        } catch (DeviceException e) {
            fail(e, nanos);
        }
    }

    /**
     * Begins a pulse.
     *
     * @return when the line was driven; empty if the relay failed, and has been let go
     */
    OptionalLong engage(long nanos) {
        if (!isReady(nanos)) {
            throw new IllegalStateException("relay: a pulse was asked for before it was ready");
        }
        // Set before the order: if it fails half way, the line counts as engaged until let go.
        isEngaged = true;
        hasPulsed = true;
        releaseAtNanos = nanos + pulseNanos;
        try {
            long engagedAtNanos = relay.engage();
            requireLine(true);
            return OptionalLong.of(engagedAtNanos);
        } catch (DeviceException e) {
            fail(e, nanos);
            return OptionalLong.empty();
        }
    }

    /** Ends the pulse, whether its time is over or not; does nothing where there is none. */
    void release(long nanos) {
        if (!isEngaged) {
            return;
        }
        try {
            relay.release();
            isEngaged = false;
            releasedAtNanos = nanos;
        } catch (DeviceException e) {
            fail(e, nanos);
        }
    }

    boolean isUsable() {
        return supervision.isOpen();
    }

    boolean isEngaged() {
        return isEngaged;
    }

    /** Usable, released, and released for long enough. */
    boolean isReady(long nanos) {
        boolean isRested = !hasPulsed || nanos - releasedAtNanos >= GAP.toNanos();
        return isUsable() && !isEngaged && isRested;
    }

    /** When a running pulse ends, if that comes before {@code nanos}. */
    long dueBefore(long nanos) {
        return isEngaged && releaseAtNanos - nanos < 0 ? releaseAtNanos : nanos;
    }

    Optional<String> problem() {
        return supervision.problem();
    }

    DeviceHealth health(long nanos) {
        return supervision.health(nanos);
    }

    /** Releases and lets go, on every way out. */
    void close() {
        tryRelease();
        supervision.close();
        isEngaged = false;
    }

    private void requireLine(boolean isEngagedExpected) throws DeviceException {
        if (relay.isEngaged() != isEngagedExpected) {
            throw new DeviceException(
                    relay.name(),
                    isEngagedExpected
                            ? "expected the line engaged, read released"
                            : "expected the line released, read engaged");
        }
    }

    private void fail(DeviceException failure, long nanos) {
        tryRelease();
        // Closing lets the line fall back to its pull, also where the order to release failed.
        report(supervision.failed(failure, nanos));
        isEngaged = false;
        releasedAtNanos = nanos;
    }

    private void tryRelease() {
        if (!supervision.isOpen()) {
            return;
        }
        try {
            relay.release();
        } catch (DeviceException e) {
            // The caller closes the relay next, which is the last thing that can be done.
            isEngaged = false;
        }
    }

    private void report(News news) {
        switch (news) {
            case FAILED -> events.accept(GateEvent.of(GateEvent.Kind.RELAY_FAILED));
            case RECOVERED -> events.accept(GateEvent.of(GateEvent.Kind.RELAY_RECOVERED));
            case NONE, OPENED, BUS_RESET -> {}
        }
    }
}
