package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.gatereader.daemon.admission.Admission;
import org.gatereader.daemon.admission.AdmissionWires;
import org.gatereader.daemon.gate.GateAnswer;
import org.gatereader.daemon.gate.GateController;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.daemon.gate.GateInbox;
import org.gatereader.daemon.gate.GateSettings;
import org.gatereader.daemon.gate.GateWires;
import org.gatereader.daemon.store.PlainTrustStore;
import org.gatereader.daemon.store.TrustStore;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.daemon.time.StageTimes;
import org.gatereader.demo.cases.DemoTrust;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.Phone;
import org.gatereader.hal.camera.LiveScene;
import org.gatereader.hal.camera.Picture;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.hal.gpio.SimulatedRelay;
import org.gatereader.qr.Luma;
import org.gatereader.verifier.credential.TrustedTime;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.decision.GateEvent;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.jspecify.annotations.Nullable;

/**
 * The daemon's own way from a camera's frames to the relay, stepped in one thread, with a reader of
 * one's choice in it. Its clock moves with the frames and by the processor's time that reading and
 * deciding take: a slow reader misses frames here as it would at a gate.
 */
final class TimedGate implements GateClock {
    private static final long FRAME_NANOS =
            Duration.ofSeconds(1).toNanos() / Approach.FRAMES_PER_SECOND;
    // The scene sets the pace, so the camera must be quicker than it.
    private static final int LOOKS_PER_SECOND = 240;
    private static final Duration TURN = Duration.ofMillis(250);
    // The floor has passed, the last person has gone through.
    private static final Duration PAUSE = Duration.ofSeconds(12);
    private static final int QUEUE = 8;

    private final LiveScene scene = new LiveScene(nothing());
    private final BlockingQueue<CapturedPayload> payloads = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicReference<@Nullable TrustSnapshot<Realm.Production>> trust =
            new AtomicReference<>();
    private final Random random = new Random(15);
    private final Issuer issuer = Issuer.demo(random);
    private final Phone phone = Phone.demo(random);
    private final Runnable eye;
    private final Admission admission;
    private final GateController gate;
    private long nanos;
    private long next;
    private boolean isGranted;

    /** What looks through the camera and puts texts into the queue; one turn of it. */
    interface Eyes {
        Runnable open(
                SimulatedCamera camera, BlockingQueue<CapturedPayload> payloads, GateClock at);
    }

    /**
     * A gate that serves.
     *
     * @param directory for the trust it is given
     */
    TimedGate(Path directory, Eyes eyes) throws IOException {
        var crypto = new BouncyCastle();
        DemoTrust.of(Scene.DAY, Scene.DAY.beginsAt()).writeTo(directory);
        new PlainTrustStore(
                        directory,
                        crypto,
                        TrustStore.Drivers.ALL_SIMULATED,
                        new TrustStore.Wires(trust, new Deaf()))
                .runOnce(time());
        eye =
                eyes.open(
                        new SimulatedCamera("camera", scene, LOOKS_PER_SECOND, this::nanos),
                        payloads,
                        this);
        var inbox = new GateInbox();
        var answers = new ArrayBlockingQueue<GateAnswer>(QUEUE);
        admission =
                new Admission(
                        new AdmissionWires(
                                new AdmissionWires.FromIntakes(payloads, () -> false),
                                trust,
                                new AdmissionWires.ToGate(inbox, answers),
                                this::hear),
                        new Admission.Judge(crypto, DemoSite.GATE, new byte[16]),
                        this,
                        new StageTimes((stage, took) -> {}));
        gate =
                new GateController(
                        GateSettings.DEFAULT,
                        new GateDevices(
                                new SimulatedRelay("relay", this::nanos),
                                new GateDevices.Contacts(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        new GateWires(inbox, answers::offer, this::hear, (from, to) -> {}),
                        (sign, at) -> {});
    }

    /** Empties the scene and passes the time until the next person's turn, the same everywhere. */
    void awaitNext() throws InterruptedException {
        scene.push(nothing());
        for (next += PAUSE.toNanos(); nanos + TURN.toNanos() < next; nanos += TURN.toNanos()) {
            turn();
        }
        nanos = Math.max(nanos, next);
    }

    /** The code that a phone would show now. */
    String ticket() {
        var credential = issuer.credential(phone, Scene.DAY.beginsAt().minusSeconds(3600));
        return phone.present(credential, time().now()).toText();
    }

    /** From the first frame with the whole code to the grant; infinite if there was none. */
    double millisToDecide(Approach approach) throws InterruptedException {
        isGranted = false;
        long begun = nanos;
        for (long i = 0; i < Approach.FRAMES && !isGranted; i = framesSince(begun)) {
            scene.push(picture(approach.frame((int) i)));
            nanos = begun + i * FRAME_NANOS;
            turn();
        }
        return isGranted ? (nanos - begun) / 1e6 : Double.POSITIVE_INFINITY;
    }

    /** Those that have begun while the gate was busy are gone, but for the one after them. */
    private long framesSince(long begun) {
        return (nanos - begun + FRAME_NANOS - 1) / FRAME_NANOS;
    }

    private void turn() throws InterruptedException {
        long begun = ThreadCost.cpuNanosOfThisThread();
        eye.run();
        admission.runOnce(Duration.ZERO);
        gate.runOnce(nanos);
        nanos += Math.max(1, ThreadCost.cpuNanosOfThisThread() - begun);
    }

    private void hear(GateEvent event) {
        isGranted |= event.kind() == GateEvent.Kind.GRANTED;
    }

    @Override
    public TrustedTime time() {
        Instant now = Scene.DAY.beginsAt().plusNanos(nanos);
        return new TrustedTime(now, TrustedTime.UNCERTAINTY_MIN, true);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    private static Picture nothing() {
        byte[] luma = new byte[640 * 480];
        Arrays.fill(luma, (byte) 0x80);
        return new Picture(luma, 640, 480, 640);
    }

    private static Picture picture(Luma luma) {
        return new Picture(luma.pixels(), luma.width(), luma.height(), luma.stride());
    }

    private static final class Deaf implements TrustStore.Listener {
        @Override
        public void loaded(int issuerKeys) {}

        @Override
        public void servesUnsigned() {}

        @Override
        public void refused(int faults) {}

        @Override
        public void updateRefused(int rule) {}
    }
}
