package org.gatereader.hal.gpio;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.hal.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * A relay on a GPIO line. The line is released in the very request that takes it, and whenever the
 * process ends, however it ends, the kernel gives it back to its pull: no edge comes from us but by
 * {@link #engage} and {@link #release}.
 */
public final class GpiochipRelay implements Relay {
    private final GpioBoard board;
    private final Wire wire;
    private final PersistedOutputs persisted;
    private final LongSupplier nanos;
    private @Nullable DigitalOutput output;

    /**
     * @param persisted asked at each opening: where the board keeps the level of a freed line, the
     *     relay is not armed
     * @param nanos monotonic; read after each engagement
     */
    public GpiochipRelay(
            GpioBoard board, Wire wire, PersistedOutputs persisted, LongSupplier nanos) {
        this.board = board;
        this.wire = wire;
        this.persisted = persisted;
        this.nanos = nanos;
    }

    @Override
    public String name() {
        return wire.device();
    }

    @Override
    public void open() throws DeviceException {
        Optional<String> objection = keptLevel();
        if (objection.isPresent()) {
            throw new DeviceException(name(), objection.get());
        }
        output = board.output(wire);
        if (isEngaged()) {
            throw new DeviceException(
                    name(), "expected the line released after opening, read engaged");
        }
    }

    @Override
    public long engage() throws DeviceException {
        try {
            output().on();
            return nanos.getAsLong();
        } catch (IOException e) {
            throw GpioBoard.problem(wire.device(), e);
        }
    }

    @Override
    public void release() throws DeviceException {
        try {
            output().off();
        } catch (IOException e) {
            throw GpioBoard.problem(wire.device(), e);
        }
    }

    @Override
    public boolean isEngaged() throws DeviceException {
        try {
            return output().isOn();
        } catch (IOException e) {
            throw GpioBoard.problem(wire.device(), e);
        }
    }

    @Override
    public Optional<String> keptLevel() {
        return persisted.objection();
    }

    @Override
    public void close() {
        if (output != null) {
            board.giveBack(output);
            output = null;
        }
    }

    private DigitalOutput output() throws DeviceException {
        if (output == null) {
            throw new DeviceException(name(), "is not open");
        }
        return output;
    }
}
