package org.gatereader.daemon.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinylog.Level;
import org.tinylog.core.LogEntry;
import org.tinylog.core.LogEntryValue;
import org.tinylog.writers.Writer;

/**
 * Writes one line for each entry to standard error, where systemd's journal takes it.
 *
 * <p>The last gate before the outside: libraries pass from WARN on only, whatever level is
 * configured, for below it they print what they handle, and one that guesses which board this is
 * not at all, for a line of ours says what came of it; an exception leaves its class and the places
 * it came through and never its message, for that may quote what could not be read; and nothing can
 * begin a line of its own.
 */
public final class LineWriter implements Writer {
    private static final String OURS = "org.gatereader.";

    /** On a machine that is no Raspberry Pi it prints four failures, and nothing is wrong. */
    private static final String BOARD_GUESS = "com.pi4j.boardinfo.";

    private static final Set<Level> FROM_LIBRARIES = EnumSet.of(Level.WARN, Level.ERROR);
    private static final int MESSAGE_CHARS_MAX = 1000;
    private static final int CAUSES_MAX = 4;
    private static final int FRAMES_MAX = 12;

    private final OutputStream out;

    /** Made by tinylog, by name. */
    public LineWriter(Map<String, String> properties) {
        this(new FileOutputStream(FileDescriptor.err));
    }

    LineWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public Collection<LogEntryValue> getRequiredLogEntryValues() {
        return EnumSet.of(
                LogEntryValue.DATE,
                LogEntryValue.LEVEL,
                LogEntryValue.CLASS,
                LogEntryValue.MESSAGE,
                LogEntryValue.EXCEPTION);
    }

    @Override
    public void write(LogEntry entry) throws IOException {
        @Nullable String className = entry.getClassName();
        boolean isOurs = className != null && className.startsWith(OURS);
        boolean isGuess = className != null && className.startsWith(BOARD_GUESS);
        if (isGuess || (!isOurs && !FROM_LIBRARIES.contains(entry.getLevel()))) {
            return;
        }
        StringBuilder line = new StringBuilder();
        line.append(entry.getTimestamp().toInstant()).append(' ').append(entry.getLevel());
        line.append(' ').append(isOurs ? className.substring(OURS.length()) : className);
        @Nullable String message = entry.getMessage();
        if (message != null) {
            appendEscaped(line.append(": "), message);
        }
        appendException(line, entry.getException());
        // In one piece: two threads' lines do not mix.
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        // Standard error outlives every writer.
    }

    private static void appendEscaped(StringBuilder line, String message) {
        int shown = Math.min(message.length(), MESSAGE_CHARS_MAX);
        for (int index = 0; index < shown; index++) {
            char each = message.charAt(index);
            switch (Character.getType(each)) {
                case Character.CONTROL, Character.FORMAT -> escape(line, each);
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> escape(line, each);
                default -> line.append(each);
            }
        }
        if (shown < message.length()) {
            line.append("… (").append(message.length()).append(" characters)");
        }
    }

    private static void escape(StringBuilder line, char each) {
        line.append(String.format("\\u%04X", (int) each));
    }

    private static void appendException(StringBuilder line, @Nullable Throwable thrown) {
        @Nullable Throwable each = thrown;
        for (int causes = 0; each != null && causes < CAUSES_MAX; causes++) {
            line.append(causes == 0 ? " [" : " caused by [").append(each.getClass().getName());
            StackTraceElement[] frames = each.getStackTrace();
            for (int frame = 0; frame < Math.min(frames.length, FRAMES_MAX); frame++) {
                line.append(frame == 0 ? " at " : " < ");
                line.append(frames[frame].getClassName()).append('.');
                line.append(frames[frame].getMethodName()).append(':');
                line.append(frames[frame].getLineNumber());
            }
            line.append(']');
            each = each.getCause();
        }
    }
}
