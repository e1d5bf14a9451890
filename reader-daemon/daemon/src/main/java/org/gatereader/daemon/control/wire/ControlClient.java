package org.gatereader.daemon.control.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a running gate-reader one thing over one of its two sockets. */
public final class ControlClient {
    public static final String STATUS_SOCKET = "status.sock";
    public static final String CONTROL_SOCKET = "control.sock";

    private final Path socket;
    private final Duration patience;

    /**
     * @param directory the configured control directory
     * @param socket {@link #STATUS_SOCKET} or {@link #CONTROL_SOCKET}
     * @param patience how long the gate may be silent before this is given up
     */
    public ControlClient(Path directory, String socket, Duration patience) {
        this.socket = directory.resolve(socket);
        this.patience = patience;
    }

    /**
     * One question on one connection.
     *
     * @throws IOException if nobody listens, nobody answers in time, or the answer is none
     */
    public ControlAnswer ask(ControlVerb verb) throws IOException {
        return askLine(verb.line());
    }

    /** The same of a verb that takes an argument; together at most 16 KiB. */
    public ControlAnswer ask(ControlVerb verb, String argument) throws IOException {
        return askLine(verb.line(argument));
    }

    private ControlAnswer askLine(String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            // Shorter than any socket's buffer: the gate need not be reading yet.
            byte[] request = (line + "\n").getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return AnswerReader.read(receive(channel, selector));
        }
    }

    /** To the end of the connection, for the gate closes it after its one answer. */
    private byte[] receive(SocketChannel channel, Selector selector) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(8192);
        while (answer.size() <= AnswerWriter.BYTES_MAX) {
            selector.selectedKeys().clear();
            if (selector.select(patience.toMillis()) == 0) {
                throw new IOException(socket + ": no answer within " + patience);
            }
            if (channel.read(part.clear()) < 0) {
                break;
            }
            answer.write(part.array(), 0, part.position());
        }
        return answer.toByteArray();
    }
}
