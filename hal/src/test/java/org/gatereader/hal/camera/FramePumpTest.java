package org.gatereader.hal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.gatereader.hal.HandClock;
import org.junit.jupiter.api.Test;

/** What a pipe may hold; the pump runs in the test's own thread until the pipe ends. */
class FramePumpTest {
    private static final byte[] MARK = {'m', 'a', 'r', 'k'};
    private static final FrameLayout LAYOUT = FrameLayout.grey(4, 3);
    private static final int BYTES = 12;

    private final HandClock clock = new HandClock();

    @Test
    void givesTheNewestFrameAndLosesTheOlderOnes() throws Exception {
        var pump = pumped(LAYOUT, frame('a'), frame('b'), frame('c'));
        assertEquals('c', grey(taken(pump)));
        assertEquals(Optional.empty(), pump.await(Duration.ZERO));
    }

    @Test
    void stampsAFrameWithTheMomentItBegan() {
        var pump = pumped(LAYOUT, frame('a'));
        assertEquals(clock.getAsLong(), taken(pump).capturedAtNanos());
    }

    @Test
    void givesTheLastWholeFrameBeforeHalfOfOne() {
        var pump = pumped(LAYOUT, frame('a'), Arrays.copyOf(frame('b'), BYTES / 2));
        assertEquals(Optional.of("expected whole frames, the last one was cut off"), pump.end());
        assertEquals('a', grey(taken(pump)));
    }

    @Test
    void endsWithThePipe() {
        assertEquals(Optional.of("the frames ended"), pumped(LAYOUT).end());
    }

    @Test
    void endsWhereBytesWereLostBetweenTwoMarks() {
        byte[] short1 = Arrays.copyOf(frame('b'), BYTES - 1);
        var marked = LAYOUT.marked(MARK);
        var pump = pumped(marked, MARK, frame('a'), MARK, short1, MARK, frame('c'), MARK);
        assertEquals(Optional.of("expected the beginning of a frame: bytes were lost"), pump.end());
        // The frame of which bytes were lost can not be told from a whole one until then.
        assertEquals('b', grey(taken(pump)));
    }

    @Test
    void endsWhatFloodsThePipe() {
        var endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                };
        var pump = new FramePump(endless, LAYOUT, clock);
        pump.run();
        assertEquals(Optional.of("expected at most 240 frames a second, got more"), pump.end());
    }

    @Test
    void neverWritesAFrameThatItGaveOut() {
        var first = new ArrayList<Frame>();
        var pumps = new ArrayList<FramePump>();
        var laterFrames =
                new ByteArrayInputStream(joined(frame('b'), frame('c'))) {
                    @Override
                    public synchronized int read(byte[] bytes, int offset, int length) {
                        if (first.isEmpty()) {
                            first.add(taken(pumps.getFirst()));
                        }
                        return super.read(bytes, offset, length);
                    }
                };
        var pipe = new SequenceInputStream(new ByteArrayInputStream(frame('a')), laterFrames);
        var pump = new FramePump(pipe, LAYOUT, clock);
        pumps.add(pump);
        pump.run();
        assertEquals('a', grey(first.getFirst()));
        assertEquals('c', grey(taken(pump)));
    }

    private FramePump pumped(FrameLayout layout, byte[]... pieces) {
        var pump = new FramePump(new ByteArrayInputStream(joined(pieces)), layout, clock);
        pump.run();
        return pump;
    }

    private static byte[] joined(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static byte[] frame(char grey) {
        byte[] frame = new byte[BYTES];
        Arrays.fill(frame, (byte) grey);
        return frame;
    }

    private static Frame taken(FramePump pump) {
        try {
            return pump.await(Duration.ZERO).orElseThrow();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static char grey(Frame frame) {
        return (char) frame.luma()[0];
    }
}
