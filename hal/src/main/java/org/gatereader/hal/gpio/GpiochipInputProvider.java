package org.gatereader.hal.gpio;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import org.gatereader.hal.DeviceException;

/** Pi4J's digital inputs, over the character device of one chip. */
final class GpiochipInputProvider extends DigitalInputProviderBase {
    static final String ID = "gpiochip-digital-input";

    private final GpioChip.Finder chips;

    GpiochipInputProvider(GpioChip.Finder chips) {
        super(ID);
        this.chips = chips;
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
        try (GpioChip chip = chips.find(config.id())) {
            GpioLine line = chip.request(config.address(), settings(config));
            var input = new GpiochipInput(this, config, line);
            try {
                context().registry().add(input);
            } catch (RuntimeException e) {
                line.close();
                throw e;
            }
            return input;
        } catch (DeviceException e) {
            throw new IOException(e);
        }
    }

    private static GpioUapi.LineSettings settings(DigitalInputConfig config) {
        long polarity = config.onState() == DigitalState.LOW ? GpioUapi.FLAG_ACTIVE_LOW : 0;
        long edges = GpioUapi.FLAG_EDGE_RISING | GpioUapi.FLAG_EDGE_FALLING;
        return new GpioUapi.LineSettings(
                config.id(),
                GpioUapi.FLAG_INPUT | polarity | edges | bias(config.pull()),
                GpioUapi.ATTRIBUTE_DEBOUNCE,
                config.debounce());
    }

    private static long bias(PullResistance pull) {
        return switch (pull) {
            case PULL_UP -> GpioUapi.FLAG_BIAS_PULL_UP;
            case PULL_DOWN -> GpioUapi.FLAG_BIAS_PULL_DOWN;
            case OFF -> GpioUapi.FLAG_BIAS_DISABLED;
        };
    }
}
