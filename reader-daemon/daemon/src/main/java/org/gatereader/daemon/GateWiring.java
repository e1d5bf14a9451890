package org.gatereader.daemon;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gatereader.daemon.config.ConfigKey;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.config.Configuration.Driver;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.gpio.Contact;
import org.gatereader.hal.gpio.GpioBoard;
import org.gatereader.hal.gpio.GpiochipContact;
import org.gatereader.hal.gpio.GpiochipIndicator;
import org.gatereader.hal.gpio.GpiochipIndicator.Part;
import org.gatereader.hal.gpio.GpiochipRelay;
import org.gatereader.hal.gpio.Indicator;
import org.gatereader.hal.gpio.PersistedOutputs;
import org.gatereader.hal.gpio.Relay;
import org.gatereader.hal.gpio.SimulatedContact;
import org.gatereader.hal.gpio.SimulatedIndicator;
import org.gatereader.hal.gpio.SimulatedRelay;
import org.gatereader.hal.gpio.Wire;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The gate's own devices, each with the driver that the configuration chooses. One on a GPIO line
 * is made only if that line is there and free, so that a gate that is wired otherwise does not
 * start.
 */
final class GateWiring {
    private final Configuration configuration;
    private @Nullable GpioBoard board;

    GateWiring(Configuration configuration) {
        this.configuration = configuration;
    }

    Relay relay(LongSupplier nanos) throws DeviceException {
        return isOnGpio(ConfigKey.RELAY_DRIVER)
                ? new GpiochipRelay(
                        board(), free(relayWire()), PersistedOutputs.ofThisKernel(), nanos)
                : new SimulatedRelay("relay", nanos);
    }

    /** Releases the relay and lets go of it, also on a board where it must not be armed. */
    void releaseRelay() throws DeviceException {
        if (isOnGpio(ConfigKey.RELAY_DRIVER)) {
            board().release(relayWire());
        }
    }

    GateDevices.Contacts contacts() throws DeviceException {
        return new GateDevices.Contacts(
                contact(
                        ConfigKey.INPUTS_FIRE,
                        ConfigKey.INPUTS_FIRE_LINE,
                        SimulatedContact.normallyClosed("fire")),
                contact(
                        ConfigKey.INPUTS_TAMPER,
                        ConfigKey.INPUTS_TAMPER_LINE,
                        SimulatedContact.normallyClosed("tamper")),
                contact(
                        ConfigKey.INPUTS_REX,
                        ConfigKey.INPUTS_REX_LINE,
                        SimulatedContact.normallyOpen("rex")),
                contact(
                        ConfigKey.TURNSTILE_PASSAGE_SENSOR,
                        ConfigKey.TURNSTILE_PASSAGE_LINE,
                        SimulatedContact.normallyOpen("passage")));
    }

    Indicator indicator(LongSupplier nanos) throws DeviceException {
        return isOnGpio(ConfigKey.DISPLAY_DRIVER)
                ? new GpiochipIndicator("indicator", board(), lamps())
                : new SimulatedIndicator("indicator", nanos);
    }

    private Optional<Contact> contact(ConfigKey driver, ConfigKey line, SimulatedContact simulated)
            throws DeviceException {
        return switch (configuration.driver(driver)) {
            case NONE -> Optional.empty();
            case SIMULATED -> Optional.of(simulated);
            case GPIOCHIP -> Optional.of(contact(simulated.name(), line));
        };
    }

    private Contact contact(String name, ConfigKey line) throws DeviceException {
        var pull =
                configuration.hasExternalPulls()
                        ? GpiochipContact.Pull.EXTERNAL
                        : GpiochipContact.Pull.INTERNAL;
        return new GpiochipContact(board(), free(wire(name, line, ConfigKey.INPUTS_CLOSED)), pull);
    }

    private Map<Part, Wire> lamps() throws DeviceException {
        Map<Part, ConfigKey> lines =
                Map.of(
                        Part.RED, ConfigKey.DISPLAY_RED_LINE,
                        Part.GREEN, ConfigKey.DISPLAY_GREEN_LINE,
                        Part.BLUE, ConfigKey.DISPLAY_BLUE_LINE,
                        Part.BUZZER, ConfigKey.DISPLAY_BUZZER_LINE);
        Map<Part, Wire> wires = new EnumMap<>(Part.class);
        for (Map.Entry<Part, ConfigKey> each : lines.entrySet()) {
            if (configuration.gpioName(each.getValue()).isPresent()) {
                String part = each.getValue().leaf().replace("_line", "");
                wires.put(
                        each.getKey(), free(wire(part, each.getValue(), ConfigKey.DISPLAY_ACTIVE)));
            }
        }
        return wires;
    }

    private boolean isOnGpio(ConfigKey driver) {
        return configuration.driver(driver) == Driver.GPIOCHIP;
    }

    private Wire relayWire() {
        return wire("relay", ConfigKey.RELAY_LINE, ConfigKey.RELAY_ACTIVE);
    }

    private Wire wire(String device, ConfigKey line, ConfigKey active) {
        return new Wire(
                device,
                configuration.gpioName(line).orElseThrow(),
                configuration.isHigh(active) ? Wire.Level.HIGH : Wire.Level.LOW);
    }

    private Wire free(Wire wire) throws DeviceException {
        board().requireFree(wire);
        return wire;
    }

    private GpioBoard board() throws DeviceException {
        if (board == null) {
            board = new GpioBoard(configuration.gpioName(ConfigKey.GPIO_CHIP).orElseThrow());
            Logger.info("gpio: the board is {}", board.model());
        }
        return board;
    }
}
