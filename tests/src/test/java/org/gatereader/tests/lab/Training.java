package org.gatereader.tests.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.gatereader.demo.wallet.DemoSite;

/**
 * Starts the daemon once outside the machine, where it is fast, and has the virtual machine write
 * down what it learned of it (JEP 514): the lab starts the same files some thirty times on an
 * emulated processor.
 */
public final class Training {
    /** The file into which the virtual machine writes. */
    static final String CACHE = "daemon.aot";

    /** Devices that this machine has too: what is not met here is learned anew at each start. */
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
        driver = "simulated"
        source = "live"
        [nfc]
        driver = "pcsc"
        [relay]
        driver = "simulated"
        [turnstile]
        passage_sensor = "simulated"
        [inputs]
        fire = "simulated"
        [display]
        driver = "simulated"
        [journal]
        directory = "journal"
        records = 4096
        [control]
        directory = "%s"
        """;

    private Training() {}

    /**
     * Runs the daemon until it lets people in, and ends it.
     *
     * @param arguments the directory of the daemon's modules; a directory for its files and the
     *     cache
     */
    public static void main(String[] arguments) throws Exception {
        var time = new LabTime(System::nanoTime, Instant::now);
        var directory = Path.of(arguments[1]);
        new LabSite().writeTrust(directory.resolve("trust"), time.today());
        var configuration = directory.resolve("gate-reader.toml");
        var control = directory.resolve("run");
        Files.writeString(configuration, TOML.formatted(DemoSite.GATE, control));
        var program =
                new GateProcess.Program(
                        Path.of(arguments[0]), "-XX:AOTCacheOutput=" + directory.resolve(CACHE));
        var log = directory.resolve("gate.log");
        var gate =
                new GateProcess(time, new GateProcess.Launch(program, configuration, control, log));
        gate.startAndAwaitReady();
        gate.stop();
    }
}
