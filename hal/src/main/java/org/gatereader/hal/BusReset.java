package org.gatereader.hal;

/**
 * Resets what carries a device, when opening the device again did not help: its USB port, its
 * adapter. Belongs to the thread that owns the device.
 */
@FunctionalInterface
public interface BusReset {
    /**
     * Takes the device off its bus and puts it back. It may need a second to appear again.
     *
     * @throws DeviceException if the bus is not found or may not be reset
     */
    void reset() throws DeviceException;
}
