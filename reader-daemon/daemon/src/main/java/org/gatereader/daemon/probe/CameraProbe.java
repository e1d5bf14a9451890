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

/** Has the camera's thread count and measure its frames for two seconds. */
final class CameraProbe implements Probe {
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** A picture that is blurred more has lost modules of three pixels. */
    private static final int SHARPNESS_MIN = 12;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Part part = new Part(Section.CAMERA, "camera");
    private final Wires wires;
    private final CameraExamination examination = new CameraExamination();
    private boolean isBegun;
    private long begunAtNanos;

    /**
     * What the probe reaches.
     *
     * @param camera takes the examination, and null at its end
     * @param problem what the camera last said was wrong with it
     * @param framesPerSecond that it was told to deliver
     */
    record Wires(
            Consumer<@Nullable CameraExamination> camera,
            Supplier<Optional<String>> problem,
            int framesPerSecond) {}

    CameraProbe(Wires wires) {
        this.wires = wires;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Duration patience() {
        return LOOK.plusSeconds(1);
    }

    @Override
    public Optional<Finding> runOnce(long nanos) {
        if (!isBegun) {
            isBegun = true;
            begunAtNanos = nanos;
            wires.camera().accept(examination);
        }
        if (nanos - begunAtNanos < LOOK.toNanos()) {
            return Optional.empty();
        }
        wires.camera().accept(null);
        return Optional.of(judge(examination.seen()));
    }

    /** Only of a camera that works: what a broken one last saw may be anything. */
    @Override
    public Optional<GreyPicture> picture() {
        return examination
                .seen()
                .picture()
                .map(seen -> new GreyPicture(seen.width(), seen.height(), seen.grey()));
    }

    private Finding judge(Seen seen) {
        if (seen.frames().count() < 2) {
            String said = wires.problem().get().orElse("no frame in " + LOOK.toSeconds() + " s");
            return Findings.fail(part, said, Remedy.CAMERA_FAILED);
        }
        double rate =
                (seen.frames().count() - 1) * NANOS_PER_SECOND / Math.max(1, seen.frames().nanos());
        int sharpness = seen.light().sharpness();
        String measured =
                String.format(
                        Locale.ROOT,
                        "%.1f frames/s, brightness %d of 255, sharpness %s",
                        rate,
                        seen.light().brightness(),
                        sharpness < 0 ? "untold: no edges in view" : sharpness + " %");
        if (seen.light().exposure() == Exposure.TOO_DARK) {
            return Findings.fail(part, measured, Remedy.CAMERA_DARK);
        }
        if (seen.light().exposure() == Exposure.TOO_BRIGHT) {
            return Findings.fail(part, measured, Remedy.CAMERA_BRIGHT);
        }
        if (rate < wires.framesPerSecond() / 2.0) {
            return Findings.warn(part, measured, Remedy.CAMERA_SLOW);
        }
        return sharpness >= 0 && sharpness < SHARPNESS_MIN
                ? Findings.warn(part, measured, Remedy.CAMERA_BLURRED)
                : Findings.pass(part, measured);
    }
}
