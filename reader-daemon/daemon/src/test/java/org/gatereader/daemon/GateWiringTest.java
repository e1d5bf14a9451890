package org.gatereader.daemon;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.gatereader.daemon.config.ConfigReading.Sound;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.daemon.store.TrustStore.Drivers;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.gpio.GpioBoard;
import org.gatereader.hal.gpio.GpiochipContact;
import org.gatereader.hal.gpio.GpiochipContact.Pull;
import org.gatereader.hal.gpio.SimulatedContact;
import org.gatereader.hal.gpio.SimulatedRelay;
import org.gatereader.hal.gpio.Wire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a configuration to devices; no machine has a chip of this label. */
class GateWiringTest {
    private static final String SIMULATED =
            """
            gate.id = "seoul-main-03"
            trust.site = "seoul"
            clock.source = "kernel"
            camera.driver = "simulated"
            relay.driver = "simulated"
            display.driver = "simulated"
            inputs.fire = "simulated"
            """;
    private static final String CHIP = "gpio.chip = \"chip-of-nobody\"\n";

    /** As the process does first: else Pi4J prints all it does. */
    @BeforeAll
    static void quiet() {
        Main.startLog("warn");
    }

    @Test
    void makesEachContactThatIsWired() throws Exception {
        var contacts = new GateWiring(configuration(SIMULATED)).contacts();
        assertInstanceOf(SimulatedContact.class, contacts.fire().orElseThrow());
        assertEquals(Optional.empty(), contacts.tamper());
    }

    @Test
    void doesNotStartAGateWhoseChipIsNotThere() {
        var relay =
                SIMULATED.replace("relay.driver = \"simulated\"", "relay.driver = \"gpiochip\"");
        assertRefused("relay: expected one GPIO chip", relay + CHIP + "relay.line = \"GPIO17\"\n");
        var fire = SIMULATED.replace("fire = \"simulated\"", "fire = \"gpiochip\"");
        assertRefused("fire: expected", fire + CHIP + "inputs.fire_line = \"GPIO5\"\n");
        var lamps =
                SIMULATED.replace(
                        "display.driver = \"simulated\"", "display.driver = \"gpiochip\"");
        var lines = "display.red_line = \"1\"\ndisplay.green_line = \"2\"\n";
        assertRefused("expected one GPIO chip", lamps + CHIP + lines);
    }

    @Test
    void oneRealContactIsEnoughToRefusePublicKeys() throws Exception {
        var simulated = Devices.of(configuration(SIMULATED), () -> 0);
        assertEquals(Drivers.ALL_SIMULATED, simulated.drivers());
        var wire = new Wire("fire", "GPIO5", Wire.Level.LOW);
        var fire = new GpiochipContact(new GpioBoard("chip-of-nobody"), wire, Pull.EXTERNAL);
        var contacts =
                new GateDevices.Contacts(
                        Optional.of(fire), Optional.empty(), Optional.empty(), Optional.empty());
        var gate = new GateDevices(new SimulatedRelay("relay", () -> 0), contacts);
        var devices = new Devices(simulated.camera(), gate, simulated.indicator());
        assertEquals(Drivers.SOME_REAL, devices.drivers());
    }

    @Test
    void releasesTheRelayOnlyWhereItIsReal() {
        assertDoesNotThrow(() -> new GateWiring(configuration(SIMULATED)).releaseRelay());
        var real = SIMULATED.replace("relay.driver = \"simulated\"", "relay.driver = \"gpiochip\"");
        var wiring = new GateWiring(configuration(real + CHIP + "relay.line = \"GPIO17\"\n"));
        assertThrows(DeviceException.class, wiring::releaseRelay);
    }

    private static void assertRefused(String why, String toml) {
        var refusal =
                assertThrows(DeviceException.class, () -> Devices.of(configuration(toml), () -> 0));
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
    }

    private static Configuration configuration(String toml) {
        var reading = Configuration.parse(Path.of("/etc/gate-reader/gate-reader.toml"), toml);
        return assertInstanceOf(Sound.class, reading, reading.toString()).configuration();
    }
}
