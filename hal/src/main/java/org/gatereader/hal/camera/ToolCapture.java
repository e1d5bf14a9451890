package org.gatereader.hal.camera;

import java.nio.file.Path;
import java.util.List;
import org.gatereader.hal.DeviceException;

/** Frames through one of {@link CaptureTool}, each told what it needs to know and no more. */
public final class ToolCapture implements Capture {
    /** libcamera lets rows begin at multiples of this many bytes, on a Pi 4 and on a Pi 5. */
    private static final int CSI_ALIGNMENT = 64;

    private final String name;
    private final CaptureSettings settings;
    private final List<Path> directories;

    /**
     * @param name the camera's, for what goes wrong
     */
    public ToolCapture(String name, CaptureSettings settings) {
        this(name, settings, CaptureTool.DIRECTORIES);
    }

    ToolCapture(String name, CaptureSettings settings, List<Path> directories) {
        this.name = name;
        this.settings = settings;
        this.directories = directories;
    }

    @Override
    public Stream plan() throws DeviceException {
        CaptureTool tool = settings.tool().orElseGet(this::fitting);
        String program =
                tool.find(directories)
                        .orElseThrow(
                                () ->
                                        new DeviceException(
                                                name,
                                                "expected " + tool.described() + ", got none"));
        return switch (tool) {
            case RPICAM -> rpicam(program);
            case V4L2 -> new V4l2Format(name, program, settings).negotiate();
            case FFMPEG -> ffmpeg(program);
        };
    }

    private CaptureTool fitting() {
        if (settings.isCsi()) {
            return CaptureTool.RPICAM;
        }
        boolean isOnlyFfmpeg =
                CaptureTool.V4L2.find(directories).isEmpty()
                        && CaptureTool.FFMPEG.find(directories).isPresent();
        return isOnlyFfmpeg ? CaptureTool.FFMPEG : CaptureTool.V4L2;
    }

    private Stream rpicam(String program) {
        int width = settings.size().width();
        int height = settings.size().height();
        int stride = (width + CSI_ALIGNMENT - 1) / CSI_ALIGNMENT * CSI_ALIGNMENT;
        List<String> command =
                List.of(
                        program,
                        "--camera",
                        settings.csiNumber(),
                        "--timeout",
                        "0",
                        "--nopreview",
                        "--verbose",
                        "0",
                        "--width",
                        String.valueOf(width),
                        "--height",
                        String.valueOf(height),
                        "--framerate",
                        String.valueOf(settings.framesPerSecond()),
                        "--codec",
                        "yuv420",
                        "--flush",
                        "--output",
                        "-");
        return new Stream(command, FrameLayout.planar(width, height, stride));
    }

    /** It converts and scales: what comes has the asked size, whatever the device gives. */
    private Stream ffmpeg(String program) {
        String size = settings.size().toString();
        List<String> command =
                List.of(
                        program,
                        "-hide_banner",
                        "-nostdin",
                        "-loglevel",
                        "error",
                        "-fflags",
                        "nobuffer",
                        "-f",
                        "v4l2",
                        "-framerate",
                        String.valueOf(settings.framesPerSecond()),
                        "-video_size",
                        size,
                        "-i",
                        settings.device(),
                        "-pix_fmt",
                        "gray",
                        "-s",
                        size,
                        "-f",
                        "rawvideo",
                        "pipe:1");
        return new Stream(
                command, FrameLayout.grey(settings.size().width(), settings.size().height()));
    }
}
