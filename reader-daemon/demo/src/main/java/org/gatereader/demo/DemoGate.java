package org.gatereader.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.gatereader.daemon.Devices;
import org.gatereader.daemon.GateReader;
import org.gatereader.daemon.StartedCheck;
import org.gatereader.daemon.Surroundings;
import org.gatereader.daemon.config.ConfigReading;
import org.gatereader.daemon.config.Configuration;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlClient;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.display.Display;
import org.gatereader.daemon.display.Sign;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.daemon.gate.GateState;
import org.gatereader.daemon.gate.GateStatus;
import org.gatereader.daemon.time.SimulatedClock;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.cases.ShownCode;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.GateCertificate;
import org.gatereader.demo.wallet.GateChallenge;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.QrCode;
import org.gatereader.gatectl.repo.ListState;
import org.gatereader.hal.camera.LiveScene;
import org.gatereader.hal.camera.Picture;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.hal.gpio.SimulatedContact;
import org.gatereader.hal.gpio.SimulatedIndicator;
import org.gatereader.hal.gpio.SimulatedRelay;
import org.gatereader.hal.nfc.SimulatedNfcReader;

/** The real daemon on simulated hardware, and the hands that move that hardware. */
final class DemoGate implements AutoCloseable {
    private static final int FRAMES_PER_SECOND = 30;
    private static final int CHALLENGE_PIXELS = 4;
    private static final int CHALLENGE_QUIET = 4;

    /** The daemon ends a connection after 2 s itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How often a state that is waited for is looked at. */
    private static final Duration LOOK = Duration.ofMillis(5);

    private static final String CONFIGURATION =
            """
            [gate]
            id = "%s"
            [trust]
            source = "signed"
            site = "%s"
            inbox = "inbox"
            state = "trust-state"
            [clock]
            source = "simulated"
            [camera]
            driver = "simulated"
            frames_per_second = %d
            [nfc]
            driver = "simulated"
            gate_certificate = "gate.cert"
            gate_key = "gate.key"
            [relay]
            driver = "simulated"
            [turnstile]
            passage_sensor = "simulated"
            [inputs]
            fire = "simulated"
            fire_restored_s = 1
            [display]
            driver = "simulated"
            [journal]
            directory = "journal"
            bucket_s = 2
            records = 4096
            [control]
            directory = "sockets"
            """;

    private final SimulatedClock clock;
    private final CameraView view = new CameraView();
    private final LiveScene scene = new LiveScene(picture(view.empty()));
    private final SimulatedCamera camera;
    private final SimulatedRelay relay;
    private final SimulatedNfcReader nfc = new SimulatedNfcReader("nfc");
    private final SimulatedContact fire = SimulatedContact.normallyClosed("fire");
    private final SimulatedContact passage = SimulatedContact.normallyOpen("passage");
    private final GateWatch watch;
    private final GateReader reader;
    private final BlockingQueue<String> deaths = new ArrayBlockingQueue<>(1);
    private final Office office;
    private final Path inbox;
    private final ControlClient control;
    private boolean isReportedLost;
    private volatile String challenge = "";
    private volatile GreyPicture seen = view.empty();
    private volatile boolean isCameraUnplugged;

    /**
     * Builds a gate and its hardware; nothing runs yet.
     *
     * @param directory for its trust, journal and sockets; an empty one
     */
    DemoGate(Scene circumstances, Path directory, List<Display> displays) throws IOException {
        clock = new SimulatedClock(circumstances.beginsAt());
        watch = new GateWatch(clock::nanos);
        camera = new SimulatedCamera("camera", scene, FRAMES_PER_SECOND, clock::nanos);
        relay = new SimulatedRelay("relay", clock::nanos);
        inbox = directory.resolve("inbox");
        office = new Office(directory.resolve("office"), clock.now());
        office.publish(circumstances, clock.now());
        office.enrol(directory, clock.now());
        control =
                new ControlClient(
                        directory.resolve("sockets"), ControlClient.CONTROL_SOCKET, PATIENCE);
        if (circumstances != Scene.NO_TRUST) {
            office.carryTo(inbox);
        }
        var contacts =
                new GateDevices.Contacts(
                        Optional.of(fire),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(passage));
        var shown = new ArrayList<>(displays);
        shown.add(screen());
        var devices =
                new Devices(
                        camera,
                        new GateDevices(relay, contacts),
                        new SimulatedIndicator("indicator", clock::nanos),
                        Optional.of(nfc));
        GateCertificate.writeDemoFiles(directory, circumstances.beginsAt());
        reader =
                new GateReader(
                        configuration(directory), devices, new Surroundings(clock, shown, watch));
    }

