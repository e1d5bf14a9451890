package org.gatereader.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.control.wire.ClockReport;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.gate.GateLine.Role;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.intake.CameraExamination;
import org.gatereader.daemon.intake.CameraIntake;
import org.gatereader.daemon.probe.CameraProbe;
import org.gatereader.daemon.probe.GateParts;
import org.gatereader.daemon.probe.GateUnderTest;
import org.gatereader.daemon.probe.SelfTest;
import org.gatereader.daemon.probe.TapsUnderTest;
import org.gatereader.daemon.selftest.SelfCheck;
import org.gatereader.daemon.selftest.SelfCheckReport;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.daemon.time.StageTimes;
import org.gatereader.hal.gpio.Relay;
import org.gatereader.verifier.decision.GateEvent;
import org.jspecify.annotations.Nullable;

/** One gate as its technician's self-test sees it. */
final class TestedGate implements GateUnderTest {
    private static final Path SYS = Path.of("/sys");

    private final GateReader reader;
    private final FrontDesk desk;
    private final Answering answering;
    private final boolean opensNothing;

    /**
     * Who answers for a device.
     *
     * @param relay asked only what any thread may ask it
     */
    record Answering(CameraIntake camera, Optional<TapsUnderTest> taps, Relay relay) {}

    TestedGate(
            Configuration configuration, GateReader reader, FrontDesk desk, Answering answering) {
        this.reader = reader;
        this.desk = desk;
        this.answering = answering;
        opensNothing = configuration.isEveryDriverSimulated();
    }

    /** Its self-test, which nobody has begun yet. */
    SelfTest selfTest(Configuration configuration, Devices devices, Consumer<GateEvent> events) {
        GateParts parts = parts(configuration, devices);
        return new SelfTest(new SelfTest.Wires(parts::of, reader::order, events));
    }

    private GateParts parts(Configuration configuration, Devices devices) {
        var contacts = devices.gate().contacts();
        List<Role> wired = new ArrayList<>();
        contacts.fire().ifPresent(_ -> wired.add(Role.FIRE));
        contacts.tamper().ifPresent(_ -> wired.add(Role.TAMPER));
        contacts.exit().ifPresent(_ -> wired.add(Role.EXIT));
        contacts.passage().ifPresent(_ -> wired.add(Role.PASSAGE));
        return new GateParts(
                this,
                new GateParts.Lines(
                        wired,
                        configuration.relayLoopback().map(TestedGate::role),
                        devices.simulated()),
                new GateParts.Site(
                        new CameraProbe.Expected(
                                configuration.cameraFramesPerSecond(),
                                configuration.cameraSilence()),
                        configuration.clockSource(),
                        configuration.journalDirectory(),
                        SYS));
    }

    private static Role role(String input) {
        return switch (input) {
            case "passage" -> Role.PASSAGE;
            case "rex" -> Role.EXIT;
            case "tamper" -> Role.TAMPER;
            default -> throw new IllegalStateException("relay.loopback: " + input);
        };
    }

    @Override
    public boolean order(GateOrder order) {
        return reader.order(order);
    }

    @Override
    public void examine(@Nullable CameraExamination examination) {
        answering.camera().examine(examination);
    }

    @Override
    public Optional<String> cameraProblem() {
        return answering.camera().problem();
    }

    @Override
    public Optional<TapsUnderTest> taps() {
        return answering.taps();
    }

    @Override
    public Optional<String> keptLevel() {
        return answering.relay().keptLevel();
    }

    @Override
    public boolean opensNothing() {
        return opensNothing;
    }

    @Override
    public GateClock clock() {
        return reader.clock();
    }

    @Override
    public ClockReport clockReport() {
        return desk.clock();
    }

    @Override
    public TrustReport trust() {
        return desk.trust();
    }

    @Override
    public List<String> trustFaults() {
        return reader.trustFaults();
    }

    @Override
    public SelfCheckReport checkVectors() {
        return new SelfCheck(reader.crypto()).run();
    }

    @Override
    public StageTimes times() {
        return reader.times();
    }
}
