package org.gatereader.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gatereader.daemon.admission.Admission;
import org.gatereader.daemon.admission.AdmissionWires;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.control.ControlDesk;
import org.gatereader.daemon.control.ControlServer;
import org.gatereader.daemon.control.EventCounters;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.daemon.display.ChallengeDisplay;
import org.gatereader.daemon.display.Display;
import org.gatereader.daemon.display.EveryDisplay;
import org.gatereader.daemon.display.IndicatorDisplay;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateAnswer;
import org.gatereader.daemon.gate.GateController;
import org.gatereader.daemon.gate.GateInbox;
import org.gatereader.daemon.gate.GateOrder;
import org.gatereader.daemon.gate.GateStatus;
import org.gatereader.daemon.gate.GateWires;
import org.gatereader.daemon.gate.OutOfService;
import org.gatereader.daemon.intake.CameraIntake;
import org.gatereader.daemon.journal.EventQueue;
import org.gatereader.daemon.journal.Journal;
import org.gatereader.daemon.journal.JournalRecord;
import org.gatereader.daemon.probe.SelfTest;
import org.gatereader.daemon.selftest.SelfCheckReport;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.daemon.time.Stage;
import org.gatereader.daemon.time.StageTimes;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.qr.QrHint;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.crypto.CryptoModule;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * One gate: its owners and what runs between them, and nothing else. Started, each owner has a
 * thread named after its role; stepped by {@link #runOnce}, the same owners take one turn each in
 * the caller's thread, so that a test or a script needs no sleep.
 *
 * <p>What is shared, complete: four bounded queues (payloads, the gate's inbox, its answers,
 * events), the serving snapshot, the outstanding challenges, whether a phone lies in the NFC field,
 * and the histograms.
 */
public final class GateReader implements AutoCloseable {
    /** Payloads waiting for admission: a few frames' worth, for an old code is worth nothing. */
    private static final int PAYLOADS_MAX = 4;

    private static final int ANSWERS_MAX = 32;

    private static final Duration TURN_MAX = Duration.ofMillis(200);
    private static final Duration STORE_TURN = Duration.ofSeconds(1);

    private final GateClock clock;
    private final CryptoModule crypto = new BouncyCastle();
    private final SecureRandom random = new SecureRandom();
    private final StageTimes times;
    private final EventQueue events = new EventQueue();
    private final Consumer<GateEvent> told;
    private final GateInbox inbox = new GateInbox();
    private final BlockingQueue<CapturedPayload> payloads = new ArrayBlockingQueue<>(PAYLOADS_MAX);
    private final Queue<GateAnswer> answers = new ArrayBlockingQueue<>(ANSWERS_MAX);
    private final AtomicReference<@Nullable TrustSnapshot<Realm.Production>> serving =
            new AtomicReference<>();
    private final Journal journal;
    private final TrustStore store;
    private final CameraIntake intake;
    private final Taps taps;
    private final Admission admission;
    private final IndicatorDisplay indicator;
    private final GateController gate;
    private final ControlServer control;
    private final TrustKeeper trustKeeper;
    private final SelfTest selfTest;
    private final WarmUp warmUp = new WarmUp();
    private final Heartbeat heartbeat;
    private final Owners owners = new Owners();

    /**
     * Wires a gate; no device is opened yet and no thread runs.
     *
     * @throws IOException if the journal or a socket can not be opened
     */
    public GateReader(Configuration configuration, Devices devices, Surroundings around)
            throws IOException {
        around.requireUnwatched(devices);
        clock = around.clock();
        times = new StageTimes(around.observer()::took);
        var counters = new EventCounters();
        told = Events.watchedBy(around.observer(), counters.andThen(events));
        journal = new Journal(Settings.journal(configuration), events, random);
        store = storeOf(configuration, devices);
        trustKeeper = new TrustKeeper(store, serving, inbox, new ServiceWatch(clock, inbox, told));
        var challenges = challengesOf(configuration.gateId(), around);
        intake =
                new CameraIntake(
                        devices.camera(),
                        Settings.intake(configuration),
                        wiresOfIntake(challenges),
                        clock::nanos);
        var tapped = new Taps.Around(clock, serving, payloads, inbox, told);
        taps = new Taps(devices, Taps.Identity.of(configuration, devices, crypto, random), tapped);
        admission = admissionOf(configuration.gateId());
        indicator = new IndicatorDisplay(devices.indicator(), told);
        gate =
                new GateController(
                        Settings.gate(configuration),
                        devices.gate(),
                        new GateWires(inbox, answers::offer, told, this::recordTotal),
                        new EveryDisplay(displays(around, challenges)));
        var desk = new FrontDesk(this, counters, configuration.gateId(), clockDesk(configuration));
        var asked = new TestedGate.Answering(intake, taps.underTest(), devices.gate().relay());
        selfTest =
                new TestedGate(configuration, this, desk, asked)
                        .selfTest(configuration, devices, told);
        control =
                new ControlServer(
                        Settings.control(configuration), new ControlDesk(desk::status, desk, told));
        heartbeat = Heartbeat.of(around.manager(), clock.nanos());
        addOwners();
    }

    private TrustStore storeOf(Configuration configuration, Devices devices) {
        return Stores.of(
                configuration,
                crypto,
                devices.drivers(),
                new TrustStore.Wires(serving, Events.ofTrust(told)));
    }

    private ClockDesk clockDesk(Configuration configuration) {
        return new ClockDesk(clock, crypto, Settings.clock(configuration));
    }

    /** In the order in which they start; intake ends first and the journal hears of all. */
    private void addOwners() {
        owners.add("journal", this::journalTurn, this::endJournal);
        owners.add("gate", this::gateTurn, gate::close);
        owners.add("admission", this::admissionTurn);
        owners.add("store", this::storeTurn, clock::close);
        owners.add("control", () -> serveSockets(TURN_MAX), this::endControl);
        owners.add("camera", this::cameraTurn, intake::close);
        owners.add("selftest", () -> LockSupport.parkNanos(this, selfTest.runOnce(clock.nanos())));
        owners.add("nfc", taps::turn, taps::close);
    }

    private Admission admissionOf(String gateId) {
        var intakes = new AdmissionWires.FromIntakes(payloads, taps::isPhoneInField);
        var toGate = new AdmissionWires.ToGate(inbox, answers);
        var wires = new AdmissionWires(intakes, serving, toGate, told);
        return new Admission(wires, new Admission.Judge(crypto, gateId, random), clock, times);
    }

    /**
     * Reads the trust directory for the first time, and waits for the proof that this process
     * judges rightly (RULES, Self-test). The gate says "starting" until its floor has passed.
     */
    public SelfCheckReport begin(StartedCheck started) throws InterruptedException {
        told.accept(GateEvent.of(GateEvent.Kind.STARTING));
        lookAtTrust();
        StartedCheck.Ended ended = started.await();
        warmUp.with(ended.check());
        heartbeat.with(ended.judge());
        SelfCheckReport report = ended.report();
        if (!report.isGood()) {
            told.accept(new GateEvent(GateEvent.Kind.SELF_CHECK_FAILED, report.faults().size()));
        }
        return report;
    }

    /** One turn of every owner, in the order in which data meets them; never blocks. */
    public void runOnce() throws InterruptedException {
        intake.runOnce(Duration.ZERO);
        taps.look();
        admission.runOnce(Duration.ZERO);
        gate.runOnce(clock.nanos());
        journal.runOnce(clock.time().now());
        serveSockets(Duration.ZERO);
        selfTest.runOnce(clock.nanos());
    }

    /** Looks whether the trust directory changed, takes over what did, and looks at the time. */
    public void lookAtTrust() {
        trustKeeper.runOnce(clock.time());
    }

    /**
     * Gives every owner its thread.
     *
     * @param whenDead told the role of an owner that died, by its own thread; the process should
     *     end
     */
    public void start(Consumer<String> whenDead) {
        var lastResort = new LastResort(this, whenDead);
        owners.add(
                "supervision",
                () -> {
                    heartbeat.runOnce();
                    lastResort.turn();
                });
        owners.start(whenDead);
    }

    /** Ends every owner: intake first, journal last, so that what happened is still written. */
    @Override
    public void close() {
        owners.close();
    }

    /** Puts an order before the gate; false if too many wait. */
    public boolean order(GateOrder order) {
        return inbox.offer(order);
    }

    GateClock clock() {
        return clock;
    }

    CryptoModule crypto() {
        return crypto;
    }

    TrustReport trustReport(TrustedTime time) {
        return store.report(time);
    }

    ControlAnswer importTrust() {
        return trustKeeper.importNow(clock.time());
    }

    List<JournalRecord> newestOfJournal() {
        return journal.newest();
    }

    CameraWindow cameraWindow() {
        return new CameraWindow(intake.view());
    }

    SelfTest selfTest() {
        return selfTest;
    }

    /** What each device that does not work last said, the camera's last. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(gate.status().problems());
        intake.problem().ifPresent(problems::add);
        taps.problem().ifPresent(problems::add);
        return problems;
    }

    /** How each device stands, in the order in which the way of the data meets them. */
    List<DeviceHealth> health() {
        long now = clock.nanos();
        List<DeviceHealth> health = new ArrayList<>(intakes(now));
        health.addAll(gate.health(now));
        health.add(indicator.health(now));
        return health;
    }

    /** How every channel stands that can read. */
    List<DeviceHealth> intakes(long nanos) {
        return Stream.concat(Stream.of(intake.health(nanos)), taps.health(nanos).stream()).toList();
    }

    StatusReport.Drops drops() {
        return new StatusReport.Drops(
                intake.droppedCount() + taps.droppedCount(),
                admission.droppedCount(),
                events.dropped());
    }

    public GateStatus gateStatus() {
        return gate.status();
    }

    public StageTimes times() {
        return times;
    }

    /** Whether the trust directory holds keys that everybody has, beside a real device. */
    public boolean isTrustPublic() {
        return store.isPublic();
    }

    /** What is wrong with the trust directory, each as {@code file:line:column: problem}. */
    public List<String> trustFaults() {
        return store.faults();
    }

    private ChallengeDisplay challengesOf(String gateId, Surroundings around) {
        var screens = new EveryDisplay(around.displays());
        return new ChallengeDisplay(gateId, screens, random, trustKeeper::demandsChallenge);
    }

    private CameraIntake.Wires wiresOfIntake(ChallengeDisplay challenges) {
        return new CameraIntake.Wires(
                payloads, this::hint, Events.ofCamera(told), challenges::outstanding);
    }

    private boolean hint(QrHint hint) {
        return inbox.offer(new GateOrder.Hint(new Sign.Words(hint.korean(), hint.english())));
    }

    private List<Display> displays(Surroundings around, ChallengeDisplay challenges) {
        List<Display> all = new ArrayList<>(around.displays());
        all.addFirst(indicator);
        all.add(challenges);
        return all;
    }

    private void recordTotal(long capturedAtNanos, long engagedAtNanos) {
        times.record(Stage.TOTAL, engagedAtNanos - capturedAtNanos);
    }

    private void cameraTurn() {
        if (!intake.runOnce(TURN_MAX)) {
            LockSupport.parkNanos(this, TURN_MAX.toNanos());
        }
    }

    private void admissionTurn() throws InterruptedException {
        heartbeat.admissionTurned(clock.nanos());
        boolean isStarting = gate.status().reasons().contains(OutOfService.STARTING);
        // What a self-test measures is the gate, and nothing beside it.
        boolean isBusy = !selfTest.isRunning() && warmUp.runOnce(isStarting);
        admission.runOnce(isBusy ? Duration.ZERO : TURN_MAX);
    }

    private void gateTurn() {
        long due = gate.runOnce(clock.nanos());
        heartbeat.gateTurned();
        inbox.await(due - clock.nanos());
    }

    private void journalTurn() {
        journal.runOnce(clock.time().now());
        events.await(TURN_MAX.toNanos());
    }

    private void storeTurn() {
        lookAtTrust();
        LockSupport.parkNanos(this, STORE_TURN.toNanos());
    }

    private void serveSockets(Duration wait) {
        try {
            control.runOnce(clock.nanos());
            if (wait.isPositive()) {
                control.await(wait);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void endControl() {
        try {
            control.close();
        } catch (IOException _) {
            Logger.warn("control: the sockets could not be taken away");
        }
    }

    private void endJournal() {
        told.accept(GateEvent.of(GateEvent.Kind.STOPPED));
        journal.stop(clock.time().now());
    }
}
