package org.gatereader.tests.lab;

import java.nio.file.Path;
import java.time.Duration;
import org.gatereader.demo.wallet.DemoSite;

/** The configuration of the lab's gate: every driver is a real one. */
final class LabConfiguration {
    /** The gate, the wire behind the relay and the passage input each need a turn within it. */
    static final Duration PULSE = Duration.ofSeconds(1);

    private static final String TOML =
            """
        [gate]
        id = "%s"
        [trust]
        source = "plain"
        directory = "trust"
        [clock]
        source = "kernel"
        ratchet = "ratchet"
        [camera]
        driver = "webcam"
        device = "%s"
        # An emulated processor needs longer for a frame, and far longer beside a build.
        frames_per_second = 1
        deadline_ms = 1000
        silence_ms = 5000
        [nfc]
        driver = "pcsc"
        reader = "%s"
        gate_certificate = "gate.cert"
        gate_key = "gate.key"
        [gpio]
        chip = "pinctrl-bcm2711"
        [relay]
        driver = "gpiochip"
        line = "%s"
        pulse_ms = %d
        # A wire for the self-test, laid where a scenario needs it.
        loopback = "passage"
        [turnstile]
        passage_sensor = "gpiochip"
        passage_line = "%s"
        unlock_ms = 30000
        [inputs]
        # gpio-sim has one resistor a line, and the lab turns it: the gate may not.
        pull = "external"
        fire = "gpiochip"
        fire_line = "%s"
        fire_restored_s = 1
        rex = "gpiochip"
        rex_line = "%s"
        tamper = "gpiochip"
        tamper_line = "%s"
        [display]
        driver = "gpiochip"
        red_line = "GPIO22"
        green_line = "GPIO23"
        blue_line = "GPIO24"
        buzzer_line = "GPIO25"
        sign_ms = 500
        [journal]
        directory = "journal"
        records = 4096
        [control]
        directory = "%s"
        """;

    private LabConfiguration() {}

    /**
     * Its text; relative paths are relative to its own directory.
     *
     * @param reader a part of the NFC reader's name
     */
    static String text(String camera, String reader, Path directory) {
        return TOML.formatted(
                DemoSite.GATE,
                camera,
                reader,
                Wiring.RELAY.line(),
                PULSE.toMillis(),
                Wiring.PASSAGE.line(),
                Wiring.FIRE.line(),
                Wiring.REX.line(),
                Wiring.TAMPER.line(),
                directory.resolve("run"));
    }
}
