package org.gatereader.hal.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import org.gatereader.hal.DeviceException;

/** An output whose state is what the line reads, never what was last ordered. */
final class GpiochipOutput extends DigitalOutputBase {
    private final GpioLine line;

    GpiochipOutput(GpiochipOutputProvider provider, DigitalOutputConfig config, GpioLine line) {
        super(provider, config);
        this.line = line;
    }

    @Override
    public DigitalOutput state(DigitalState newState) {
        try {
            line.drive(newState == config().onState());
        } catch (DeviceException e) {
            throw new IOException(e);
        }
        return super.state(newState);
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

    /** Turns it off and gives it back; where a board keeps a freed line, off is what it keeps. */
    @Override
    public DigitalOutput shutdown(Context context) {
        try {
            line.drive(false);
        } catch (DeviceException _) {
            // Giving the line back is the last thing that can be done for it.
        }
        line.close();
        return super.shutdown(context);
    }
}
