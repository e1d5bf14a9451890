package org.gatereader.tests.lab;

import java.io.IOException;
import java.util.List;

/** Which line of the chip does what; contacts pull their lines to ground. */
enum Wiring {
    RELAY("GPIO17", 17, false),
    PASSAGE("GPIO27", 27, false),
    FIRE("GPIO5", 5, true),
    REX("GPIO6", 6, false),
    TAMPER("GPIO13", 13, true);

    static final List<Wiring> INPUTS = List.of(PASSAGE, FIRE, REX, TAMPER);

    private final String line;
    private final int offset;
    private final boolean isClosedAtRest;

    Wiring(String line, int offset, boolean isClosedAtRest) {
        this.line = line;
        this.offset = offset;
        this.isClosedAtRest = isClosedAtRest;
    }

    /** The line's name. */
    String line() {
        return line;
    }

    int offset() {
        return offset;
    }

    /** Nothing happens here. */
    void rest(GpioSim chip) throws IOException {
        chip.pull(offset, !isClosedAtRest);
    }

    /** What the contact is there for happens: somebody walks, presses, opens, or it burns. */
    void act(GpioSim chip) throws IOException {
        chip.pull(offset, isClosedAtRest);
    }
}
