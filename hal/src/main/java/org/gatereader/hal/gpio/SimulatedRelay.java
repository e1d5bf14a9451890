package org.gatereader.hal.gpio;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.SimulatedDevice;

/**
 * A relay without hardware: it keeps every edge of its contact with the time, so that one which
 * nobody can explain is seen. Watched and broken from any thread.
 */
public final class SimulatedRelay implements Relay, SimulatedDevice {
    /** What can be wrong with it; several at once. */
    public enum Fault {
        /** The line can not be taken. */
        OPEN,
        /** The order to engage fails, and the contact stays where it is. */
        ENGAGE,
        /** The order to release fails, and the contact stays where it is; closing still lets go. */
        RELEASE,
        /** The level can not be read. */
        READ_BACK,
        /** Closing leaves the line as driven: Raspberry Pi OS without dtparam=strict_gpiod. */
        KEPT_LEVEL,
        /**
         * Every order is accepted and the contact never moves, as if welded; only reading tells.
         */
        STUCK
    }

    /** One change of the contact. */
    public record Edge(boolean isEngaged, long atNanos) {}

    private final String name;
    private final LongSupplier nanos;
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final History<Edge> edges = new History<>();
    private boolean isOpen;
    private boolean isContactClosed;

    /**
     * @param nanos monotonic; read at every edge
     */
    public SimulatedRelay(String name, LongSupplier nanos) {
        this.name = name;
        this.nanos = nanos;
    }

    /** Breaks it, until it is mended. */
    public synchronized void suffer(Fault fault) {
        faults.add(fault);
    }

    /** Takes all faults away; the contact stays where it is. */
    public synchronized void mend() {
        faults.clear();
    }

    /** The newest 4096 edges, oldest first. */
    public synchronized List<Edge> edges() {
        return edges.newest();
    }

    /** All edges since it was built, also those no longer in {@link #edges}. */
    public synchronized long edgeCount() {
        return edges.count();
    }

    /** What the turnstile sees, faults or not. */
    public synchronized boolean isContactClosed() {
        return isContactClosed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void open() throws DeviceException {
        failIf(Fault.OPEN, "the line can not be taken");
        moveTo(false);
        if (isContactClosed) {
            throw new DeviceException(
                    name, "expected the line released after opening, got engaged");
        }
        isOpen = true;
    }

    @Override
    public synchronized long engage() throws DeviceException {
        requireOpen();
        failIf(Fault.ENGAGE, "could not be engaged");
        return moveTo(true);
    }

    @Override
    public synchronized void release() throws DeviceException {
        requireOpen();
        failIf(Fault.RELEASE, "could not be released");
        moveTo(false);
    }

    @Override
    public synchronized boolean isEngaged() throws DeviceException {
        requireOpen();
        failIf(Fault.READ_BACK, "could not be read back");
        return isContactClosed;
    }

    @Override
    public synchronized Optional<String> keptLevel() {
        return faults.contains(Fault.KEPT_LEVEL)
                ? Optional.of("a freed line keeps its level")
                : Optional.empty();
    }

    @Override
    public synchronized void close() {
        isOpen = false;
        if (!faults.contains(Fault.KEPT_LEVEL)) {
            moveTo(false);
        }
    }

    private long moveTo(boolean isEngaged) {
        long now = nanos.getAsLong();
        if (isContactClosed != isEngaged && !faults.contains(Fault.STUCK)) {
            isContactClosed = isEngaged;
            edges.add(new Edge(isEngaged, now));
        }
        return now;
    }

    private void requireOpen() throws DeviceException {
        if (!isOpen) {
            throw new DeviceException(name, "is not open");
        }
    }

    private void failIf(Fault fault, String problem) throws DeviceException {
        if (faults.contains(fault)) {
            throw new DeviceException(name, problem);
        }
    }
}
