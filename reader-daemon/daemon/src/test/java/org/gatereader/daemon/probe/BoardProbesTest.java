package org.gatereader.daemon.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Linux tells of the board, in files as a Raspberry Pi has them. */
class BoardProbesTest {
    private static final long SLOW = 200_000_000L;

    private @TempDir Path sys;

    @Test
    void skipsWhatThisMachineDoesNotTell() {
        var files = new SysFiles(sys);
        assertEquals(State.SKIP, new TemperatureProbe(files).judge().state());
        assertEquals(State.SKIP, new PowerProbe(files).judge().state());
        assertEquals(State.SKIP, new WearProbe(files).judge().state());
    }

    @ParameterizedTest
    @CsvSource({
        "48312, PASS, 48 °C",
        "74999, PASS, 74 °C",
        "75000, WARN, 75 °C",
        "84999, WARN, 84 °C",
        "85000, FAIL, 85 °C",
        "-4000, PASS, -4 °C",
        "hot, SKIP, this board does not tell",
    })
    void judgesTheHottestPlaceOfTheBoard(String temp, State state, String measured)
            throws IOException {
        write("class/thermal/thermal_zone0/temp", temp);
        found(state, measured, new TemperatureProbe(new SysFiles(sys)).judge());
        write("class/thermal/thermal_zone1/temp", "90000");
        assertEquals(State.FAIL, new TemperatureProbe(new SysFiles(sys)).judge().state());
    }

    @ParameterizedTest
    @CsvSource({
        "0, PASS",
        "50005, FAIL",
        "50000, WARN",
        "10000, WARN",
        "20002, PASS",
        "0x1, FAIL",
        "?, SKIP",
    })
    void tellsAVoltageThatIsTooLowFromOneThatWas(String bits, State state) throws IOException {
        write("devices/platform/soc/soc:firmware/get_throttled", bits);
        assertEquals(state, power());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soc/soc", "soc@107c000000/soc@107c000000"})
    void findsTheFirmwareOfARaspberryPi4AndOfA5(String soc) throws IOException {
        write("devices/platform/" + soc + ":firmware/get_throttled", "50005");
        assertEquals(State.FAIL, power());
    }

    @ParameterizedTest
    @CsvSource({"1, FAIL", "0, PASS", "?, SKIP"})
    void asksTheKernelsVoltageAlarmAndNoOtherChips(String alarm, State state) throws IOException {
        write("class/hwmon/hwmon0/name", "cpu_thermal");
        write("class/hwmon/hwmon0/in0_lcrit_alarm", alarm.equals("1") ? "0" : "1");
        assertEquals(State.SKIP, power());
        write("class/hwmon/hwmon1/name", "rpi_volt");
        write("class/hwmon/hwmon1/in0_lcrit_alarm", alarm);
        assertEquals(state, power());
    }

    @Test
    void asksTheFirmwareOnlyWhereTheKernelDoesNot() throws IOException {
        write("devices/platform/soc/soc:firmware/get_throttled", "50005");
        write("class/hwmon/hwmon1/name", "rpi_volt");
        write("class/hwmon/hwmon1/in0_lcrit_alarm", "0");
        assertEquals(State.PASS, power());
    }

    @ParameterizedTest
    @CsvSource({
        "0x01 0x01, PASS",
        "0x01 0x08, PASS",
        "0x09 0x01, WARN",
        "0x0a 0x0a, WARN",
        "0x01 0x0b, FAIL",
        "0x00 0x00, SKIP",
        "none, SKIP",
    })
    void judgesTheWearOfTheCellsThatAreWornMost(String lifeTime, State state) throws IOException {
        write("block/mmcblk0/device/life_time", lifeTime);
        assertEquals(state, new WearProbe(new SysFiles(sys)).judge().state());
    }

    @Test
    void measuresHowLongTheSlowestWriteTakesAndLeavesNothingBehind() throws IOException {
        var clock = new AtomicLong();
        var quick = new StorageProbe(sys, () -> clock.getAndAdd(SLOW - 1));
        assertEquals(State.PASS, run(quick).state());
        var slow = new StorageProbe(sys, () -> clock.getAndAdd(SLOW));
        Finding finding = run(slow);
        assertEquals(State.WARN, finding.state());
        assertTrue(finding.measured().startsWith("slowest of 8 writes 200 ms, "));
        try (var left = Files.list(sys)) {
            assertEquals(0, left.count());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, PASS", "2, WARN"})
    void callsAStorageSlowThatIsSoTwice(int times, State state) {
        var clock = new AtomicLong();
        var calls = new AtomicLong();
        // Two readings a write: before it, and after.
        var probe =
                new StorageProbe(
                        sys,
                        () -> clock.getAndAdd(calls.getAndIncrement() < 2L * times ? SLOW : 1));
        assertEquals(state, run(probe).state());
    }

    @Test
    void callsAStorageBrokenThatCanNotBeWritten() {
        Finding finding = run(new StorageProbe(sys.resolve("gone"), () -> 0));
        assertEquals(State.FAIL, finding.state());
        assertEquals(sys.resolve("gone") + ": NoSuchFileException", finding.measured());
    }

    private State power() {
        return new PowerProbe(new SysFiles(sys)).judge().state();
    }

    private static void found(State state, String measured, Finding finding) {
        assertEquals(state, finding.state());
        assertEquals(measured, finding.measured());
    }

    private static Finding run(StorageProbe probe) {
        Optional<Finding> found = Optional.empty();
        for (int step = 0; step < 100 && found.isEmpty(); step++) {
            found = probe.runOnce(0);
        }
        return found.orElseThrow();
    }

    private void write(String file, String text) throws IOException {
        Path path = sys.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }
}
