package org.gatereader.daemon.intake;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.hal.camera.Frame;
import org.gatereader.qr.Exposure;
import org.gatereader.qr.Luma;
import org.gatereader.qr.MaskedPicture;
import org.gatereader.qr.QrHint;
import org.jspecify.annotations.Nullable;

/**
 * What the camera sees just now, for a technician who sets it up: figures, and a picture in which
 * every code is covered. Frames stay with the camera's thread, and it looks only while somebody
 * goes on asking.
 */
public final class LiveView {
    /** Whoever looks asks twice a second. */
    static final Duration WANTED = Duration.ofSeconds(3);

    /** Each is some ten milliseconds of work. */
    static final int FRAMES_PER_PICTURE = 4;

    private volatile @Nullable Long wantedUntilNanos;
    private volatile @Nullable Seen newest;
    private int frames;

    /**
     * One frame.
     *
     * @param hint what would be said to a person with this frame
     */
    public record Seen(MaskedPicture.Look look, CameraExamination.Seen.Light light, QrHint hint) {}

    /** The newest, if somebody has asked before; from any thread. */
    public Optional<Seen> see(long nanos) {
        wantedUntilNanos = nanos + WANTED.toNanos();
        return Optional.ofNullable(newest);
    }

    /** Nobody may look any more: what was seen is gone. From any thread. */
    public void close() {
        wantedUntilNanos = null;
        newest = null;
    }

    /** One more frame, by the camera's thread. */
    void look(Frame frame, Exposure exposure, QrHint hint) {
        Long until = wantedUntilNanos;
        if (until == null || frame.capturedAtNanos() - until > 0) {
            newest = null;
            return;
        }
        if (frames++ % FRAMES_PER_PICTURE != 0) {
            return;
        }
        var picture = new Luma(frame.luma(), frame.width(), frame.height(), frame.stride());
        var light = new FrameMeter(frame).light(exposure);
        var seen = new Seen(MaskedPicture.look(picture), light, hint);
        // Closed meanwhile: then it is nobody's to see.
        newest = wantedUntilNanos == null ? null : seen;
    }
}
