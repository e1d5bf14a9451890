package org.gatereader.hal.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import java.util.OptionalLong;
import org.gatereader.hal.DeviceException;

/**
 * An input that its owner reads: it has no thread, and so no listeners. The kernel debounces it and
 * notes when each edge came.
 */
final class GpiochipInput extends DigitalInputBase {
    private final GpioLine line;

    GpiochipInput(GpiochipInputProvider provider, DigitalInputConfig config, GpioLine line) {
        super(provider, config);
        this.line = line;
    }

    @Override
    public DigitalState state() {
        try {
            DigitalState on = config().onState();
            return line.isActive() ? on : DigitalState.getInverseState(on);
        } catch (DeviceException e) {
            throw new IOException(e);
        }
    }

    /** The newest edge since this was last asked, by CLOCK_MONOTONIC; empty if there was none. */
    OptionalLong newestEdgeNanos() throws DeviceException {
        return line.newestEdgeNanos();
    }

    @Override
    public DigitalInput addListener(DigitalStateChangeListener... listener) {
        throw new UnsupportedOperationException("an input is read by its owner");
    }

    @Override
    public DigitalInput shutdown(Context context) {
        line.close();
        return super.shutdown(context);
    }
}
