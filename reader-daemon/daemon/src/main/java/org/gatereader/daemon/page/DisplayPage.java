package org.gatereader.daemon.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.gatereader.daemon.display.Display;
import org.gatereader.daemon.display.Sign;
import org.gatereader.qr.QrModules;

/**
 * The gate's sign on a screen at the barrier: a browser in kiosk mode shows this page of loopback
 * and nothing else. It says what the lamp and the buzzer say, in shape, colour, text and sound.
 */
public final class DisplayPage implements Display {
    /** The page's own files, by path: a fixed list, so that no path can lead anywhere else. */
    private static final Map<String, String> FILES =
            Map.of(
                    "/display", "display.html",
                    "/display.css", "display.css",
                    "/display.js", "display.js");

    /** Three are missed before the page says that the gate has gone. */
    private static final Duration ALIVE = Duration.ofSeconds(2);

    private final EventStreams events = new EventStreams();
    private boolean hasTold;
    private long toldAtNanos;

    /** Shows nothing until it is told. */
    public DisplayPage() {}

    /** Answers a browser; {@link Reply#NOT_FOUND} for what is not of this page. */
    public Reply answer(Request request) throws IOException {
        if (!request.isGet()) {
            return Reply.text(405, "GET\n");
        }
        if (request.path().equals("/display/events")) {
            return new Reply.Events(events);
        }
        String file = FILES.get(request.path());
        return file == null
                ? SharedFiles.answer(request.path())
                : Reply.file(DisplayPage.class, file);
    }

    @Override
    public void show(Sign sign, long nanos) {
        events.publish("sign", line(sign));
    }

    @Override
    public void hint(Sign.Words words) {
        events.publish(
                "hint",
                new JsonLine()
                        .put("korean", words.korean())
                        .put("english", words.english())
                        .put("isNarrowed", words.equals(Sign.NARROWED))
                        .end());
    }

    @Override
    public void challenge(String text) {
        events.publish("challenge", challengeLine(text));
    }

    /** Says that the gate's own loop turns: the server's threads would answer without it. */
    @Override
    public void runOnce(long nanos) {
        if (!hasTold || nanos - toldAtNanos >= ALIVE.toNanos()) {
            hasTold = true;
            toldAtNanos = nanos;
            events.publish("alive", "{}", 0);
        }
    }

    /** A sign as a page is told it. */
    public static String line(Sign sign) {
        var chime = sign.chime();
        return new JsonLine()
                .put("sign", sign.name())
                .put("shape", label(sign.look().shape()))
                .put("background", colour(sign.look().background()))
                .put("ink", colour(sign.look().ink()))
                .put("korean", sign.words().korean())
                .put("english", sign.words().english())
                .put("asksForAPhone", sign.asksForAPhone())
                .put("tones", chime.count())
                .put("hertz", chime.hertz())
                .put("toneMillis", chime.tone().toMillis())
                .put("gapMillis", chime.gap().toMillis())
                .end();
    }

    /** The challenge as dark modules row by row, for a code that the page draws; none if empty. */
    private static String challengeLine(String text) {
        if (text.isEmpty()) {
            return new JsonLine().put("side", 0).put("modules", "").end();
        }
        var code = QrModules.of(text);
        var modules = new StringBuilder();
        for (int row = 0; row < code.side(); row++) {
            for (int column = 0; column < code.side(); column++) {
                modules.append(code.isDark(column, row) ? '1' : '0');
            }
        }
        return new JsonLine().put("side", code.side()).put("modules", modules.toString()).end();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
