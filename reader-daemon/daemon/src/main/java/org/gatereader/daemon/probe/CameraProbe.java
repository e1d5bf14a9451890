package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatereader.daemon.control.wire.GreyPicture;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.intake.CameraExamination;
import org.gatereader.daemon.intake.CameraExamination.Seen;
import org.gatereader.qr.Exposure;
import org.jspecify.annotations.Nullable;

/**
 * Has the camera's thread count and measure its frames for two seconds; for longer where none came
 * and the site lets its camera be silent for longer. One that is slow is looked at again before it
 * is called so: a gate that has just been started is, until its compiler has caught up, and its
 * picture takes the time of some frames.
 */
public final class CameraProbe implements Probe {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final int LOOKS_MAX = 3;

    /** The whole test has less than a minute. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(5);

    /** A picture that is blurred more has lost modules of three pixels. */
    private static final int SHARPNESS_MIN = 12;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Part part = new Part(Section.CAMERA, "camera");
    private final Wires wires;
    private final Duration silence;
    private CameraExamination examination = new CameraExamination();
    private int looks;
    private long begunAtNanos;

    /**
     * What the probe reaches.
     *
     * @param camera takes the examination, and null at its end
     * @param problem what the camera last said was wrong with it
     * @param expected what it was told to be
     */
    record Wires(
            Consumer<@Nullable CameraExamination> camera,
            Supplier<Optional<String>> problem,
            Expected expected) {}

    /**
     * What a camera was told to be.
     *
     * @param framesPerSecond that it delivers
     * @param silence how long it may deliver nothing before it counts as failed
     */
    public record Expected(int framesPerSecond, Duration silence) {}

    CameraProbe(Wires wires) {
        this.wires = wires;
        this.silence = shorter(wires.expected().silence(), SILENCE_MAX);
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Duration patience() {
        return unnoticedMax().plus(LOOK.multipliedBy(LOOKS_MAX));
    }

    @Override
    public Optional<Finding> runOnce(long nanos) {
        if (looks == 0) {
            look(nanos);
        }
        long looked = nanos - begunAtNanos;
        Seen seen = examination.seen();
        boolean isSilent = seen.frames().count() < 2;
        if (looked < LOOK.toNanos() || (isSilent && looked < silenceMax().toNanos())) {
            return Optional.empty();
        }
        if (!isSilent && isSlow(seen) && looks < LOOKS_MAX) {
            look(nanos);
            return Optional.empty();
        }
        return Optional.of(judge(seen));
    }

    private Duration silenceMax() {
        return wires.problem().get().isPresent() ? silence : unnoticedMax();
    }

    /** Who says nothing of a silent camera is still at its first frame, in a gate just started. */
    private Duration unnoticedMax() {
        return longer(LOOK, silence).multipliedBy(LOOKS_MAX);
    }

    private void look(long nanos) {
        looks++;
        begunAtNanos = nanos;
        examination = examination.again();
        wires.camera().accept(examination);
    }

    private boolean isSlow(Seen seen) {
        return framesPerSecond(seen) < wires.expected().framesPerSecond() / 2.0;
    }

    private static double framesPerSecond(Seen seen) {
        return (seen.frames().count() - 1) * NANOS_PER_SECOND / Math.max(1, seen.frames().nanos());
    }

    /** Only of a camera that works: what a broken one last saw may be anything. */
    @Override
    public Optional<GreyPicture> picture() {
        return examination
                .seen()
                .picture()
                .map(seen -> new GreyPicture(seen.width(), seen.height(), seen.grey()));
    }

    @Override
    public void letGo() {
        wires.camera().accept(null);
    }

    private Finding judge(Seen seen) {
        if (seen.frames().count() < 2) {
            String said = "no frame in " + unnoticedMax().toSeconds() + " s";
            return Findings.fail(part, wires.problem().get().orElse(said), Remedy.CAMERA_FAILED);
        }
        int sharpness = seen.light().sharpness();
        String measured =
                String.format(
                        Locale.ROOT,
                        "%.1f frames/s, brightness %d of 255, sharpness %s",
                        framesPerSecond(seen),
                        seen.light().brightness(),
                        sharpness < 0 ? "untold: no edges in view" : sharpness + " %");
        if (seen.light().exposure() == Exposure.TOO_DARK) {
            return Findings.fail(part, measured, Remedy.CAMERA_DARK);
        }
        if (seen.light().exposure() == Exposure.TOO_BRIGHT) {
            return Findings.fail(part, measured, Remedy.CAMERA_BRIGHT);
        }
        if (isSlow(seen)) {
            return Findings.warn(part, measured, Remedy.CAMERA_SLOW);
        }
        return sharpness >= 0 && sharpness < SHARPNESS_MIN
                ? Findings.warn(part, measured, Remedy.CAMERA_BLURRED)
                : Findings.pass(part, measured);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
