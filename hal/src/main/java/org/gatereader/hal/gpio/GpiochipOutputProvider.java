package org.gatereader.hal.gpio;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import org.gatereader.hal.DeviceException;

/**
 * Pi4J's digital outputs, over the character device of one chip. An output is off from the first
 * moment on, whatever initial state is asked for: it is in the request itself.
 */
final class GpiochipOutputProvider extends DigitalOutputProviderBase {
    static final String ID = "gpiochip-digital-output";

    private final GpioChip.Finder chips;

    GpiochipOutputProvider(GpioChip.Finder chips) {
        super(ID);
        this.chips = chips;
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        try (GpioChip chip = chips.find(config.id())) {
            GpioLine line = chip.request(config.address(), settings(config));
            var output = new GpiochipOutput(this, config, line);
            try {
                context().registry().add(output);
            } catch (RuntimeException e) {
                line.close();
                throw e;
            }
            return output;
        } catch (DeviceException e) {
            throw new IOException(e);
        }
    }

    private static GpioUapi.LineSettings settings(DigitalOutputConfig config) {
        // Where nothing drives the line any more, its pull keeps the relay released.
        long level =
                config.onState() == DigitalState.LOW
                        ? GpioUapi.FLAG_ACTIVE_LOW | GpioUapi.FLAG_BIAS_PULL_UP
                        : GpioUapi.FLAG_BIAS_PULL_DOWN;
        return new GpioUapi.LineSettings(
                config.id(),
                GpioUapi.FLAG_OUTPUT | level,
                GpioUapi.ATTRIBUTE_OUTPUT_VALUES,
                GpioUapi.INACTIVE);
    }
}