    /**
     * Checks itself, reads its trust and starts the daemon's threads.
     *
     * @throws IllegalStateException if the self-check finds the daemon wrong
     */
    void start() throws InterruptedException {
        var report = reader.begin(StartedCheck.begun());
        if (!report.isGood()) {
            throw new IllegalStateException("self-check: wrong about " + report.faults());
        }
        reader.start(deaths::offer);
    }

    /** Waits for as long as every part of the daemon lives; answers the role of one that died. */
    String awaitDeath() throws InterruptedException {
        return deaths.take();
    }

    /** Publishes what the gate of a scene is to believe, and has the gate take it over. */
    void trustAsIn(Scene scene) throws IOException {
        office.publish(scene, clock.now());
        importNow();
    }

    /**
     * The phone is lost: its passes are suspended, signed, published, carried to the gate,
     * imported, read back by their canary and swapped. Then it is refused.
     */
    void reportLost() throws IOException {
        isReportedLost = true;
        office.change(ListState.SUSPENDED, clock.now());
        importNow();
    }

    /** It is found again. */
    void reportFound() throws IOException {
        if (isReportedLost) {
            isReportedLost = false;
            office.change(ListState.VALID, clock.now());
            importNow();
        }
    }

    boolean isReportedLost() {
        return isReportedLost;
    }

    /** As {@code gatectl import} does it: the files into the inbox, then the daemon is asked. */
    private void importNow() throws IOException {
        office.carryTo(inbox);
        switch (control.ask(ControlVerb.IMPORT)) {
            case ControlAnswer.Imported(var _, var refusal) when refusal.isEmpty() -> {}
            case ControlAnswer refused -> throw new IOException("not imported: " + refused);
        }
    }

    /** What a phone reads off the gate's display; nothing while no challenge is demanded. */
    Optional<GateChallenge> challenge() {
        return Optional.of(challenge).filter(it -> !it.isEmpty()).map(GateChallenge::parse);
    }

    /** The code on the gate's display, where there is one. */
    Optional<GreyPicture> challengePicture() {
        return Optional.of(challenge)
                .filter(it -> !it.isEmpty())
                .map(it -> QrCode.of(it).picture(CHALLENGE_PIXELS, CHALLENGE_QUIET));
    }

    private Display screen() {
        return new Display() {
            @Override
            public void show(Sign sign, long nanos) {}

            @Override
            public void challenge(String text) {
                challenge = text;
            }
        };
    }

    Instant now() {
        return clock.now();
    }

    SimulatedClock clock() {
        return clock;
    }

    GateWatch watch() {
        return watch;
    }

    GateReader reader() {
        return reader;
    }

    void unplugCamera() {
        isCameraUnplugged = true;
        camera.suffer(SimulatedCamera.Fault.UNPLUGGED);
    }

    void plugCamera() {
        isCameraUnplugged = false;
        camera.mend();
    }

    boolean isCameraUnplugged() {
        return isCameraUnplugged;
    }

    SimulatedRelay relay() {
        return relay;
    }

    SimulatedContact fire() {
        return fire;
    }

    SimulatedContact passage() {
        return passage;
    }

    /** Holds a phone with this code before the camera, or the phone itself to the reader. */
    void hold(ShownCode code) {
        if (code.card().isPresent()) {
            nfc.put(code.card().get());
        } else {
            show(view.with(code.picture()));
        }
    }

    void takeAway() {
        nfc.takeAway();
        show(view.empty());
    }

    /** What stands before the camera. */
    GreyPicture seen() {
        return seen;
    }

    GateStatus status() {
        return reader.gateStatus();
    }

    /** Waits until the gate stands like this; false if it does not in time. */
    boolean await(GateState state, Duration wait) {
        return await(status -> status.state() == state, wait);
    }

    boolean await(Predicate<GateStatus> condition, Duration wait) {
        long deadline = clock.nanos() + wait.toNanos();
        while (!condition.test(status())) {
            if (clock.nanos() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(this, LOOK.toNanos());
        }
        return true;
    }

    @Override
    public void close() {
        reader.close();
        try {
            office.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(GreyPicture next) {
        seen = next;
        scene.push(picture(next));
    }

    private static Picture picture(GreyPicture grey) {
        return new Picture(grey.luma(), grey.width(), grey.height(), grey.width());
    }

    private static Configuration configuration(Path directory) throws IOException {
        String toml = CONFIGURATION.formatted(DemoSite.GATE, DemoSite.SITE, FRAMES_PER_SECOND);
        return switch (Configuration.parse(directory.resolve("gate-reader.toml"), toml)) {
            case ConfigReading.Sound(Configuration configuration) -> configuration;
            case ConfigReading.Faulty(var faults) ->
                    throw new IOException("the demo's own configuration: " + faults);
        };
    }
}
