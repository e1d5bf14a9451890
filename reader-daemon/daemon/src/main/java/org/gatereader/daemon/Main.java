package org.gatereader.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.gatereader.daemon.config.ConfigFault;
import org.gatereader.daemon.config.ConfigReading;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.log.Logging;
import org.gatereader.daemon.page.DisplayPage;
import org.gatereader.daemon.page.LoopbackSite;
import org.gatereader.daemon.selftest.SelfCheckReport;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.linux.ServiceManager;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The process's beginning and end; everything between is {@link GateReader}'s.
 *
 * <p>Exit codes: 0 stopped; 69 a GPIO line is not there or held by somebody, start again later; 70
 * a part of ours died or judged wrongly, start again; 74 the journal can not be written; 78 the
 * configuration or the trust is wrong, do not start again until it was mended.
 */
public final class Main {
    static final int UNAVAILABLE = 69;
    static final int SOFTWARE = 70;
    static final int INPUT_OUTPUT = 74;
    static final int CONFIGURATION = 78;

    private static final Path DEFAULT_FILE = Path.of("/etc/gate-reader/gate-reader.toml");

    private Main() {}

    /**
     * Runs a gate until it is told to stop.
     *
     * @param arguments the configuration file, or none for the default one
     */
    public static void main(String[] arguments) throws InterruptedException {
        StartedCheck check = StartedCheck.begun();
        System.exit(
                configured(
                        arguments,
                        configuration -> run(configuration, check, BlockingQueue::take)));
    }

    /**
     * Configures the log as this process has it, for a program that wires a gate by itself.
     *
     * @return why the program must not start; empty where all is well
     */
    public static Optional<String> startLog(String level) {
        return Logging.start(level);
    }

    /** What a program does with its configuration, and the exit code of that. */
    interface Program {
        int run(Configuration configuration)
                throws IOException, DeviceException, InterruptedException;
    }

    /**
     * How long a gate serves: until it is told which part died, or that none did and it is time.
     */
    interface Serving {
        @Nullable String until(BlockingQueue<String> deaths) throws InterruptedException;
    }

    /** Reads the configuration, sets up the log, and says on standard error why it ends at once. */
    static int configured(String[] arguments, Program program) throws InterruptedException {
        Path file = arguments.length == 0 ? DEFAULT_FILE : Path.of(arguments[0]);
        try {
            switch (Configuration.read(file)) {
                case ConfigReading.Faulty(List<ConfigFault> faults) -> {
                    faults.forEach(System.err::println);
                    return CONFIGURATION;
                }
                case ConfigReading.Sound(Configuration configuration) -> {
                    Optional<String> objection = startLog(configuration.logLevel());
                    objection.ifPresent(System.err::println);
                    return objection.isPresent() ? CONFIGURATION : program.run(configuration);
                }
            }
        } catch (FaultyFileException faulty) {
            System.err.println(faulty.getMessage());
            return CONFIGURATION;
        } catch (IOException failure) {
            System.err.println(failure.getMessage());
            return INPUT_OUTPUT;
        } catch (DeviceException failure) {
            System.err.println(failure.getMessage());
            return UNAVAILABLE;
        }
    }

    /** Wires a gate, proves it and lets it serve; whoever ends the process closes it. */
    static int run(Configuration configuration, StartedCheck check, Serving serving)
            throws IOException, DeviceException, InterruptedException {
        var manager = ServiceManager.of(System.getenv(), ProcessHandle.current().pid());
        GateClock clock = Clocks.of(configuration);
        var display = new DisplayPage();
        var reader =
                new GateReader(
                        configuration,
                        Devices.of(configuration, clock::nanos),
                        new Surroundings(clock, List.of(display), GateObserver.NONE, manager));
        // Every way out goes through here, a signal and a dead part too: the relay is released.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    manager.tellStopping();
                                    reader.close();
                                },
                                "shutdown"));
        SelfCheckReport report = reader.begin(check);
        if (!report.isGood()) {
            Logger.error("self-check: wrong about {}", String.join(", ", report.faults()));
            return SOFTWARE;
        }
        reader.trustFaults().forEach(fault -> Logger.warn("{}", fault));
        if (reader.isTrustPublic()) {
            return CONFIGURATION;
        }
        var deaths = new ArrayBlockingQueue<String>(1);
        reader.start(deaths::offer);
        servePages(configuration, display);
        manager.tellReady();
        String dead = serving.until(deaths);
        if (dead == null) {
            return 0;
        }
        Logger.error("{}: this part died, and with it the process", dead);
        return SOFTWARE;
    }

    /** The screen is the gate's to lose: a port that is taken closes no gate. */
    private static void servePages(Configuration configuration, DisplayPage display) {
        configuration
                .pagesPort()
                .ifPresent(
                        port -> {
                            try {
                                LoopbackSite.start(port, display::answer);
                            } catch (IOException failure) {
                                Logger.warn("pages: port {}: {}", port, failure.getMessage());
                            }
                        });
    }
}
