package org.gatereader.hal.gpio;

/**
 * What is wired to one GPIO line.
 *
 * @param device the configured name of the device on it, for example {@code relay}; others who ask
 *     for the line are told it
 * @param line the line's offset on its chip in decimal digits, or its name; for example {@code 17}
 *     or {@code GPIO17}
 * @param activeLevel where it is engaged, lit, sounding or closed
 */
public record Wire(String device, String line, Level activeLevel) {
    /** A voltage, as the board's data sheet says it. */
    public enum Level {
        HIGH,
        LOW
    }
}
