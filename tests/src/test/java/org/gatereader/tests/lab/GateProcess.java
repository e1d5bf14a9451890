package org.gatereader.tests.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlClient;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.control.wire.DeviceStatus;
import org.gatereader.daemon.control.wire.StatusReport;
import org.jspecify.annotations.Nullable;

/** The real daemon in a process of its own, started as a unit file would start it. */
final class GateProcess {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /** On an emulated processor, of a machine that builds something meanwhile. */
    private static final Duration START_MAX = Duration.ofMinutes(4);

    private static final Duration FRESH = Duration.ofSeconds(3);

    /** From its beginning to its end by itself, where it finds a reason not to serve. */
    private static final Duration END_MAX = Duration.ofMinutes(2);

    private final LabTime time;
    private final Launch launch;
    private volatile @Nullable Process process;

    /**
     * What is started.
     *
     * @param program the daemon
     * @param configuration its configuration file
     * @param control the control directory that the file names
     * @param log takes what it says, of all its starts
     */
    record Launch(Program program, Path configuration, Path control, Path log) {
        List<String> command() {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            // For an emulated processor: the compiler that is quick to start.
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
            command.add("--enable-native-access=org.gatereader.hal");
            command.add(program.cacheOption());
            command.addAll(List.of("-p", program.modules().toString()));
            command.addAll(List.of("-m", "org.gatereader.daemon/org.gatereader.daemon.Main"));
            command.add(configuration.toString());
            return command;
        }
    }

    /**
     * The daemon as the lab starts it.
     *
     * @param modules the daemon and its libraries
     * @param cacheOption the virtual machine's, with which it reads or writes what a start before
     *     it had learned (JEP 514): an emulated processor needs three times as long without
     */
    record Program(Path modules, String cacheOption) {}

    GateProcess(LabTime time, Launch launch) {
        this.time = time;
        this.launch = launch;
    }

    /** Starts it; one that still runs, because something went wrong, is killed. */
    void start() throws IOException, InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        // A socket that a killed one left would look like an answer to come.
        Files.deleteIfExists(launch.control().resolve(ControlClient.STATUS_SOCKET));
        process =
                new ProcessBuilder(launch.command())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
                        .start();
    }

    /** Starts it, and waits until it lets people in. */
    Duration startAndAwaitReady() throws IOException, InterruptedException, LabFinding {
        start();
        return awaitReady();
    }

    /** Waits until it lets people in. */
    Duration awaitReady() throws LabFinding {
        return awaitStart("READY", status -> status.gate().sign().equals("READY"));
    }

    /** Waits until every device of it works, and frames come from the camera. */
    Duration awaitWell() throws LabFinding {
        return awaitStart(
                "every device working",
                status ->
                        status.gate().hardware().devices().stream().allMatch(GateProcess::isWell));
    }

    private static boolean isWell(DeviceStatus device) {
        boolean isSilent =
                device.name().equals("camera")
                        && device.sinceSign()
                                .filter(since -> since.compareTo(FRESH) <= 0)
                                .isEmpty();
        return device.state() == DeviceStatus.State.WORKING && !isSilent;
    }

    /** Waits for what its status tells, once it is there. */
    Duration awaitStart(String what, Look look) throws LabFinding {
        return await(what, START_MAX, look);
    }

    /** Waits for what its status tells. */
    Duration await(String what, Duration patience, Look look) throws LabFinding {
        try {
            return time.awaitAnswer(what, patience, () -> !isAlive() || look.isSo(status()));
        } finally {
            requireAlive();
        }
    }

    /** A question to the status. */
    interface Look {
        boolean isSo(StatusReport status);
    }

    StatusReport status() throws IOException {
        var client = new ControlClient(launch.control(), ControlClient.STATUS_SOCKET, ANSWER_MAX);
        if (client.ask(ControlVerb.STATUS) instanceof ControlAnswer.Status(StatusReport report)) {
            return report;
        }
        throw new IOException("no status");
    }

    /** How it stands, for whoever wonders why something did not come. */
    String situation() throws IOException {
        var status = status();
        return "%s, denied %s, problems %s"
                .formatted(
                        status.gate().state(),
                        status.figures().denied(),
                        status.gate().hardware().problems());
    }

    /** The last line that it said, in whichever of its lives. */
    String lastWords() throws IOException {
        var lines = Files.readAllLines(launch.log());
        return lines.isEmpty() ? "" : lines.getLast();
    }

    /** The one process of this program that it has started, and told this. */
    ProcessHandle child(String program, String argument) throws LabFinding {
        return children(program)
                .filter(child -> isTold(child, argument))
                .findFirst()
                .orElseThrow(() -> new LabFinding("the gate runs no " + program));
    }

    private static boolean isTold(ProcessHandle child, String argument) {
        return child.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(each -> each.startsWith(argument));
    }

    /** All processes of this program that it has started. */
    Stream<ProcessHandle> children(String program) {
        Process running = process;
        return running == null
                ? Stream.empty()
                : running.descendants()
                        .filter(child -> child.info().command().orElse("").endsWith("/" + program));
    }

    /** SIGKILL: nothing of it gets another turn. */
    void beginKill() throws LabFinding {
        requireProcess().destroyForcibly();
    }

    /** SIGTERM, as the service manager would. */
    int stop() throws InterruptedException, LabFinding {
        Process running = requireProcess();
        running.destroy();
        return awaitEnd(running);
    }

    /** Waits until it has ended: by itself, or because it was killed. */
    int awaitEnd() throws InterruptedException, LabFinding {
        return awaitEnd(requireProcess());
    }

    private int awaitEnd(Process running) throws InterruptedException, LabFinding {
        if (!running.waitFor(END_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new LabFinding("the gate did not end within " + END_MAX.toSeconds() + " s");
        }
        process = null;
        return running.exitValue();
    }

    private boolean isAlive() {
        return process != null && process.isAlive();
    }

    private void requireAlive() throws LabFinding {
        if (!isAlive()) {
            throw new LabFinding("the gate ended by itself");
        }
    }

    private Process requireProcess() throws LabFinding {
        if (process == null) {
            throw new LabFinding("the gate does not run");
        }
        return process;
    }
}
