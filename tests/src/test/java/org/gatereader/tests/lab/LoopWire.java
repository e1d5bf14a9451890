package org.gatereader.tests.lab;

import java.io.IOException;
import java.time.Duration;

/**
 * A wire from the relay's second contact to the passage input, laid for a test and taken away after
 * it: the input follows the relay as behind a relay board that has power.
 */
final class LoopWire implements AutoCloseable {
    private final GpioSim chip;
    private final Repeating current;
    private boolean isClosed;

    LoopWire(GpioSim chip) {
        this.chip = chip;
        current = new Repeating("loop wire", Duration.ofMillis(1), this::follow);
    }

    @Override
    public void close() throws IOException {
        current.close();
        Wiring.PASSAGE.rest(chip);
    }

    private void follow() throws IOException {
        boolean isEngaged = chip.isHigh(Wiring.RELAY.offset());
        if (isEngaged == isClosed) {
            return;
        }
        isClosed = isEngaged;
        if (isEngaged) {
            Wiring.PASSAGE.act(chip);
        } else {
            Wiring.PASSAGE.rest(chip);
        }
    }
}
