package org.gatereader.daemon.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.gatereader.daemon.control.wire.AnswerWriter;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlAnswer.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One caller: one line in, one answer out, gone. It never waits, so that one who says nothing, says
 * it slowly or does not listen costs the others nothing.
 */
final class Connection {
    static final int REQUEST_BYTES_MAX = 64 * 1024;

    /** Longer than any verb and its argument; what follows is counted and not kept. */
    private static final int KEPT_BYTES_MAX = 16 * 1024;

    private final SocketChannel channel;
    private final Function<String, ControlAnswer> desk;
    private final long endsAtNanos;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int received;
    private @Nullable ByteBuffer answer;

    /**
     * @param desk asked once, with the line as it came
     * @param endsAtNanos until then it must be over, whatever is missing
     */
    Connection(SocketChannel channel, Function<String, ControlAnswer> desk, long endsAtNanos) {
        this.channel = channel;
        this.desk = desk;
        this.endsAtNanos = endsAtNanos;
    }

    /** Goes on as far as it can without waiting; gives up on any error of the caller's. */
    void advance(SelectionKey key, ByteBuffer scratch) {
        try {
            if (answer == null) {
                receive(scratch);
            }
            if (answer != null) {
                channel.write(answer);
                key.interestOps(SelectionKey.OP_WRITE);
                if (!answer.hasRemaining()) {
                    close();
                }
            }
        } catch (IOException callerIsGone) {
            close();
        }
    }

    boolean isOver(long nanos) {
        return !channel.isOpen() || nanos - endsAtNanos >= 0;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // There is nobody left to tell.
        }
    }

    private void receive(ByteBuffer scratch) throws IOException {
        while (answer == null) {
            int read = channel.read(scratch.clear());
            if (read == 0) {
                return;
            }
            if (read < 0) {
                answer = encoded(new Refused("expected a line feed after the verb"));
                return;
            }
            take(scratch.flip());
        }
    }

    private void take(ByteBuffer part) {
        received += part.remaining();
        while (part.hasRemaining()) {
            byte each = part.get();
            if (each == '\n') {
                answer =
                        encoded(
                                part.hasRemaining()
                                        ? new Refused("expected one request a connection")
                                        : desk.apply(line.toString(StandardCharsets.ISO_8859_1)));
                return;
            }
            if (line.size() < KEPT_BYTES_MAX) {
                line.write(each);
            }
        }
        if (received > REQUEST_BYTES_MAX) {
            answer = encoded(new Refused("expected at most " + REQUEST_BYTES_MAX + " bytes"));
        }
    }

    private static ByteBuffer encoded(ControlAnswer answer) {
        return ByteBuffer.wrap(AnswerWriter.write(answer));
    }
}
