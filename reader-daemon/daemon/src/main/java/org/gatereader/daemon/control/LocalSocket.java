package org.gatereader.daemon.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;

/**
 * A listening unix socket whose file is never seen with another mode or group than it shall have:
 * mode and group are the whole authorisation.
 *
 * <p>{@code bind} makes the file with what the umask leaves and listens at once, so that between it
 * and {@code chmod} a stranger could connect and stay connected. The socket is therefore bound
 * inside a directory that only this user can enter, gets its group and mode there, and is then
 * renamed to its place: a rename keeps a socket listening, and takes the place of a dead one
 * without a moment in which there is none.
 */
final class LocalSocket implements AutoCloseable {
    private static final String ANTEROOM = ".bind";
    private static final int WAITING_MAX = 64;

    private final ServerSocketChannel channel;
    private final Path path;

    private LocalSocket(ServerSocketChannel channel, Path path) {
        this.channel = channel;
        this.path = path;
    }

    /**
     * Listens. The caller owns the directory and is alone in it: see {@link ControlDirectory}.
     *
     * @param group who else may connect; empty = the group that the process runs as
     * @throws IOException if somebody listens there, something else lies there, or there is no such
     *     group
     */
    static LocalSocket open(Path path, Optional<String> group) throws IOException {
        refuseWhatIsAlive(path);
        Path anteroom = path.resolveSibling(ANTEROOM);
        Path hidden = anteroom.resolve(path.getFileName().toString());
        Files.deleteIfExists(hidden);
        Files.deleteIfExists(anteroom);
        Files.createDirectory(
                anteroom,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(hidden), WAITING_MAX);
            if (group.isPresent()) {
                giveTo(group.get(), hidden);
            }
            Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rw-rw----"));
            Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE);
            channel.configureBlocking(false);
            return new LocalSocket(channel, path);
        } catch (IOException | RuntimeException | Error failed) {
            channel.close();
            throw failed;
        } finally {
            Files.deleteIfExists(hidden);
            Files.deleteIfExists(anteroom);
        }
    }

    ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            channel.close();
        }
    }

    /** A socket file that nobody listens at is what a killed process left. */
    private static void refuseWhatIsAlive(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean isSocket =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther();
        if (!isSocket) {
            throw new IOException(path + ": expected a socket or nothing");
        }
        try (SocketChannel caller = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            caller.connect(UnixDomainSocketAddress.of(path));
        } catch (ConnectException nobodyListens) {
            return;
        }
        throw new IOException(path + ": another process listens");
    }

    private static void giveTo(String group, Path path) throws IOException {
        try {
            GroupPrincipal principal =
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByGroupName(group);
            Files.getFileAttributeView(path, PosixFileAttributeView.class).setGroup(principal);
        } catch (UserPrincipalNotFoundException unknown) {
            throw new IOException("group " + group + ": expected one that exists here", unknown);
        }
    }
}
