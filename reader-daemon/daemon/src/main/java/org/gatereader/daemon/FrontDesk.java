package org.gatereader.daemon;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.gatereader.daemon.control.EventCounters;
import org.gatereader.daemon.control.Operator;
import org.gatereader.daemon.control.wire.ClockReport;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.DeviceStatus;
import org.gatereader.daemon.control.wire.JournalLine;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.GateStatus;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.probe.SelfTest.Attendance;
import org.gatereader.daemon.time.ClockStanding;
import org.gatereader.daemon.time.Stage;
import org.gatereader.daemon.time.StageTimes;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.verifier.credential.TrustedTime;

/** Answers for a gate what its sockets are asked: how it stands, and what an operator has done. */
final class FrontDesk implements Operator {
    private static final String VERSION = "0.1.0";

    private final GateReader reader;
    private final EventCounters counters;
    private final String gateId;
    private final ClockDesk clockDesk;
    private final long begunAtNanos;

    FrontDesk(GateReader reader, EventCounters counters, String gateId, ClockDesk clockDesk) {
        this.reader = reader;
        this.counters = counters;
        this.gateId = gateId;
        this.clockDesk = clockDesk;
        this.begunAtNanos = reader.clock().nanos();
    }

    StatusReport status() {
        return new StatusReport(
                new StatusReport.Reader(VERSION, gateId, reader.crypto().name(), clock()),
                gate(reader.gateStatus()),
                trust(),
                figures());
    }

    @Override
    public ControlAnswer beginMaintenance() {
        return order(
                new GateOrder.Close(OutOfService.MAINTENANCE),
                "the gate admits nobody until maintenance off");
    }

    @Override
    public ControlAnswer endMaintenance() {
        return order(new GateOrder.Reopen(OutOfService.MAINTENANCE), "the gate serves as before");
    }

    @Override
    public ControlAnswer beginSelfTest() {
        return begin(Attendance.ALONE);
    }

    @Override
    public ControlAnswer beginAttendedSelfTest() {
        return begin(Attendance.ATTENDED);
    }

    @Override
    public ControlAnswer selfTestReport() {
        return reader.selfTest()
                .report()
                .<ControlAnswer>map(ControlAnswer.Tested::new)
                .orElseGet(() -> new ControlAnswer.Refused("no self-test was begun yet"));
    }

    private ControlAnswer begin(Attendance attendance) {
        return reader.selfTest().begin(attendance)
                ? new ControlAnswer.Done("the self-test has begun")
                : new ControlAnswer.Refused("a self-test runs already");
    }

    @Override
    public ControlAnswer importTrust() {
        return reader.importTrust();
    }

    @Override
    public ControlAnswer resetClock(String statement) {
        return clockDesk.reset(statement);
    }

    @Override
    public ControlAnswer newestOfJournal() {
        return new ControlAnswer.Journal(
                reader.newestOfJournal().stream()
                        .map(
                                record ->
                                        new JournalLine(
                                                record.sequence(),
                                                record.bucket(),
                                                record.code(),
                                                record.kind().map(Enum::name).orElse(""),
                                                record.number()))
                        .toList());
    }

    @Override
    public ControlAnswer seeThroughCamera() {
        boolean isServing = reader.gateStatus().reasons().isEmpty();
        return reader.cameraWindow().look(isServing, reader.clock().nanos());
    }

    private ControlAnswer order(GateOrder order, String message) {
        return reader.order(order)
                ? new ControlAnswer.Done(message)
                : new ControlAnswer.Refused("the gate has too many orders waiting; ask again");
    }

    /** What this gate makes of its clock. */
    ClockReport clock() {
        TrustedTime time = reader.clock().time();
        ClockStanding standing = reader.clock().standing();
        return new ClockReport(
                time.now(),
                Duration.ofNanos(reader.clock().nanos() - begunAtNanos),
                new ClockReport.Belief(
                        time.isTrusted(), standing.condition().name(), time.uncertainty()),
                standing.ratchet()
                        .map(
                                ratchet ->
                                        new ClockReport.Memory(
                                                ratchet.at(),
                                                ratchet.resetNonce(),
                                                standing.problem())));
    }

    private StatusReport.Gate gate(GateStatus gate) {
        return new StatusReport.Gate(
                gate.state().name(),
                gate.alarms().sign().name(),
                gate.reasons().stream().map(OutOfService::name).sorted().toList(),
                new StatusReport.Hardware(
                        reader.health().stream().map(FrontDesk::device).toList(),
                        reader.problems()));
    }

    private static DeviceStatus device(DeviceHealth health) {
        DeviceHealth.Counters counters = health.counters();
        return new DeviceStatus(
                health.device(),
                DeviceStatus.State.valueOf(health.state().name()),
                health.sinceSign(),
                new DeviceStatus.Counters(
                        counters.failures(), counters.reopenings(), counters.resets()));
    }

    /** What this gate trusts, and how old it is. */
    TrustReport trust() {
        return reader.trustReport(reader.clock().time());
    }

    private StatusReport.Figures figures() {
        return new StatusReport.Figures(
                counters.granted(),
                counters.denied(),
                reader.drops(),
                Arrays.stream(Stage.values()).map(stage -> stage(stage, reader.times())).toList());
    }

    private static StatusReport.Stage stage(Stage stage, StageTimes times) {
        return new StatusReport.Stage(
                stage.name(),
                times.count(stage),
                new StatusReport.Percentiles(
                        micros(times, stage, 50),
                        micros(times, stage, 95),
                        micros(times, stage, 99),
                        micros(times, stage, 100)));
    }

    private static long micros(StageTimes times, Stage stage, double percentile) {
        return TimeUnit.NANOSECONDS.toMicros(times.nanosAt(stage, percentile));
    }
}
