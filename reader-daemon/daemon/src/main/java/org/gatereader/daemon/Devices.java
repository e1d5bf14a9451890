package org.gatereader.daemon;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.SimulatedDevice;
import org.gatereader.hal.camera.Camera;
import org.gatereader.hal.gpio.Indicator;

/** Every device of one gate, closed until the thread that owns it opens it. */
public record Devices(Camera camera, GateDevices gate, Indicator indicator) {
    /**
     * The devices that a configuration names.
     *
     * @param nanos the process's monotonic clock
     * @throws DeviceException if a GPIO line is not there or held by somebody: a gate that is wired
     *     otherwise than it was told must not start
     */
    static Devices of(Configuration configuration, LongSupplier nanos) throws DeviceException {
        var wiring = new GateWiring(configuration);
        return new Devices(
                Cameras.of(configuration, nanos),
                new GateDevices(wiring.relay(nanos), wiring.contacts()),
                wiring.indicator(nanos));
    }

    /** Whether anything here reaches hardware: only where nothing does may public keys serve. */
    TrustStore.Drivers drivers() {
        return all().allMatch(SimulatedDevice.class::isInstance)
                ? TrustStore.Drivers.ALL_SIMULATED
                : TrustStore.Drivers.SOME_REAL;
    }

    /** The names of those with no hardware behind them. */
    List<String> simulated() {
        return all().filter(SimulatedDevice.class::isInstance).map(Device::name).toList();
    }

    private Stream<Device> all() {
        var contacts = gate.contacts();
        return Stream.concat(
                Stream.of(camera, gate.relay(), indicator),
                Stream.of(contacts.fire(), contacts.tamper(), contacts.exit(), contacts.passage())
                        .flatMap(Optional::stream));
    }
}
