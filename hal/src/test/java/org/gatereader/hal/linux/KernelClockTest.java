package org.gatereader.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine that runs the tests has a kernel with clocks; only the files are made up. */
class KernelClockTest {
    @TempDir private Path files;

    /** The kernel dates files by the same clock, some milliseconds coarser. */
    @Test
    void theTimeOfDayIsTheOneThatFilesAreDatedWith() throws LinuxException, IOException {
        Instant before = written("before");
        Instant wall = new KernelClock().read().wall();
        Instant after = written("after");
        assertFalse(wall.isBefore(before), before + " " + wall);
        assertFalse(wall.isAfter(after.plusMillis(100)), after + " " + wall);
    }

    @Test
    void theErrorsAreOfASizeThatAClockHas() throws LinuxException {
        KernelTime.Sync sync = new KernelClock().read().sync();
        for (Duration error : new Duration[] {sync.estimatedError(), sync.maxError()}) {
            assertFalse(error.isNegative(), sync.toString());
            assertTrue(error.compareTo(Duration.ofHours(1)) < 0, sync.toString());
        }
    }

    @Test
    void theTimeSinceBootIsThatOfTheKernelAndGoesOn() throws LinuxException, IOException {
        String uptime = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
        KernelTime first = new KernelClock().read();
        KernelTime second = new KernelClock().read();
        double seconds = first.boot().elapsed().toMillis() / 1000.0;
        assertEquals(Double.parseDouble(uptime), seconds, 60);
        assertFalse(second.boot().elapsed().compareTo(first.boot().elapsed()) < 0);
        assertEquals(first.boot().id(), second.boot().id());
    }

    @Test
    void theBatteryClockTellsWholeSeconds() throws IOException, LinuxException {
        Files.writeString(files.resolve("since_epoch"), "1893456000\n");
        assertEquals(Optional.of(Instant.parse("2030-01-01T00:00:00Z")), read().battery());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5\n", "noon\n", "9999999999999\n"})
    void aBatteryClockThatTellsNoTimeIsNone(String content) throws IOException, LinuxException {
        Files.writeString(files.resolve("since_epoch"), content);
        assertEquals(Optional.empty(), read().battery());
    }

    @Test
    void aMachineWithoutABatteryClockHasNone() throws LinuxException {
        KernelTime read = read();
        assertEquals(Optional.empty(), read.battery());
        assertEquals("", read.boot().id());
    }

    private Instant written(String name) throws IOException {
        Path file = Files.createFile(files.resolve(name));
        return Files.getLastModifiedTime(file).toInstant();
    }

    private KernelTime read() throws LinuxException {
        return new KernelClock(files.resolve("boot_id"), files.resolve("since_epoch")).read();
    }
}
