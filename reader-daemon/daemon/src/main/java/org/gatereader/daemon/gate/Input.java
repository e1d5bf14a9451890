package org.gatereader.daemon.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.hal.Supervision;
import org.gatereader.hal.Supervision.News;
import org.gatereader.hal.gpio.Contact;
import org.gatereader.verifier.decision.GateEvent;

/** One contact of the gate, reopened when it fails, debounced, and read as active or not. */
final class Input {
    /** What a contact is for, and its number in the events of its failure. */
    enum Role {
        FIRE(1, true),
        TAMPER(2, true),
        EXIT(3, false),
        PASSAGE(4, false);

        private final int number;
        private final boolean isClosedAtRest;

        Role(int number, boolean isClosedAtRest) {
            this.number = number;
            this.isClosedAtRest = isClosedAtRest;
        }
    }

    private final Role role;
    private final Optional<Contact> contact;
    private final Optional<Supervision> supervision;
    private final long settleNanos;
    private final Consumer<GateEvent> events;
    private boolean hasBeenRead;
    private boolean isActive;
    private boolean hasBegun;
    private long activeSinceNanos;
    private long steadyAtNanos;
    private long lastActiveAtNanos;
    private OptionalLong lastEdgeNanos = OptionalLong.empty();

    Input(Role role, Optional<Contact> contact, Duration settle, Consumer<GateEvent> events) {
        this.role = role;
        this.contact = contact;
        this.supervision = contact.map(Supervision::new);
        this.settleNanos = settle.toNanos();
        this.events = events;
    }

    /** Reads the contact once. */
    void runOnce(long nanos) {
        hasBegun = false;
        if (contact.isEmpty() || supervision.isEmpty()) {
            return;
        }
        report(supervision.get().openIfDue(nanos));
        if (!supervision.get().isOpen()) {
            hasBeenRead = false;
            return;
        }
        try {
            settle(contact.get().isClosed() != role.isClosedAtRest, nanos);
            notice(contact.get().lastEdgeNanos(), nanos);
            report(supervision.get().answered(nanos));
        } catch (DeviceException e) {
            hasBeenRead = false;
            report(supervision.get().failed(e, nanos));
        }
    }

    /** Fire, opened cabinet, pressed button, occupied passage; as last known while it fails. */
    boolean isActive() {
        return isActive;
    }

    /** Became active on this very turn. What was active when first read did not begin. */
    boolean hasBegun() {
        return hasBegun;
    }

    /** How long it has been active; 0 while it is not. */
    long activeNanos(long nanos) {
        return isActive ? nanos - activeSinceNanos : 0;
    }

    /** How long not even a bounce was read; 0 while it can not be read. */
    long quietNanos(long nanos) {
        return hasBeenRead && !isActive ? nanos - lastActiveAtNanos : 0;
    }

    /** Wired and readable. */
    boolean isWatching() {
        return hasBeenRead;
    }

    /** Wired and not readable. */
    boolean isFailed() {
        return contact.isPresent() && !hasBeenRead;
    }

    Optional<String> problem() {
        return supervision.flatMap(Supervision::problem);
    }

    /** Empty where none is wired. */
    Optional<DeviceHealth> health(long nanos) {
        return supervision.map(each -> each.health(nanos));
    }

    /** How it stands; empty where the site has wired none. */
    Optional<GateLine> line() {
        return contact.map(
                _ -> new GateLine(GateLine.Role.valueOf(role.name()), isActive, problem()));
    }

    void close() {
        supervision.ifPresent(Supervision::close);
    }

    private void settle(boolean isActiveNow, long nanos) {
        if (isActiveNow || !hasBeenRead) {
            lastActiveAtNanos = nanos;
        }
        if (!hasBeenRead) {
            // Taken as it is: there is nothing to wait for, and a fire must not wait.
            hasBeenRead = true;
            adopt(isActiveNow, nanos);
            return;
        }
        if (isActiveNow == isActive) {
            steadyAtNanos = nanos;
        } else if (nanos - steadyAtNanos >= settleNanos) {
            adopt(isActiveNow, nanos);
            hasBegun = isActiveNow;
        }
    }

    /** A break between two looks ends the quiet as one that was read does. */
    private void notice(OptionalLong edgeNanos, long nanos) {
        if (!edgeNanos.equals(lastEdgeNanos)) {
            lastEdgeNanos = edgeNanos;
            lastActiveAtNanos = nanos;
        }
    }

    private void adopt(boolean isActiveNow, long nanos) {
        isActive = isActiveNow;
        activeSinceNanos = nanos;
        steadyAtNanos = nanos;
    }

    private void report(News news) {
        switch (news) {
            case FAILED -> events.accept(new GateEvent(GateEvent.Kind.INPUT_FAILED, role.number));
            case RECOVERED ->
                    events.accept(new GateEvent(GateEvent.Kind.INPUT_RECOVERED, role.number));
            case NONE, OPENED, BUS_RESET -> {}
        }
    }
}
