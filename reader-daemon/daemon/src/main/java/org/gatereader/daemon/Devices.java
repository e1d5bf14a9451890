package org.gatereader.daemon;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.hal.BusReset;
import org.gatereader.hal.Device;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.SimulatedDevice;
import org.gatereader.hal.UsbReset;
import org.gatereader.hal.camera.Camera;
import org.gatereader.hal.gpio.Indicator;
import org.gatereader.hal.nfc.NfcReader;
import org.gatereader.hal.nfc.PcscReader;
import org.gatereader.hal.nfc.SimulatedNfcReader;

/** Every device of one gate, closed until the thread that owns it opens it. */
public record Devices(
        Camera camera, GateDevices gate, Indicator indicator, Optional<NfcReader> nfc) {
    private static final String NFC = "nfc";

    /** A gate that nobody taps. */
    public Devices(Camera camera, GateDevices gate, Indicator indicator) {
        this(camera, gate, indicator, Optional.empty());
    }

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
                wiring.indicator(nanos),
                nfc(configuration, nanos));
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
                Stream.of(
                                contacts.fire(),
                                contacts.tamper(),
                                contacts.exit(),
                                contacts.passage(),
                                nfc)
                        .flatMap(Optional::stream));
    }

    private static Optional<NfcReader> nfc(Configuration configuration, LongSupplier nanos) {
        return switch (configuration.nfcDriver()) {
            case NONE -> Optional.empty();
            case SIMULATED -> Optional.of(new SimulatedNfcReader(NFC));
            case PCSC -> Optional.of(new PcscReader(NFC, reader(configuration), nanos));
        };
    }

    private static PcscReader.Choice reader(Configuration configuration) {
        Optional<BusReset> bus =
                configuration.isNfcResetAllowed()
                        ? Optional.of(UsbReset.ofCardReader(NFC))
                        : Optional.empty();
        return new PcscReader.Choice(configuration.nfcReader(), bus);
    }
}
