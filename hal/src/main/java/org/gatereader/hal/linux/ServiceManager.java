package org.gatereader.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What started this process and waits for news of it: systemd, by the protocol of sd_notify(3), or
 * nobody. Told from any thread; news that does not arrive is lost, and the manager acts by its own
 * time limits.
 */
public final class ServiceManager {
    /** Nobody waits for news. */
    public static final ServiceManager NONE = new ServiceManager(new byte[0], Duration.ZERO);

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_DONTWAIT = 0x40;

    /** unix(7): sockaddr_un is a family of two bytes, and a path of 108 of which one ends it. */
    private static final int FAMILY_BYTES = 2;

    private static final int PATH_BYTES_MAX = 107;

    private final byte[] path;
    private final Duration watchdogPeriod;

    private ServiceManager(byte[] path, Duration watchdogPeriod) {
        this.path = path;
        this.watchdogPeriod = watchdogPeriod;
    }

    /**
     * The manager that the environment names, {@code NOTIFY_SOCKET} and {@code WATCHDOG_USEC}.
     *
     * @param pid this process: the watchdog may be meant for another ({@code WATCHDOG_PID})
     */
    public static ServiceManager of(Map<String, String> environment, long pid) {
        byte[] path = environment.getOrDefault("NOTIFY_SOCKET", "").getBytes(UTF_8);
        if (path.length == 0 || path.length > PATH_BYTES_MAX) {
            return NONE;
        }
        if (path[0] == '@') {
            path[0] = 0; // The abstract namespace.
        }
        boolean isOurs =
                Optional.ofNullable(environment.get("WATCHDOG_PID"))
                        .map(Long.toString(pid)::equals)
                        .orElse(true);
        return new ServiceManager(path, isOurs ? period(environment) : Duration.ZERO);
    }

    private static Duration period(Map<String, String> environment) {
        try {
            long micros = Long.parseLong(environment.getOrDefault("WATCHDOG_USEC", "0"));
            return Duration.ofNanos(Math.multiplyExact(Math.max(micros, 0), 1_000L));
        } catch (NumberFormatException | ArithmeticException _) {
            return Duration.ZERO;
        }
    }

    /** After so long without {@link #feedWatchdog} it ends this process; zero is never. */
    public Duration watchdogPeriod() {
        return watchdogPeriod;
    }

    /** The service is up: the manager starts what waited for it. */
    public void tellReady() {
        send("READY=1");
    }

    /** The service is on its way out. */
    public void tellStopping() {
        send("STOPPING=1");
    }

    /** One line for a person who asks how the service is. */
    public void tellStatus(String line) {
        send("STATUS=" + line.replace('\n', ' '));
    }

    /** The service has made progress, end to end. */
    public void feedWatchdog() {
        send("WATCHDOG=1");
    }

    private void send(String news) {
        if (path.length == 0) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment datagram =
                    arena.allocateFrom(ValueLayout.JAVA_BYTE, news.getBytes(UTF_8));
            int socket = LibC.socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC);
            try {
                LibC.sendTo(socket, datagram, MSG_DONTWAIT, address(arena));
            } finally {
                LibC.close(socket);
            }
        } catch (LinuxException _) {
            // A manager that does not hear lets its own time limit run out: nothing better is left.
        }
    }

    private MemorySegment address(Arena arena) {
        // A path ends with a zero, an abstract name where the address ends.
        int ending = path[0] == 0 ? 0 : 1;
        MemorySegment address = arena.allocate(FAMILY_BYTES + path.length + ending, FAMILY_BYTES);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, FAMILY_BYTES, path.length);
        return address;
    }
}
