package org.gatereader.hal.camera;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Empties a pipe of frames as fast as they come and keeps the newest one: a pipe that nobody
 * empties would hold old frames, and the camera behind it. Ends by itself when the pipe does.
 */
final class FramePump implements Runnable {
    /** Beyond any camera for a gate: whoever writes faster writes no frames. */
    static final int FRAMES_PER_SECOND_MAX = 240;

    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final InputStream pipe;
    private final FrameLayout layout;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition isChanged = lock.newCondition();
    private @Nullable Frame newest;
    private @Nullable String end;
    private long secondBeganNanos;
    private int framesInSecond;

    /**
     * @param nanos monotonic; a frame is stamped when its first byte has come
     */
    FramePump(InputStream pipe, FrameLayout layout, LongSupplier nanos) {
        this.pipe = pipe;
        this.layout = layout;
        this.nanos = nanos;
    }

    /** Pumps until the pipe ends: the one thing that its thread does. */
    @Override
    public void run() {
        String reason = "the frames ended";
        try (pipe) {
            pump();
        } catch (IOException failure) {
            reason = String.valueOf(failure.getMessage());
        } finally {
            end(reason);
        }
    }

    /**
     * The newest frame that was not given out before, waited for in real time.
     *
     * @return empty if none came; {@link #end} says whether one ever will
     */
    Optional<Frame> await(Duration wait) throws InterruptedException {
        long left = wait.toNanos();
        lock.lock();
        try {
            while (newest == null && end == null && left > 0) {
                left = isChanged.awaitNanos(left);
            }
            var frame = Optional.ofNullable(newest);
            newest = null;
            return frame;
        } finally {
            lock.unlock();
        }
    }

    /** Why no frame will come any more; empty while they come. */
    Optional<String> end() {
        lock.lock();
        try {
            return Optional.ofNullable(end);
        } finally {
            lock.unlock();
        }
    }

    private void pump() throws IOException {
        byte[] raw = new byte[layout.bytes()];
        byte[] luma = layout.blank();
        secondBeganNanos = nanos.getAsLong();
        for (int first = pipe.read(raw); first > 0; first = pipe.read(raw)) {
            long capturedAtNanos = nanos.getAsLong();
            requirePace(capturedAtNanos);
            if (first + pipe.readNBytes(raw, first, raw.length - first) < raw.length) {
                throw new IOException("expected whole frames, the last one was cut off");
            }
            if (!layout.isMarked(raw)) {
                throw new IOException("expected the beginning of a frame: bytes were lost");
            }
            layout.copyLuma(raw, luma);
            luma = publish(luma, capturedAtNanos);
        }
    }

    private void requirePace(long now) throws IOException {
        if (now - secondBeganNanos >= SECOND_NANOS) {
            secondBeganNanos = now;
            framesInSecond = 0;
        }
        framesInSecond++;
        if (framesInSecond > FRAMES_PER_SECOND_MAX) {
            throw new IOException(
                    "expected at most " + FRAMES_PER_SECOND_MAX + " frames a second, got more");
        }
    }

    /**
     * Puts a frame in place of the one before.
     *
     * @return bytes for the next: those of a frame that nobody fetched, else new ones, for a frame
     *     that was given out is written no more
     */
    private byte[] publish(byte[] luma, long capturedAtNanos) {
        Frame frame = new Frame(layout.picture(luma), capturedAtNanos);
        lock.lock();
        try {
            Frame missed = newest;
            newest = frame;
            isChanged.signalAll();
            return missed == null ? layout.blank() : missed.luma();
        } finally {
            lock.unlock();
        }
    }

    private void end(String reason) {
        lock.lock();
        try {
            end = reason;
            isChanged.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
