package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.intake.CameraExamination;
import org.gatereader.qr.Exposure;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a test code before the camera. It is no presentation: whoever shows one is told nothing
 * and opens nothing.
 */
final class CodeProbe implements Probe {
    /** Whoever attends has a screen to carry to the gate. */
    private static final Duration WAIT_ATTENDED = Duration.ofSeconds(15);

    private static final Duration WAIT_ALONE = Duration.ofSeconds(1);

    private final Part part = new Part(Section.CAMERA, "test code");
    private final Consumer<@Nullable CameraExamination> camera;
    private final SelfTest.Attendance attendance;
    private final Duration wait;
    private final CameraExamination examination = new CameraExamination();
    private boolean isBegun;
    private long begunAtNanos;

    /**
     * @param camera takes the examination, and null at its end
     */
    CodeProbe(Consumer<@Nullable CameraExamination> camera, SelfTest.Attendance attendance) {
        this.camera = camera;
        this.attendance = attendance;
        this.wait = attendance == SelfTest.Attendance.ATTENDED ? WAIT_ATTENDED : WAIT_ALONE;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Duration patience() {
        return wait.plusSeconds(1);
    }

    @Override
    public Optional<Finding> runOnce(long nanos) {
        if (!isBegun) {
            isBegun = true;
            begunAtNanos = nanos;
            camera.accept(examination);
        }
        boolean isRead = examination.seen().isTestCodeRead();
        if (!isRead && nanos - begunAtNanos < wait.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(isRead ? read(nanos) : notRead());
    }

    @Override
    public void letGo() {
        camera.accept(null);
    }

    private Finding read(long nanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos - begunAtNanos);
        return Findings.pass(part, "read after " + millis + " ms");
    }

    private Finding notRead() {
        String measured = "none read in " + wait.toSeconds() + " s";
        var seen = examination.seen();
        boolean isSeeing = seen.frames().count() > 0 && seen.light().exposure() == Exposure.FINE;
        if (attendance == SelfTest.Attendance.ALONE) {
            return Findings.skip(part, measured, Remedy.CODE_NOT_SHOWN);
        }
        // A camera that sees nothing has a finding of its own.
        return isSeeing
                ? Findings.fail(part, measured, Remedy.CODE_NOT_READ)
                : Findings.skip(part, "the camera sees nothing");
    }
}
