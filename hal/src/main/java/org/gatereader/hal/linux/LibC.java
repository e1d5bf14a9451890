package org.gatereader.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The few calls of the C library that device files need and the JDK does not have, each as its
 * manual page says (section 2) and nothing above it: a number below zero becomes a {@link
 * LinuxException} with the {@code errno} of this very call.
 */
public final class LibC {
    /** From fcntl.h; these are the same on x86 and ARM, {@code O_NOFOLLOW} and others are not. */
    public static final int O_RDONLY = 0;

    public static final int O_RDWR = 2;
    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;

    /** poll.h: something can be read. */
    private static final short POLLIN = 1;

    /** struct pollfd: fd, events, revents. */
    private static final long POLLFD_BYTES = 8;

    private static final long POLLFD_EVENTS = 4;

    private static final CFunction OPEN =
            CFunction.variadic("open", 2, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final CFunction CLOSE =
            CFunction.of("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final CFunction READ =
            CFunction.of("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final CFunction IOCTL =
            CFunction.variadic(
                    "ioctl", 2, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
    private static final CFunction POLL =
            CFunction.of("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final CFunction SOCKET =
            CFunction.of("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final CFunction SENDTO =
            CFunction.of(
                    "sendto",
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

    /** Where a call that failed says why; found when the first one fails. */
    private static final class Errno {
        private static final VarHandle VALUE =
                Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));
    }

    private LibC() {}

    /** One call; {@code state} takes its errno. */
    interface Call {
        long invoke(MemorySegment state) throws Throwable;
    }

    /**
     * Opens an existing file.
     *
     * @param flags {@code O_...}, added up
     * @return the file descriptor, which the caller closes
     */
    public static int open(Path path, int flags) throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path.toString());
            return (int) call("open", state -> (int) OPEN.handle().invokeExact(state, name, flags));
        }
    }

    /** Closes a file descriptor; whatever the kernel says, it is gone afterwards. */
    public static void close(int fd) {
        try {
            call("close", state -> (int) CLOSE.handle().invokeExact(state, fd));
        } catch (LinuxException _) {
            // Linux frees the descriptor before it reports; closing again would hit another file.
        }
    }

    /**
     * Reads at most what {@code into} holds.
     *
     * @return the bytes read; 0 at the end of a file
     */
    public static int read(int fd, MemorySegment into) throws LinuxException {
        return (int)
                call(
                        "read",
                        state ->
                                (long) READ.handle().invokeExact(state, fd, into, into.byteSize()));
    }

    /**
     * Asks a driver something.
     *
     * @param argument the request's own structure; the kernel reads it, and may fill it
     * @return what the driver answers, 0 or more
     */
    public static int ioctl(int fd, long request, MemorySegment argument) throws LinuxException {
        return (int)
                call(
                        "ioctl",
                        state -> (int) IOCTL.handle().invokeExact(state, fd, request, argument));
    }

    /**
     * Waits until something can be read.
     *
     * @param wait at most so long, whole milliseconds; zero only looks
     * @return whether a read returns at once, be it with data, the end or an error
     */
    public static boolean poll(int fd, Duration wait) throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pollfd = arena.allocate(POLLFD_BYTES, Integer.BYTES);
            pollfd.set(JAVA_INT, 0, fd);
            pollfd.set(JAVA_SHORT, POLLFD_EVENTS, POLLIN);
            int millis = (int) Math.min(wait.toMillis(), Integer.MAX_VALUE);
            return call("poll", state -> (int) POLL.handle().invokeExact(state, pollfd, 1L, millis))
                    > 0;
        } catch (LinuxException e) {
            if (e.errno() == LinuxException.EINTR) {
                return false;
            }
            throw e;
        }
    }

    /** Makes a socket; the caller closes it. */
    public static int socket(int domain, int type) throws LinuxException {
        return (int)
                call("socket", state -> (int) SOCKET.handle().invokeExact(state, domain, type, 0));
    }

    /**
     * Sends one datagram.
     *
     * @param flags {@code MSG_...}, added up
     * @param address a socket address as long as its segment
     */
    public static void sendTo(int fd, MemorySegment datagram, int flags, MemorySegment address)
            throws LinuxException {
        long length = datagram.byteSize();
        int addressLength = (int) address.byteSize();
        call(
                "sendto",
                state ->
                        (long)
                                SENDTO.handle()
                                        .invokeExact(
                                                state,
                                                fd,
                                                datagram,
                                                length,
                                                flags,
                                                address,
                                                addressLength));
    }

    static long call(String name, Call call) throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            long result = call.invoke(state);
            if (result < 0) {
                throw new LinuxException(name, (int) Errno.VALUE.get(state, 0L));
            }
            return result;
        } catch (LinuxException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }
}
