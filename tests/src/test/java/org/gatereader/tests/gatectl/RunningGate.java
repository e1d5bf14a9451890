package org.gatereader.tests.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatereader.daemon.control.ControlDesk;
import org.gatereader.daemon.control.ControlServer;
import org.gatereader.daemon.control.Operator;
import org.gatereader.daemon.control.wire.ClockReport;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.DeviceStatus;
import org.gatereader.daemon.control.wire.DeviceStatus.State;
import org.gatereader.daemon.control.wire.JournalLine;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.daemon.control.wire.StatusReport.Drops;
import org.gatereader.daemon.control.wire.StatusReport.Figures;
import org.gatereader.daemon.control.wire.StatusReport.Gate;
import org.gatereader.daemon.control.wire.StatusReport.Hardware;
import org.gatereader.daemon.control.wire.StatusReport.Percentiles;
import org.gatereader.daemon.control.wire.StatusReport.Reader;
import org.gatereader.daemon.control.wire.StatusReport.Stage;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.control.wire.TrustReport.Age;
import org.gatereader.daemon.control.wire.TrustReport.Canary;
import org.gatereader.daemon.control.wire.TrustReport.Content;
import org.gatereader.daemon.control.wire.TrustReport.Deadlines;
import org.gatereader.daemon.control.wire.TrustReport.Serving;
import org.gatereader.daemon.control.wire.TrustReport.Source;
import org.gatereader.daemon.control.wire.TrustReport.Standing;
import org.gatereader.daemon.control.wire.TrustReport.StatusList;
import org.gatereader.tests.gatectl.Gatectl.Answer;

/** The daemon's real sockets, with a gate behind them of which a test says how it stands. */
public final class RunningGate {
    private final Gatectl who;
    private final TrustReport trust;

    private RunningGate(Gatectl who, TrustReport trust) {
        this.who = who;
        this.trust = trust;
    }

    /** Runs gatectl while this gate listens in the directory. */
    static Answer ask(Path directory, Gate gate, Object... words) throws Exception {
        var running = new RunningGate(Gatectl.ofTechnician(), someTrust());
        return running.ask(directory, gate, List.of(words));
    }

    /** The same with somebody at the terminal. */
    static Answer ask(Path directory, Gatectl who, Object... words) throws Exception {
        return new RunningGate(who, someTrust()).ask(directory, inService(), List.of(words));
    }

    /** {@code gatectl trust} while a gate that believes this listens in the directory. */
    public static Answer trust(Path directory, TrustReport trust) throws Exception {
        var running = new RunningGate(Gatectl.ofTechnician(), trust);
        return running.ask(directory, inService(), List.of("trust", "--sockets", directory));
    }

    /**
     * The daemon's own beginning.
     *
     * @throws IOException as it does where it may not run
     */
    static ControlServer start(Path directory) throws IOException {
        return new RunningGate(Gatectl.ofTechnician(), someTrust()).start(directory, inService());
    }

    private ControlServer start(Path directory, Gate gate) throws IOException {
        var settings = new ControlServer.Settings(directory, Optional.empty(), Optional.empty());
        var desk = new ControlDesk(() -> report(gate, trust), new Technician(), _ -> {});
        return new ControlServer(settings, desk);
    }

    private Answer ask(Path directory, Gate gate, List<Object> words) throws Exception {
        var isStopping = new AtomicBoolean();
        try (var server = start(directory, gate)) {
            var control = Thread.ofPlatform().name("control");
            var serving = control.start(() -> serve(server, isStopping));
            try {
                return who.run(words.toArray());
            } finally {
                isStopping.set(true);
                serving.join();
            }
        }
    }

    static Gate inService() {
        return new Gate(
                "LOCKED",
                "READY",
                List.of(),
                new Hardware(List.of(camera(State.WORKING)), List.of()));
    }

    static Gate inMaintenance() {
        var problem = "camera: no frame for 2000 ms\u001b[2J";
        return new Gate(
                "OUT_OF_SERVICE",
                "OUT_OF_SERVICE",
                List.of("MAINTENANCE"),
                new Hardware(List.of(camera(State.FAILED)), List.of(problem)));
    }

