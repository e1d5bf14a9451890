package org.gatereader.hal.gpio;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.PullResistance;
import java.time.Duration;
import java.util.OptionalLong;
import org.gatereader.hal.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * A dry contact on a GPIO line. The kernel leaves out its bounces and keeps the time of each edge,
 * so that a break shorter than the owner's turn is not lost.
 */
public final class GpiochipContact implements Contact {
    /** What holds the line while the contact is open. */
    public enum Pull {
        /** The chip's own resistor, some 50 kΩ: for a wire within the cabinet. */
        INTERNAL,
        /** One on the board, 1..10 kΩ: for a wire that leaves the cabinet. */
        EXTERNAL
    }

    /** Switches and reeds bounce for a few milliseconds; nobody walks so quickly. */
    private static final Duration DEBOUNCE = Duration.ofMillis(5);

    private final GpioBoard board;
    private final Wire wire;
    private final Pull pull;
    private @Nullable GpiochipInput input;
    private OptionalLong lastEdgeNanos = OptionalLong.empty();

    /**
     * @param wire its active level is that of the closed contact: low if it connects the line to
     *     ground
     */
    public GpiochipContact(GpioBoard board, Wire wire, Pull pull) {
        this.board = board;
        this.wire = wire;
        this.pull = pull;
    }

    @Override
    public String name() {
        return wire.device();
    }

    @Override
    public void open() throws DeviceException {
        input = board.input(wire, resistance(), DEBOUNCE);
        lastEdgeNanos = OptionalLong.empty();
    }

    @Override
    public boolean isClosed() throws DeviceException {
        if (input == null) {
            throw new DeviceException(name(), "is not open");
        }
        try {
            OptionalLong newest = input.newestEdgeNanos();
            lastEdgeNanos = newest.isPresent() ? newest : lastEdgeNanos;
            return input.isOn();
        } catch (IOException e) {
            throw GpioBoard.problem(wire.device(), e);
        }
    }

    @Override
    public OptionalLong lastEdgeNanos() {
        return lastEdgeNanos;
    }

    @Override
    public void close() {
        if (input != null) {
            board.giveBack(input);
            input = null;
        }
    }

    /** Away from the level of the closed contact. */
    private PullResistance resistance() {
        if (pull == Pull.EXTERNAL) {
            return PullResistance.OFF;
        }
        return wire.activeLevel() == Wire.Level.LOW
                ? PullResistance.PULL_UP
                : PullResistance.PULL_DOWN;
    }
}
