package org.gatereader.hal.gpio;

import java.util.OptionalLong;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.SimulatedDevice;

/** A contact without hardware; moved and broken from any thread. */
public final class SimulatedContact implements Contact, SimulatedDevice {
    private final String name;
    private final boolean isClosedAtRest;
    private boolean isOpen;
    private boolean isActuated;
    private boolean isFailing;
    private OptionalLong lastEdgeNanos = OptionalLong.empty();

    private SimulatedContact(String name, boolean isClosedAtRest) {
        this.name = name;
        this.isClosedAtRest = isClosedAtRest;
    }

    /** Closed at rest, so that a cut wire looks like an alarm: fire loop, tamper. */
    public static SimulatedContact normallyClosed(String name) {
        return new SimulatedContact(name, true);
    }

    /** Open at rest, so that a cut wire opens nothing: exit button, passage sensor. */
    public static SimulatedContact normallyOpen(String name) {
        return new SimulatedContact(name, false);
    }

    /** Fire, an opened cabinet, a pressed button, somebody in the passage. */
    public synchronized void actuate() {
        isActuated = true;
    }

    /** The opposite of {@link #actuate}. */
    public synchronized void rest() {
        isActuated = false;
    }

    /** Leaves its place and is back before anybody looks. */
    public synchronized void twitch(long atNanos) {
        lastEdgeNanos = OptionalLong.of(atNanos);
    }

    public synchronized boolean isActuated() {
        return isActuated;
    }

    /** Can not be opened or read from now on. */
    public synchronized void fail() {
        isFailing = true;
    }

    public synchronized void mend() {
        isFailing = false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void open() throws DeviceException {
        failIfBroken();
        isOpen = true;
    }

    @Override
    public synchronized boolean isClosed() throws DeviceException {
        if (!isOpen) {
            throw new DeviceException(name, "is not open");
        }
        failIfBroken();
        return isClosedAtRest != isActuated;
    }

    @Override
    public synchronized OptionalLong lastEdgeNanos() {
        return lastEdgeNanos;
    }

    @Override
    public synchronized void close() {
        isOpen = false;
    }

    private void failIfBroken() throws DeviceException {
        if (isFailing) {
            throw new DeviceException(name, "can not be read");
        }
    }
}