    private static DeviceStatus camera(State state) {
        return new DeviceStatus(
                "camera",
                state,
                Optional.of(Duration.ofMillis(2300)),
                new DeviceStatus.Counters(14, 2, 1));
    }

    private static StatusReport report(Gate gate, TrustReport trust) {
        var belief = new ClockReport.Belief(true, "HOLDOVER", Duration.ofMillis(501));
        var memory =
                new ClockReport.Memory(
                        Instant.parse("2030-01-01T05:00:00Z"),
                        "00112233445566778899aabbccddeeff",
                        Optional.empty());
        var now = Instant.parse("2030-01-02T06:00:00Z");
        var clock = new ClockReport(now, Duration.ofMinutes(437), belief, Optional.of(memory));
        var stage = new Stage("READ", 12, new Percentiles(9_000, 21_000, 30_500, 41_000));
        return new StatusReport(
                new Reader("0.1.0", "seoul-main-03", "BouncyCastle 1.86", clock),
                gate,
                trust,
                new Figures(
                        41,
                        new TreeMap<>(Map.of(204, 7L, 400, 2L)),
                        new Drops(1, 2, 3),
                        List.of(stage, new Stage("VERIFY", 0, new Percentiles(0, 0, 0, 0)))));
    }

    private static TrustReport someTrust() {
        var age =
                new Age(
                        Instant.parse("2030-01-01T00:00:00Z"),
                        Instant.parse("2030-01-08T00:00:00Z"),
                        Duration.ofHours(30),
                        "warn");
        var standings =
                List.of(
                        standing(List.of(), "fresh", "2030-01-08T00:00:00Z"),
                        standing(List.of(7L), "warn", "2030-01-03T00:00:00Z"));
        var list =
                new StatusList(
                        "https://st.mobileid.go.kr/1",
                        age,
                        new Content(65_536, Canary.OK),
                        standings);
        return new TrustReport(
                Source.SIGNED,
                new Serving(3, List.of(list), List.of(), List.of()),
                List.of(),
                Optional.empty());
    }

    private static Standing standing(List<Long> classes, String step, String closed) {
        Instant day = Instant.parse("2030-01-02T00:00:00Z");
        return new Standing(classes, step, new Deadlines(day, day, Instant.parse(closed)));
    }

    private static void serve(ControlServer server, AtomicBoolean isStopping) {
        try {
            while (!isStopping.get()) {
                server.await(Duration.ofMillis(10));
                server.runOnce(0);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Begins maintenance, refuses to end it, and finds the relay broken. */
    private static final class Technician implements Operator {
        private int asked;

        @Override
        public ControlAnswer beginMaintenance() {
            return new ControlAnswer.Done("maintenance: nobody is admitted");
        }

        @Override
        public ControlAnswer endMaintenance() {
            return new ControlAnswer.Refused("a device is still broken");
        }

        @Override
        public ControlAnswer beginSelfTest() {
            return new ControlAnswer.Done("the self-test has begun");
        }

        @Override
        public ControlAnswer beginAttendedSelfTest() {
            return beginSelfTest();
        }

        @Override
        public ControlAnswer selfTestReport() {
            asked++;
            return new ControlAnswer.Tested(
                    asked == 1 ? SomeSelfTest.begun() : SomeSelfTest.over());
        }

        @Override
        public ControlAnswer newestOfJournal() {
            return new ControlAnswer.Journal(
                    List.of(
                            new JournalLine(
                                    7, Instant.parse("2026-03-02T00:00:00Z"), 21, "READY", 0)));
        }

        @Override
        public ControlAnswer seeThroughCamera() {
            return new ControlAnswer.Refused("the camera is shown only while nobody is admitted");
        }

        @Override
        public ControlAnswer resetClock(String statement) {
            return new ControlAnswer.Done("taken: " + statement);
        }

        @Override
        public ControlAnswer importTrust() {
            return new ControlAnswer.Imported(List.of("timestamp 4 -> 5"), Optional.empty());
        }
    }
}
