package org.gatereader.tests.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.gatereader.demo.wallet.GreyPicture;
import org.gatereader.demo.wallet.QrCode;

/**
 * What stands before the virtual camera: a frame that goes to vivid's output node comes out of its
 * capture node, again and again until the next one.
 */
final class CameraFeed implements AutoCloseable {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int WALL_GREY = 0x60;
    private static final int MODULE_PIXELS = 5;
    private static final int QUIET_MODULES = 4;

    /** Neither blue nor red (YUYV, 8 bits). */
    private static final byte NO_COLOUR = (byte) 0x80;

    private static final byte[] WALL = yuyv(wall());

    /** v4l2-ctl begins with as many frames as the driver has buffers, and then waits. */
    private static final int BUFFERS = 4;

    private final Process feeder;

    /** Begins with an empty wall. */
    CameraFeed(String node) throws IOException {
        feeder =
                new ProcessBuilder(
                                "v4l2-ctl",
                                "-d",
                                node,
                                "-x",
                                "width=" + WIDTH + ",height=" + HEIGHT + ",pixelformat=YUYV",
                                "--stream-out-mmap=" + BUFFERS,
                                "--stream-from=-")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        for (int buffer = 0; buffer < BUFFERS; buffer++) {
            feed(WALL);
        }
    }

    /**
     * Holds a code before the camera.
     *
     * @return takes it away
     */
    AutoCloseable show(String text) throws IOException {
        var code = QrCode.of(text).picture(MODULE_PIXELS, QUIET_MODULES);
        feed(yuyv(code.centredOn(WIDTH, HEIGHT, WALL_GREY)));
        return () -> feed(WALL);
    }

    /**
     * Holds something dark over the lens.
     *
     * @return takes it away
     */
    AutoCloseable cover() throws IOException {
        feed(yuyv(new GreyPicture(new byte[WIDTH * HEIGHT], WIDTH, HEIGHT)));
        return () -> feed(WALL);
    }

    @Override
    public void close() {
        feeder.destroy();
    }

    private void feed(byte[] frame) throws IOException {
        OutputStream frames = feeder.getOutputStream();
        frames.write(frame);
        frames.flush();
    }

    private static GreyPicture wall() {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) WALL_GREY);
        return new GreyPicture(luma, WIDTH, HEIGHT);
    }

    private static byte[] yuyv(GreyPicture picture) {
        byte[] luma = picture.luma();
        byte[] packed = new byte[2 * luma.length];
        for (int i = 0; i < luma.length; i++) {
            packed[2 * i] = luma[i];
            packed[2 * i + 1] = NO_COLOUR;
        }
        return packed;
    }
}
