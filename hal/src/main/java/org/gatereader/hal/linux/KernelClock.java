package org.gatereader.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Looks at this machine's clocks and sets none: the kernel's time of day and whether a time service
 * keeps it (adjtimex(2) without a mode, which needs no privilege), the time since boot, and the
 * battery clock.
 */
public final class KernelClock {
    /** struct timex of a 64-bit Linux, x86 and ARM alike (linux/timex.h). */
    private static final long TIMEX_BYTES = 208;

    private static final long MAXERROR = 24;
    private static final long ESTERROR = 32;
    private static final long STATUS = 40;
    private static final long TIME_SECONDS = 72;
    private static final long TIME_FRACTION = 80;

    /** linux/timex.h: nobody keeps the clock; its fraction is in nanoseconds. */
    private static final int STA_UNSYNC = 0x0040;

    private static final int STA_NANO = 0x2000;

    /** time.h: monotonic, and goes on while the machine is suspended. */
    private static final int CLOCK_BOOTTIME = 7;

    private static final CFunction ADJTIMEX =
            CFunction.of("adjtimex", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final CFunction CLOCK_GETTIME =
            CFunction.of("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

    private final Path bootId;
    private final Path batteryClock;

    /** The clocks of this machine. */
    public KernelClock() {
        this(
                Path.of("/proc/sys/kernel/random/boot_id"),
                Path.of("/sys/class/rtc/rtc0/since_epoch"));
    }

    KernelClock(Path bootId, Path batteryClock) {
        this.bootId = bootId;
        this.batteryClock = batteryClock;
    }

    /**
     * One look.
     *
     * @throws LinuxException if the kernel does not say; some sandboxes forbid adjtimex
     */
    public KernelTime read() throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment timex = arena.allocate(TIMEX_BYTES, Long.BYTES);
            LibC.call("adjtimex", state -> (int) ADJTIMEX.handle().invokeExact(state, timex));
            int status = timex.get(JAVA_INT, STATUS);
            long fraction = timex.get(JAVA_LONG, TIME_FRACTION);
            Instant wall =
                    Instant.ofEpochSecond(
                            timex.get(JAVA_LONG, TIME_SECONDS),
                            (status & STA_NANO) == 0 ? fraction * 1_000 : fraction);
            var sync =
                    new KernelTime.Sync(
                            (status & STA_UNSYNC) == 0,
                            micros(timex.get(JAVA_LONG, ESTERROR)),
                            micros(timex.get(JAVA_LONG, MAXERROR)));
            var boot = new KernelTime.Boot(text(bootId).orElse(""), sinceBoot(arena));
            return new KernelTime(wall, boot, sync, batteryTime());
        }
    }

    private static Duration sinceBoot(Arena arena) throws LinuxException {
        MemorySegment timespec = arena.allocate(JAVA_LONG, 2);
        LibC.call(
                "clock_gettime",
                state -> (int) CLOCK_GETTIME.handle().invokeExact(state, CLOCK_BOOTTIME, timespec));
        return Duration.ofSeconds(
                timespec.getAtIndex(JAVA_LONG, 0), timespec.getAtIndex(JAVA_LONG, 1));
    }

    /** A chip that has lost its power says so, and then the kernel has no time to give. */
    private Optional<Instant> batteryTime() {
        return text(batteryClock)
                .filter(seconds -> seconds.matches("\\d{1,12}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
