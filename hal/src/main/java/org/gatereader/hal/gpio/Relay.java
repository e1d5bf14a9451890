package org.gatereader.hal.gpio;

import java.util.Optional;
import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;

/**
 * The contact that tells the turnstile to let one person through. Energise-to-release: a relay
 * without current is a locked gate, and the barrier's own fire input opens it without us.
 */
public interface Relay extends Device {
    /**
     * Takes the line and drives it released before anything else.
     *
     * @throws DeviceException also if the line reads engaged afterwards
     */
    @Override
    void open() throws DeviceException;

    /**
     * Closes the contact.
     *
     * @return monotonic nanoseconds when the line was driven: the end of the promise of latency
     * @throws DeviceException if it could not be driven; where the line is then is unknown
     */
    long engage() throws DeviceException;

    /**
     * Opens the contact; releasing a released relay is no edge.
     *
     * @throws DeviceException if it could not be driven; {@link #close} is then the way to let go
     */
    void release() throws DeviceException;

    /** The level read back from the line, never the last order. */
    boolean isEngaged() throws DeviceException;

    /**
     * Why the contact would stay closed if the process were killed, and what to do; empty where a
     * freed line falls to its pull. From any thread.
     */
    Optional<String> keptLevel();

    /** Frees the line, which falls back to its pull: released. */
    @Override
    void close();
}
