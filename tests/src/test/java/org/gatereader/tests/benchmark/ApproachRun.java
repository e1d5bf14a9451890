package org.gatereader.tests.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.gatereader.daemon.intake.CameraIntake;
import org.gatereader.daemon.intake.CameraIntake.IntakeSettings;
import org.gatereader.daemon.time.GateClock;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.camera.Camera;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.qr.Luma;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.verdict.Channel;

/**
 * How long a person waits: from the first frame that shows the whole code to the gate's grant, over
 * simulated approaches, with our reader in the daemon and with bare ZXing in the same place.
 */
final class ApproachRun {
    private static final int APPROACHES = 40;
    private static final int WARM_UP = 4;
    private static final Duration FRAME_DEADLINE = Duration.ofSeconds(1);

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> zxing = new ArrayList<>();

    private ApproachRun() {}

    /** Both readers through the same approaches, one approach after the other. */
    static ApproachRun of(long seed) throws IOException, InterruptedException {
        try (var scratch = Scratch.create()) {
            return run(seed, scratch.directory());
        }
    }

    private static ApproachRun run(long seed, Path trust) throws IOException, InterruptedException {
        var run = new ApproachRun();
        var withOurs = new TimedGate(trust, ApproachRun::ours);
        var withZxing = new TimedGate(trust, ApproachRun::zxing);
        for (int i = -WARM_UP; i < APPROACHES; i++) {
            withOurs.awaitNext();
            withZxing.awaitNext();
            var approach = new Approach(seed, i, withOurs.ticket());
            double our = withOurs.millisToDecide(approach);
            double their = withZxing.millisToDecide(approach);
            if (i >= 0) {
                run.ours.add(our);
                run.zxing.add(their);
            }
        }
        return run;
    }

    /** The daemon's own intake. */
    private static Runnable ours(
            SimulatedCamera camera, BlockingQueue<CapturedPayload> payloads, GateClock clock) {
        var intake =
                new CameraIntake(
                        camera,
                        new IntakeSettings(FRAME_DEADLINE, Duration.ofHours(1)),
                        new CameraIntake.Wires(payloads, hint -> true, news -> {}, List::of),
                        clock::nanos);
        return () -> intake.runOnce(Duration.ZERO);
    }

    /** What the daemon's intake would be with nothing but ZXing's reader in it. */
    private static Runnable zxing(
            SimulatedCamera camera, BlockingQueue<CapturedPayload> payloads, GateClock clock) {
        var reader = ZxingPeers.bareQrCodeReader();
        try {
            camera.open();
        } catch (DeviceException e) {
            throw new IllegalStateException(e);
        }
        return () -> look(camera, reader, payloads);
    }

    private static void look(Camera camera, Peer reader, BlockingQueue<CapturedPayload> payloads) {
        try {
            var frame = camera.nextFrame(Duration.ZERO);
            if (frame.isPresent()) {
                var seen = frame.get();
                var luma = new Luma(seen.luma(), seen.width(), seen.height(), seen.stride());
                var capture = Capture.oneWay(seen.capturedAtNanos());
                reader.read(luma)
                        .text()
                        .map(text -> CapturedPayload.ofText(Channel.QR, text, capture))
                        .ifPresent(payloads::offer);
            }
        } catch (DeviceException e) {
            throw new IllegalStateException(e);
        }
    }

    void print(PrintStream out) {
        out.printf(
                "%nfirst frame that shows the whole code to the grant, through intake, admission"
                        + " and gate, %d approaches at %d frames/s:%n",
                APPROACHES, Approach.FRAMES_PER_SECOND);
        print("gate-reader", ours, out);
        print("ZXing QRCodeReader", zxing, out);
    }

    private static void print(String name, List<Double> millis, PrintStream out) {
        long never = millis.stream().filter(each -> each.isInfinite()).count();
        out.printf(
                "%-24sp50 %s  p95 %s  not within %d frames: %d%n",
                name,
                text(percentile(millis, 50)),
                text(percentile(millis, 95)),
                Approach.FRAMES,
                never);
    }

    /** Ours; never is infinite. */
    double ours(int percentile) {
        return percentile(ours, percentile);
    }

    /** Bare ZXing's. */
    double zxing(int percentile) {
        return percentile(zxing, percentile);
    }

    private static double percentile(List<Double> millis, int percentile) {
        return millis.stream().sorted().toList().get(millis.size() * percentile / 100);
    }

    static String text(double millis) {
        return Double.isInfinite(millis) ? "never" : "%.0f ms".formatted(millis);
    }
}
