package org.gatereader.hal;

import java.util.Optional;

/**
 * One piece of hardware and its driver. Built closed; opened, closed and opened again by the one
 * thread that owns it.
 */
public interface Device extends AutoCloseable {
    /** The configured name, as logs and the self-test say it; for example {@code relay}. */
    String name();

    /**
     * Makes the device usable. A driver returns in bounded time: its owner has a gate to run.
     *
     * @throws DeviceException if it is absent or does not answer; it may be opened again later
     */
    void open() throws DeviceException;

    /** What carries it, to be reset if opening it again does not help; empty if nobody may. */
    default Optional<BusReset> bus() {
        return Optional.empty();
    }

    /**
     * Lets go of the device, whatever state it is in; never fails, and twice is the same as once.
     */
    @Override
    void close();
}
