package org.gatereader.hal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The C library of this machine, on files that every Linux has. */
class LibCTest {
    private static final int ENOTTY = 25;
    private static final int EBADF = 9;

    @TempDir private Path directory;

    @Test
    void readsWhatIsInAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "gate");
        int fd = LibC.open(file, LibC.O_RDONLY | LibC.O_CLOEXEC);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment into = arena.allocate(16);
            assertEquals(4, LibC.read(fd, into));
            byte[] read = into.asSlice(0, 4).toArray(ValueLayout.JAVA_BYTE);
            assertArrayEquals("gate".getBytes(US_ASCII), read);
            assertEquals(0, LibC.read(fd, into));
        } finally {
            LibC.close(fd);
        }
    }

    @Test
    void saysWhyAFileCanNotBeOpened() {
        var refusal =
                assertThrows(
                        LinuxException.class,
                        () -> LibC.open(directory.resolve("absent"), LibC.O_RDONLY));
        assertEquals(LinuxException.ENOENT, refusal.errno());
        assertEquals("open: no such file (errno 2)", refusal.getMessage());
    }

    @Test
    void saysThatAFileIsNoDevice() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "gate");
        int fd = LibC.open(file, LibC.O_RDWR);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment argument = arena.allocate(68);
            var refusal =
                    assertThrows(LinuxException.class, () -> LibC.ioctl(fd, 0x8044B401L, argument));
            assertEquals(ENOTTY, refusal.errno());
        } finally {
            LibC.close(fd);
        }
    }

    @Test
    void looksWithoutWaitingWhetherSomethingCanBeRead() throws Exception {
        int always = LibC.open(Path.of("/dev/zero"), LibC.O_RDONLY);
        int never = LibC.open(fifo(), LibC.O_RDWR | LibC.O_NONBLOCK);
        try {
            assertTrue(LibC.poll(always, Duration.ZERO));
            assertFalse(LibC.poll(never, Duration.ZERO));
        } finally {
            LibC.close(always);
            LibC.close(never);
        }
    }

    @Test
    void aClosedDescriptorIsGoneAndClosingItAgainHurtsNobody() throws Exception {
        int fd = LibC.open(Path.of("/dev/zero"), LibC.O_RDONLY);
        LibC.close(fd);
        LibC.close(fd);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment into = arena.allocate(1);
            var refusal = assertThrows(LinuxException.class, () -> LibC.read(fd, into));
            assertEquals(EBADF, refusal.errno());
        }
    }

    private Path fifo() throws Exception {
        Path fifo = directory.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        return fifo;
    }
}
