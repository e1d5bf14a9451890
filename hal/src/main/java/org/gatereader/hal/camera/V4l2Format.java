package org.gatereader.hal.camera;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatereader.hal.DeviceException;
import org.gatereader.hal.camera.Camera.Light;
import org.gatereader.hal.camera.FrameLayout.Rows;

/**
 * Agrees with a Video4Linux device on a format whose luma can be read (V4L2, VIDIOC_S_FMT): the
 * driver answers with the nearest that it has, its own padding included.
 */
final class V4l2Format {
    /** Raw formats that begin with luma: what USB cameras give, and grey ones, and boards. */
    private static final List<String> FORMATS = List.of("YUYV", "GREY", "YU12", "NV12");

    /** A healthy device answers in milliseconds; a wedged one must not hold up its owner. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(2);

    private static final int ANSWER_BYTES_MAX = 8192;

    /** What v4l2-ctl writes before each frame with --stream-to-hdr, and then the frame's length. */
    private static final byte[] HEADER = {'r', 'd', 'h', 'V'};

    private static final Pattern SIZE = Pattern.compile("Width/Height\\s*: (\\d{1,5})/(\\d{1,5})");
    private static final Pattern PIXELS = Pattern.compile("Pixel Format\\s*: '(.{4})'");
    private static final Pattern ROW = Pattern.compile("Bytes per Line\\s*: (\\d{1,9})");
    private static final Pattern FRAME = Pattern.compile("Size Image\\s*: (\\d{1,9})");

    private final String name;
    private final String program;
    private final CaptureSettings settings;

    V4l2Format(String name, String program, CaptureSettings settings) {
        this.name = name;
        this.program = program;
        this.settings = settings;
    }

    /** The stream of the first format that the device has; at most four questions. */
    Capture.Stream negotiate() throws DeviceException {
        for (String format : FORMATS) {
            String answer = ask(format);
            if (format.equals(first(PIXELS, answer))) {
                return new Capture.Stream(streaming(format), layout(format, answer), exposing());
            }
        }
        throw new DeviceException(
                name,
                settings.device()
                        + ": expected "
                        + String.join(", ", FORMATS)
                        + ", got none of them; for JPEG set camera.capture = \"ffmpeg\"");
    }

    private List<String> streaming(String format) {
        return List.of(
                program,
                "--device",
                settings.device(),
                "--set-fmt-video",
                wish(format),
                "--stream-mmap=3",
                "--stream-to-hdr=-");
    }

    /** A device that does not list its controls keeps its own exposure. */
    private Map<Light, List<String>> exposing() throws DeviceException {
        String listing =
                ChildProcess.start(
                                name,
                                List.of(program, "--device", settings.device(), "--list-ctrls"))
                        .answer(ANSWER_MAX, ANSWER_BYTES_MAX)
                        .orElse("");
        Map<Light, List<String>> commands = new EnumMap<>(Light.class);
        V4l2Controls.of(listing)
                .forEach(
                        (light, values) ->
                                commands.put(
                                        light,
                                        List.of(
                                                program,
                                                "--device",
                                                settings.device(),
                                                "--set-ctrl",
                                                values)));
        return commands;
    }

    private String wish(String format) {
        var size = settings.size();
        return "width=" + size.width() + ",height=" + size.height() + ",pixelformat=" + format;
    }

    /** The frame rate is asked for here, because v4l2-ctl answers on standard output. */
    private String ask(String format) throws DeviceException {
        var child =
                ChildProcess.start(
                        name,
                        List.of(
                                program,
                                "--device",
                                settings.device(),
                                "--set-fmt-video",
                                wish(format),
                                "--set-parm",
                                String.valueOf(settings.framesPerSecond()),
                                "--get-fmt-video"));
        // Its exit status says nothing: a device without frame rates is answered with a failure.
        String answer = child.answer(ANSWER_MAX, ANSWER_BYTES_MAX).orElse("");
        if (!PIXELS.matcher(answer).find()) {
            String words = child.lastWords();
            throw new DeviceException(
                    name, settings.device() + ": " + (words.isEmpty() ? "no answer" : words));
        }
        return answer;
    }

    private FrameLayout layout(String format, String answer) throws DeviceException {
        try {
            int step = format.equals("YUYV") ? 2 : 1;
            int frameBytes = number(FRAME, answer);
            var rows = new Rows(number(ROW, answer), step, frameBytes);
            Matcher size = SIZE.matcher(answer);
            if (!size.find()) {
                throw new IllegalArgumentException("no size");
            }
            int width = Integer.parseInt(size.group(1));
            int height = Integer.parseInt(size.group(2));
            byte[] mark = ByteBuffer.allocate(8).put(HEADER).putInt(frameBytes).array();
            return FrameLayout.of(width, height, rows).marked(mark);
        } catch (IllegalArgumentException _) {
            throw new DeviceException(
                    name, settings.device() + ": expected a picture's size, got none that is one");
        }
    }

    private static int number(Pattern pattern, String answer) {
        return Integer.parseInt(first(pattern, answer));
    }

    private static String first(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        return matcher.find() ? matcher.group(1) : "";
    }
}
