package org.gatereader.daemon.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.DeviceHealth;
import org.gatereader.hal.Supervision;
import org.gatereader.hal.camera.Camera;
import org.gatereader.hal.camera.Camera.Light;
import org.gatereader.hal.camera.Frame;
import org.gatereader.qr.Luma;
import org.gatereader.qr.QrHint;
import org.gatereader.qr.QrReader;
import org.gatereader.verifier.presentation.CapturedPayload;
import org.gatereader.verifier.presentation.CapturedPayload.Capture;
import org.gatereader.verifier.verdict.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Watches the camera: opens it, reads each frame through the one QR path, hands texts on, and
 * reopens it when it fails or falls silent. One thread steps it; frames never leave it.
 */
public final class CameraIntake implements AutoCloseable {
    /** A sensor is set up for a second or two before its first frame, on a busy board longer. */
    private static final Duration FIRST_FRAME = Duration.ofSeconds(5);

    private final Camera camera;
    private final Supervision supervision;
    private final IntakeSettings settings;
    private final Wires wires;
    private final QrReader reader;
    private final LongSupplier nanos;
    private final Bracket bracket = new Bracket();
    private final LiveView view = new LiveView();
    private final AtomicLong dropped = new AtomicLong();
    private long lastFrameNanos;
    private long patienceNanos;
    private Light exposed = Light.AS_IT_IS;
    private QrHint hinted = QrHint.NONE;
    private volatile @Nullable String problem;
    private volatile @Nullable CameraExamination examination;

    /**
     * How long things may take.
     *
     * @param frameDeadline how long one frame may be searched
     * @param silence how long the camera may deliver nothing before it counts as failed
     */
    public record IntakeSettings(Duration frameDeadline, Duration silence) {}

    /**
     * Where texts and news go.
     *
     * @param payloads bounded; what finds it full is dropped and counted
     * @param hints told when a person could do something else than before; false if it could not be
     *     told now, and is then told again with the next frame
     * @param news the camera failed or recovered; never blocks
     * @param challenges those that the gate has shown and still honours
     */
    public record Wires(
            Queue<CapturedPayload> payloads,
            Predicate<QrHint> hints,
            Consumer<Supervision.News> news,
            Supplier<List<byte[]>> challenges) {}

    /**
     * @param nanos the process's monotonic clock, the one by which frames are stamped
     */
    public CameraIntake(Camera camera, IntakeSettings settings, Wires wires, LongSupplier nanos) {
        this.camera = camera;
        this.supervision = new Supervision(camera);
        this.settings = settings;
        this.wires = wires;
        this.nanos = nanos;
        this.reader = new QrReader(nanos);
    }

    /**
     * One turn: at most one frame.
     *
     * @param wait how long to wait for a frame, 0 to look only; a closed camera is waited for by
     *     the caller
     * @return whether the camera is open
     */
    public boolean runOnce(Duration wait) {
        long now = nanos.getAsLong();
        if (!supervision.isOpen()) {
            wires.news().accept(supervision.openIfDue(now));
            // Read again: a real camera takes some of its patience to open.
            lastFrameNanos = nanos.getAsLong();
            exposed = Light.AS_IT_IS;
            patienceNanos = Math.max(settings.silence().toNanos(), FIRST_FRAME.toNanos());
        }
        if (supervision.isOpen()) {
            try {
                look(wait);
            } catch (DeviceException failure) {
                wires.news().accept(supervision.failed(failure, nanos.getAsLong()));
            }
        }
        hint(supervision.isOpen() ? reader.hint() : QrHint.NONE);
        problem = supervision.problem().or(this::light).orElse(null);
        return supervision.isOpen();
    }

    /**
     * What is wrong with the camera: what it last said itself, else with its light. Empty while it
     * works. From any thread.
     */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** How the camera stands; a frame is its sign of life. From any thread. */
    public DeviceHealth health(long nanos) {
        return supervision.health(nanos);
    }

    /** Has every frame from now on looked at by a self-test too; null ends that. Any thread. */
    public void examine(@Nullable CameraExamination next) {
        examination = next;
    }

    /** What this camera sees, for whoever sets it up. */
    public LiveView view() {
        return view;
    }

    /** Texts that found the queue full and were dropped; their next frame brings them again. */
    public long droppedCount() {
        return dropped.get();
    }

    @Override
    public void close() {
        supervision.close();
    }

    private void look(Duration wait) throws DeviceException {
        Optional<Frame> frame = camera.nextFrame(wait);
        long now = nanos.getAsLong();
        if (frame.isPresent()) {
            lastFrameNanos = now;
            patienceNanos = settings.silence().toNanos();
            wires.news().accept(supervision.answered(now));
            read(frame.get(), now);
            expose(bracket.choose(reader.hint(), now));
        } else if (now - lastFrameNanos > patienceNanos) {
            throw new DeviceException(
                    camera.name(),
                    "expected a frame, got none for " + Duration.ofNanos(patienceNanos));
        }
    }

    private void read(Frame frame, long now) {
        var picture = new Luma(frame.luma(), frame.width(), frame.height(), frame.stride());
        var text = reader.read(picture, now + settings.frameDeadline().toNanos());
        CameraExamination examined = examination;
        if (examined != null) {
            examined.look(frame, reader.exposure(), text);
        }
        view.look(frame, reader.exposure(), reader.hint());
        text.filter(it -> !it.startsWith(CameraExamination.TEST_CODE))
                .ifPresent(it -> handOn(it, frame.capturedAtNanos()));
    }

    private void expose(Light light) throws DeviceException {
        if (light != exposed) {
            exposed = light;
            camera.expose(light);
        }
    }

    private Optional<String> light() {
        return switch (reader.exposure()) {
            case FINE -> Optional.empty();
            case TOO_DARK ->
                    Optional.of(camera.name() + ": too dark: lens covered, or the hall unlit");
            case TOO_BRIGHT ->
                    Optional.of(camera.name() + ": too bright: sun or a lamp in the lens");
        };
    }

    private void hint(QrHint hint) {
        if (hint != hinted && wires.hints().test(hint)) {
            hinted = hint;
        }
    }

    private void handOn(String text, long capturedAtNanos) {
        var capture = new Capture(capturedAtNanos, wires.challenges().get());
        var payload = CapturedPayload.ofText(Channel.QR, text, capture);
        if (!wires.payloads().offer(payload)) {
            dropped.incrementAndGet();
        }
    }
}
