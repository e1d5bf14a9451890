package org.gatereader.daemon.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.gatereader.daemon.control.ControlDesk.Counter;
import org.gatereader.daemon.control.wire.ControlClient;
import org.jspecify.annotations.Nullable;

/**
 * The two local sockets: {@code status.sock} to read, {@code control.sock} to act. One request a
 * connection, 64 KiB, 2 s. One thread owns it and never waits for a caller.
 */
public final class ControlServer implements AutoCloseable {
    private static final long CONNECTION_NANOS_MAX = Duration.ofSeconds(2).toNanos();

    /** A technician needs one. The oldest goes when another comes, for it is the slowest. */
    private static final int CONNECTIONS_MAX = 16;

    private final ControlDesk desk;
    private final ControlDirectory directory;
    private final Selector selector;
    private final Deque<Connection> connections = new ArrayDeque<>();
    private final ByteBuffer scratch = ByteBuffer.allocate(8192);
    private @Nullable LocalSocket status;
    private @Nullable LocalSocket control;

    /**
     * Where, and for whom.
     *
     * @param statusGroup whose members may ask for the status; empty = the process's own group
     * @param adminGroup whose members may act; empty = the process's own group
     */
    public record Settings(
            Path directory, Optional<String> statusGroup, Optional<String> adminGroup) {}

    /**
     * Listens on both sockets from now on; callers wait until {@link #runOnce}.
     *
     * @throws IOException if another gate-reader runs in the directory or a socket can not be made
     */
    public ControlServer(Settings settings, ControlDesk desk) throws IOException {
        this.desk = desk;
        this.directory = ControlDirectory.own(settings.directory());
        this.selector = Selector.open();
        try {
            status = listen(Counter.STATUS, settings.statusGroup());
            control = listen(Counter.CONTROL, settings.adminGroup());
        } catch (IOException | RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    /** Waits until a caller does something, at most so long. */
    public void await(Duration longest) throws IOException {
        selector.select(Math.max(1, longest.toMillis()));
    }

    /** Serves every caller as far as it can be served at once; ends those whose time is up. */
    public void runOnce(long nanos) throws IOException {
        selector.selectNow();
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
            SelectionKey key = ready.next();
            ready.remove();
            if (key.isValid()) {
                serve(key, nanos);
            }
        }
        connections.removeIf(
                connection -> {
                    boolean isOver = connection.isOver(nanos);
                    if (isOver) {
                        connection.close();
                    }
                    return isOver;
                });
    }

    /** Ends every connection and takes both sockets away. */
    @Override
    public void close() throws IOException {
        connections.forEach(Connection::close);
        connections.clear();
        try (ControlDirectory _ = directory;
                Selector _ = selector;
                LocalSocket _ = status;
                LocalSocket _ = control) {
            // Closed once only: later the path may be the next process's socket.
            status = null;
            control = null;
        }
    }

    private LocalSocket listen(Counter counter, Optional<String> group) throws IOException {
        String name =
                switch (counter) {
                    case STATUS -> ControlClient.STATUS_SOCKET;
                    case CONTROL -> ControlClient.CONTROL_SOCKET;
                };
        LocalSocket socket = LocalSocket.open(directory.path().resolve(name), group);
        socket.channel().register(selector, SelectionKey.OP_ACCEPT, counter);
        return socket;
    }

    private void serve(SelectionKey key, long nanos) throws IOException {
        switch (key.attachment()) {
            case Counter counter -> accept((ServerSocketChannel) key.channel(), counter, nanos);
            case Connection connection -> connection.advance(key, scratch);
            default -> throw new IllegalStateException("nothing else is registered");
        }
    }

    /** At most a full house a turn, or a caller that comes back at once would hold the thread. */
    private void accept(ServerSocketChannel socket, Counter counter, long nanos)
            throws IOException {
        for (int accepted = 0; accepted < CONNECTIONS_MAX; accepted++) {
            @Nullable SocketChannel channel = socket.accept();
            if (channel == null) {
                return;
            }
            if (connections.size() == CONNECTIONS_MAX) {
                connections.removeFirst().close();
            }
            channel.configureBlocking(false);
            Connection connection =
                    new Connection(
                            channel,
                            line -> desk.answer(counter, line),
                            nanos + CONNECTION_NANOS_MAX);
            connections.addLast(connection);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ, connection);
            // Its line is usually here already: who speaks at once is served before others can
            // push it out.
            connection.advance(key, scratch);
        }
    }
}
