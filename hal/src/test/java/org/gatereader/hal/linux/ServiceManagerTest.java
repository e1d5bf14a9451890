package org.gatereader.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real datagram socket, as systemd listens on one. */
class ServiceManagerTest {
    private static final long PID = 4711;

    @TempDir private Path directory;

    @Test
    void tellsWhoListensOnAPath() throws Exception {
        Path path = directory.resolve("notify");
        assertHeard(path.toString(), path.toString().getBytes(UTF_8));
    }

    @Test
    void tellsWhoListensOnAnAbstractName() throws Exception {
        String name = "gate-reader-test-" + ProcessHandle.current().pid();
        byte[] bound = ("@" + name).getBytes(UTF_8);
        bound[0] = 0;
        assertHeard("@" + name, bound);
    }

    @Test
    void isNobodyWhereNoneIsNamed() {
        assertSame(ServiceManager.NONE, ServiceManager.of(Map.of(), PID));
        assertSame(
                ServiceManager.NONE,
                ServiceManager.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(107)), PID));
    }

    @Test
    void losesNewsThatNobodyHears() {
        var manager =
                ServiceManager.of(
                        Map.of("NOTIFY_SOCKET", directory.resolve("absent").toString()), PID);
        manager.tellReady();
    }

    @ParameterizedTest
    @CsvSource({
        "15000000, 4711, 15000", // ours
        "15000000, ,     15000", // for whoever was started
        "15000000, 4712, 0", // another process's
        "-1,       4711, 0",
        "soon,     4711, 0",
        "9999999999999999999, 4711, 0"
    })
    void takesItsWatchdogFromTheEnvironment(String micros, String pid, long millis) {
        var environment = new HashMap<String, String>();
        environment.put("NOTIFY_SOCKET", "/run/notify");
        environment.put("WATCHDOG_USEC", micros);
        if (pid != null) {
            environment.put("WATCHDOG_PID", pid);
        }
        assertEquals(
                Duration.ofMillis(millis), ServiceManager.of(environment, PID).watchdogPeriod());
    }

    private static void assertHeard(String named, byte[] bound) throws Exception {
        int socket = LibC.socket(1, 2);
        try (Arena arena = Arena.ofConfined()) {
            bind(socket, bound, arena);
            var manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", named), PID);
            manager.tellReady();
            manager.feedWatchdog();
            manager.tellStatus("two\nlines");
            assertEquals("READY=1", read(socket, arena));
            assertEquals("WATCHDOG=1", read(socket, arena));
            assertEquals("STATUS=two lines", read(socket, arena));
        } finally {
            LibC.close(socket);
        }
    }

    private static String read(int socket, Arena arena) throws LinuxException {
        MemorySegment into = arena.allocate(256);
        int length = LibC.read(socket, into);
        return new String(into.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), UTF_8);
    }

    /** bind(2), which only a test needs. */
    @SuppressWarnings("restricted")
    private static void bind(int socket, byte[] path, Arena arena) throws Exception {
        MemorySegment address = arena.allocate(2 + path.length + (path[0] == 0 ? 0 : 1), 2);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
        MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, 2, path.length);
        var linker = Linker.nativeLinker();
        var bind =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("bind"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT));
        try {
            assertEquals(0, (int) bind.invokeExact(socket, address, (int) address.byteSize()));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
