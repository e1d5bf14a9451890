package org.gatereader.hal;

/**
 * A device failed: the one checked exception that leaves this module, so that no caller can forget
 * to supervise.
 */
public final class DeviceException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param device the device's configured name, for example {@code camera}
     * @param problem what failed and what was expected, free of anything read from a person
     */
    public DeviceException(String device, String problem) {
        super(device + ": " + problem);
    }
}
