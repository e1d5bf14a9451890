package org.gatereader.tests.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The simulated GPIO chip seen from its far side: what its lines do, and what is wired to them. */
final class GpioSim {
    private static final Path LINES_AND_HOLDERS = Path.of("/sys/kernel/debug/gpio");

    private final Path lines;

    /** The chip's directory in sysfs. */
    GpioSim(Path lines) {
        this.lines = lines;
    }

    /** The file that tells a line's level, whoever drives it. */
    Path levelFile(int offset) {
        return lines.resolve("sim_gpio" + offset).resolve("value");
    }

    boolean isHigh(int offset) throws IOException {
        return Files.readString(levelFile(offset)).startsWith("1");
    }

    /** Drives an input from outside, as a contact or a sensor would. */
    void pull(int offset, boolean isUp) throws IOException {
        var pull = lines.resolve("sim_gpio" + offset).resolve("pull");
        Files.writeString(pull, isUp ? "pull-up" : "pull-down");
    }

    /** Whether a program of this name has taken a line of the chip. */
    boolean isHeldBy(String program) throws IOException {
        return Files.readString(LINES_AND_HOLDERS).contains("|" + program + " ");
    }

    /** The number by which the kernel's tracepoints name a line. */
    int kernelNumber(int offset) throws IOException {
        try (var chips = Files.list(lines.resolveSibling("gpio"))) {
            List<Path> found = chips.toList();
            return Integer.parseInt(Files.readString(found.getFirst().resolve("base")).strip())
                    + offset;
        }
    }
}
