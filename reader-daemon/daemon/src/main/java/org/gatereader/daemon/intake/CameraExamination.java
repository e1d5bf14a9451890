package org.gatereader.daemon.intake;

import java.util.Optional;
import org.gatereader.hal.camera.Frame;
import org.gatereader.qr.Exposure;
import org.gatereader.qr.Luma;
import org.gatereader.qr.MaskedPicture;

/**
 * What a technician's self-test has the camera's thread look at, beside its work. Frames stay with
 * that thread: what leaves it is figures, and one picture in which every code is covered.
 */
public final class CameraExamination {
    /** What a test code begins with; no presentation does, and the gate passes it over. */
    public static final String TEST_CODE = "gr-selftest:";

    /** Each is some ten milliseconds of work; a person moves within half a second. */
    private static final int FRAMES_PER_PICTURE = 8;

    private volatile Seen seen;
    private long firstAtNanos;

    /** What was seen since the examination began. */
    public record Seen(
            Frames frames, Light light, boolean isTestCodeRead, Optional<MaskedPicture> picture) {
        /**
         * How many frames came.
         *
         * @param nanos from the first to the newest
         */
        public record Frames(int count, long nanos) {}

        /**
         * How the newest frame looked.
         *
         * @param brightness the mean grey, 0..255
         * @param sharpness percent of an edge between two pixels; -1 where it has no edges
         */
        public record Light(int brightness, int sharpness, Exposure exposure) {}
    }

    public CameraExamination() {
        this(Optional.empty());
    }

    private CameraExamination(Optional<MaskedPicture> picture) {
        seen =
                new Seen(
                        new Seen.Frames(0, 0),
                        new Seen.Light(0, -1, Exposure.FINE),
                        false,
                        picture);
    }

    /** One that counts from the beginning, and has the picture already if there is one. */
    public CameraExamination again() {
        return new CameraExamination(seen.picture());
    }

    /** From any thread. */
    public Seen seen() {
        return seen;
    }

    /** One more frame, and what the reader made of it; by the camera's thread. */
    void look(Frame frame, Exposure exposure, Optional<String> text) {
        Seen before = seen;
        int count = before.frames().count() + 1;
        if (count == 1) {
            firstAtNanos = frame.capturedAtNanos();
        }
        seen =
                new Seen(
                        new Seen.Frames(count, frame.capturedAtNanos() - firstAtNanos),
                        new FrameMeter(frame).light(exposure),
                        before.isTestCodeRead() || text.filter(this::isTestCode).isPresent(),
                        picture(before, frame));
    }

    /** The first that can be shown, looked for now and then. */
    private static Optional<MaskedPicture> picture(Seen before, Frame frame) {
        if (before.picture().isPresent() || before.frames().count() % FRAMES_PER_PICTURE != 0) {
            return before.picture();
        }
        return MaskedPicture.of(
                new Luma(frame.luma(), frame.width(), frame.height(), frame.stride()));
    }

    private boolean isTestCode(String text) {
        return text.startsWith(TEST_CODE);
    }
}
