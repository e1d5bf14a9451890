package org.gatereader.daemon.gate;

import java.util.function.Consumer;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.decision.GateEvent.Kind;

/**
 * Follows one person through the barrier, and notices whoever walks without having been let in.
 * Without a sensor a passage lasts as long as the pulse.
 */
final class Passage {
    /** Who the relay was turned for; only a granted person's walk is told afterwards. */
    enum Origin {
        GRANT,
        EXIT,
        TECHNICIAN
    }

    private enum Stage {
        NOBODY,
        UNLOCKED,
        PASSING
    }

    private final PulsedRelay relay;
    private final Input sensor;
    private final Consumer<GateEvent> events;
    private final long walkNanos;
    private final long heldOpenNanos;
    private Stage stage = Stage.NOBODY;
    private Origin origin = Origin.GRANT;
    private long walkUntilNanos;
    private boolean isHeldOpen;

    /** The relay and the sensor belong to the gate; here they are looked at and released. */
    Passage(PulsedRelay relay, Input sensor, GateSettings settings, Consumer<GateEvent> events) {
        this.relay = relay;
        this.sensor = sensor;
        this.events = events;
        this.walkNanos = settings.walk().begin().toNanos();
        this.heldOpenNanos = settings.walk().heldOpen().toNanos();
    }

    /** Somebody may walk: the relay was engaged. */
    void begin(Origin newOrigin, long nanos) {
        stage = Stage.UNLOCKED;
        origin = newOrigin;
        walkUntilNanos = nanos + walkNanos;
    }

    void runOnce(long nanos) {
        switch (stage) {
            case NOBODY -> {}
            case UNLOCKED -> expectWalk(nanos);
            case PASSING -> expectEnd(nanos);
        }
    }

    /** Reports who walks with nobody let in, and who stays; not where a technician works. */
    void watch(long nanos) {
        if (sensor.hasBegun() && stage == Stage.NOBODY) {
            events.accept(GateEvent.of(Kind.FORCED_PASSAGE));
        }
        if (!isHeldOpen && sensor.activeNanos(nanos) >= heldOpenNanos && sensor.isWatching()) {
            isHeldOpen = true;
            events.accept(GateEvent.of(Kind.HELD_OPEN));
        }
    }

    /** Ends what {@link #watch} began; wanted also where it is not called. */
    void watchEnd() {
        if (isHeldOpen && !(sensor.isActive() && sensor.isWatching())) {
            isHeldOpen = false;
            events.accept(GateEvent.of(Kind.HELD_OPEN_ENDED));
        }
    }

    /** The barrier opens by itself: nobody is followed any more. */
    void abandon() {
        stage = Stage.NOBODY;
    }

    boolean isUnlocked() {
        return stage == Stage.UNLOCKED;
    }

    boolean isPassing() {
        return stage == Stage.PASSING;
    }

    boolean isOver() {
        return stage == Stage.NOBODY;
    }

    boolean isHeldOpen() {
        return isHeldOpen;
    }

    private void expectWalk(long nanos) {
        if (origin == Origin.TECHNICIAN || !sensor.isWatching()) {
            endWithThePulse();
        } else if (sensor.isActive()) {
            stage = Stage.PASSING;
        } else if (nanos - walkUntilNanos >= 0) {
            end(Kind.NOT_OPENED_AFTER_GRANT, nanos);
        }
    }

    private void expectEnd(long nanos) {
        if (!sensor.isWatching()) {
            endWithThePulse();
        } else if (!sensor.isActive()) {
            end(Kind.PASSED, nanos);
        }
    }

    private void endWithThePulse() {
        if (!relay.isEngaged()) {
            stage = Stage.NOBODY;
        }
    }

    private void end(Kind kind, long nanos) {
        stage = Stage.NOBODY;
        // Whoever comes close behind is not let in by the rest of this pulse.
        relay.release(nanos);
        if (origin == Origin.GRANT) {
            events.accept(GateEvent.of(kind));
        }
    }
}
