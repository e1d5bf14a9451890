package org.gatereader.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.config.ConfigReading.Faulty;
import org.gatereader.daemon.config.ConfigReading.Sound;
import org.gatereader.daemon.config.Configuration.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private static final Path FILE = Path.of("/etc/gate-reader/gate.toml");
    private static final String DRIVERS =
            """
            camera.driver = "simulated"
            relay.driver = "simulated"
            display.driver = "simulated"
            """;
    private static final String CHIP = "gpio.chip = \"pinctrl-bcm2711\"\n";
    private static final String MINIMAL =
            """
            gate.id = "seoul-main-03"
            clock.source = "kernel"
            trust.site = "seoul"
            """
                    + DRIVERS;

    @Test
    void fillsWhatIsNotSetFromTheDefaults() {
        var configuration = sound(MINIMAL);
        assertEquals("seoul-main-03", configuration.gateId());
        assertEquals(Duration.ofMillis(500), configuration.relayPulse());
        assertEquals(Duration.ofMinutes(1), configuration.journalBucket());
        assertEquals(Path.of("/var/lib/gate-reader/trust"), configuration.trustDirectory());
        assertEquals(Optional.empty(), configuration.adminGroup());
        assertEquals(Driver.NONE, configuration.driver(ConfigKey.INPUTS_FIRE));
        assertTrue(configuration.isEveryDriverSimulated());
    }

    @Test
    void startsRelativePathsAtTheDirectoryOfTheFile() {
        var configuration = sound(MINIMAL + "trust.directory = \"../trust\"\n");
        assertEquals(Path.of("/etc/trust"), configuration.trustDirectory());
    }

    @Test
    void demandsTheSiteUnlessTrustIsPlain() {
        String siteless = MINIMAL.replace("trust.site = \"seoul\"\n", "");
        assertEquals(List.of("trust.site"), keys(siteless));
        sound(siteless + "trust.source = \"plain\"\n");
    }

    @Test
    void readsTablesAndDottedKeysAlike() {
        var configuration = sound(MINIMAL + "[inputs]\nfire = \"simulated\"\n");
        assertEquals(Driver.SIMULATED, configuration.driver(ConfigKey.INPUTS_FIRE));
        assertEquals(Driver.NONE, configuration.driver(ConfigKey.INPUTS_TAMPER));
    }

    @Test
    void namesEveryMissingKeyThatHasNoDefault() {
        assertEquals(
                List.of(
                        "gate.id",
                        "clock.source",
                        "camera.driver",
                        "relay.driver",
                        "display.driver",
                        "trust.site"),
                faults("").stream().map(ConfigFault::key).toList());
    }

    @Test
    void reportsAllFaultsAtOnceInTheOrderOfTheFile() {
        var toml =
                """
                # a comment, and a blank line

                [gate]
                id = "seoul main 03"

                [relay]
                driver = "simulated"
                  puls_ms = 500
                pulse_ms = 3001
                """;
        assertEquals(
                """
                /etc/gate-reader/gate.toml:1:1: clock.source: \
                expected "kernel" or "simulated", got nothing: it has no \
                default
                /etc/gate-reader/gate.toml:1:1: camera.driver: \
                expected "webcam" or "simulated", got nothing: it has no default
                /etc/gate-reader/gate.toml:1:1: display.driver: \
                expected "simulated" or "gpiochip", got nothing: it has no default
                /etc/gate-reader/gate.toml:1:1: trust.site: \
                expected a name of 1..64 letters, digits, underscores and hyphens, because \
                trust.source is "signed", got nothing
                /etc/gate-reader/gate.toml:4:1: gate.id: \
                expected a name of 1..64 letters, digits, dots, underscores and hyphens, got \
                "seoul main 03"
                /etc/gate-reader/gate.toml:8:3: relay.puls_ms: \
                expected a known key (did you mean relay.pulse_ms?), got relay.puls_ms
                /etc/gate-reader/gate.toml:9:1: relay.pulse_ms: \
                expected a whole number of ms, 200..3000 (from 1 where every driver is \
                simulated), got 3001\
                """,
                lines(toml));
    }

    @Test
    void aRealCameraMustBeNamed() {
        var real = MINIMAL.replace("camera.driver = \"simulated\"", "camera.driver = \"webcam\"");
        assertEquals(List.of("camera.device"), keys(real));
        var configuration = sound(real + "camera.device = \"csi0\"\n");
        assertTrue(configuration.isCameraReal());
        assertFalse(configuration.isEveryDriverSimulated());
        assertFalse(configuration.isCameraResetAllowed());
        assertFalse(configuration.isNfcResetAllowed());
    }

    @ParameterizedTest
    @CsvSource({"/dev/video0, v4l2, rpicam", "/dev/video0, ffmpeg, rpicam", "csi0, rpicam, v4l2"})
    void aCameraIsReadByAProgramForItsKind(String device, String fitting, String other) {
        var real =
                MINIMAL.replace("camera.driver = \"simulated\"", "camera.driver = \"webcam\"")
                        + ("camera.device = \"" + device + "\"\n");
        sound(real + "camera.capture = \"" + fitting + "\"\n");
        assertEquals(
                List.of("camera.capture"), keys(real + "camera.capture = \"" + other + "\"\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "relay.pulse_ms, 1, 0",
        "relay.pulse_ms, 3000, 3001",
        "camera.frames_per_second, 60, 61",
        "inputs.fire_debounce_ms, 20, 19",
        "journal.bucket_s, 3600, 3601",
        "journal.records, 256, 255",
    })
    void holdsEachNumberToItsRange(String key, long inside, long outside) {
        sound(MINIMAL + key + " = " + inside + "\n");
        assertEquals(List.of(key), keys(MINIMAL + key + " = " + outside + "\n"));
    }

    @ParameterizedTest
    @CsvSource({"relay.pulse_ms, 200, 199", "journal.bucket_s, 60, 59"})
    void keepsTheBoundsThatProtectPeopleWhereARealDriverIsAskedFor(
            String key, long inside, long outside) {
        var real = MINIMAL + "inputs.rex = \"gpiochip\"\ninputs.rex_line = \"GPIO6\"\n" + CHIP;
        sound(real + key + " = " + inside + "\n");
        assertEquals(List.of(key), keys(real + key + " = " + outside + "\n"));
    }

    @Test
    void refusesEnergiseToLockWithTheReason() {
        var fault = onlyFault(MINIMAL + "relay.wiring = \"energise-to-lock\"\n");
        assertTrue(fault.expected().contains("opens the gate at a power cut"), fault.toString());
    }

    @Test
    void knowsNoOtherClock() {
        var fault = onlyFault(MINIMAL.replace("source = \"kernel\"", "source = \"ntp\""));
        assertEquals("\"kernel\" or \"simulated\"", fault.expected());
        assertEquals("\"ntp\"", fault.got());
    }

    @Test
    void refusesASimulatedClockBesideARealDriver() {
        var simulated = MINIMAL.replace("source = \"kernel\"", "source = \"simulated\"");
        assertFalse(sound(simulated).isClockOfKernel());
        var real = "inputs.rex = \"gpiochip\"\ninputs.rex_line = \"GPIO6\"\n" + CHIP;
        assertEquals(List.of("clock.source"), keys(simulated + real));
        assertTrue(sound(MINIMAL + real).isClockOfKernel());
    }

    @Test
    void saysYesOrNoOfABatteryClock() {
        assertTrue(sound(MINIMAL + "clock.tcxo = true\n").isBatteryClockCompensated());
        assertEquals(List.of("clock.tcxo"), keys(MINIMAL + "clock.tcxo = \"yes\"\n"));
    }

    @Test
    void wantsAPathForAStillOrAFolder() {
        assertEquals(List.of("camera.path"), keys(MINIMAL + "camera.source = \"still\"\n"));
        sound(MINIMAL + "camera.source = \"still\"\ncamera.path = \"a.png\"\n");
    }

    @Test
    void wantsAChipAndALineForADriverOnGpio() {
        var fire = MINIMAL + "inputs.fire = \"gpiochip\"\n";
        assertEquals(List.of("gpio.chip", "inputs.fire_line"), keys(fire));
        var wired = fire + "gpio.chip = \"pinctrl-rp1\"\ninputs.fire_line = \"GPIO5\"\n";
        var configuration = sound(wired);
        assertEquals(Driver.GPIOCHIP, configuration.driver(ConfigKey.INPUTS_FIRE));
        assertEquals(Optional.of("GPIO5"), configuration.gpioName(ConfigKey.INPUTS_FIRE_LINE));
        assertFalse(configuration.isEveryDriverSimulated());
    }

    @Test
    void saysWhichChoiceWantsTheMissingLine() {
        var lamps =
                MINIMAL.replace("display.driver = \"simulated\"", "display.driver = \"gpiochip\"");
        assertEquals(List.of("gpio.chip", "display.red_line", "display.green_line"), keys(lamps));
        assertTrue(
                onlyFault(MINIMAL + "camera.source = \"still\"\n")
                        .expected()
                        .endsWith(", because camera.source is \"still\""));
    }

    @Test
    void refusesOneLineForTwoDevices() {
        var lines = MINIMAL + "relay.line = \"GPIO17\"\ninputs.rex_line = \"GPIO17\"\n";
        assertEquals(List.of("inputs.rex_line"), keys(lines));
    }

    @Test
    void refusesAnUnlockTimeShorterThanThePulse() {
        var pulse = MINIMAL + "relay.pulse_ms = 1500\n";
        sound(pulse + "turnstile.unlock_ms = 1500\n");
        assertEquals(List.of("turnstile.unlock_ms"), keys(pulse + "turnstile.unlock_ms = 1499\n"));
    }

    @Test
    void refusesALoopbackWireToAnInputThatIsNotThere() {
        var wire = MINIMAL + "relay.loopback = \"tamper\"\n";
        assertEquals(List.of("relay.loopback"), keys(wire));
        sound(wire + "inputs.tamper = \"simulated\"\n");
    }

    @Test
    void refusesAControlDirectoryInWhichASocketsPathWouldNotFit() {
        var longest = "/" + "r".repeat(87);
        sound(MINIMAL + "control.directory = \"" + longest + "\"\n");
        assertEquals(
                List.of("control.directory"),
                keys(MINIMAL + "control.directory = \"" + longest + "r\"\n"));
    }

    @Test
    void findsAKnownKeyInTheWrongTable() {
        var fault = onlyFault(MINIMAL + "gate.pulse_ms = 500\n");
        assertEquals("a known key (did you mean relay.pulse_ms?)", fault.expected());
    }

    @Test
    void findsTheTableThatWasMeant() {
        var fault = onlyFault(MINIMAL + "[camra]\n");
        assertEquals("a known table (did you mean camera?)", fault.expected());
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        var fault = onlyFault(MINIMAL + "[elevator]\nfloor = 3\n");
        assertEquals("a known table", fault.expected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relay.pulse_ms = \"500\" | relay.pulse_ms",
                "relay.pulse_ms = 500.0 | relay.pulse_ms",
                "relay.pulse_ms = [500] | relay.pulse_ms",
                "[relay.pulse_ms] | relay.pulse_ms",
                "[[inputs]] | inputs",
                "inputs = 3 | inputs",
                "log.level = true | log.level",
                "log.level = 2026-11-21 | log.level",
                "trust.directory = \"a\\u0000b\" | trust.directory",
            })
    void refusesAValueOfAnotherType(String line, String key) {
        assertEquals(List.of(key), keys(MINIMAL + line + "\n"));
    }

    @Test
    void doesNotTakeAQuotedDotForATable() {
        var fault = onlyFault(MINIMAL + "'gate.id' = \"x\"\n");
        assertEquals("a known table", fault.expected());
    }

    @Test
    void saysWhereTheTextIsNoTomlAndStillJudgesTheRest() {
        var toml = "# one\n\n[gate]\nid = \n\n# five\n[relay]\npulse_ms = 9999\n";
        assertEquals(
                """
                /etc/gate-reader/gate.toml:4:6: toml: expected a value, got end of line
                /etc/gate-reader/gate.toml:8:1: relay.pulse_ms: \
                expected a whole number of ms, 200..3000 (from 1 where every driver is \
                simulated), got 9999\
                """,
                lines(toml));
    }

    @Test
    void saysWhereAKeyWasFirstDefined() {
        var toml = MINIMAL + "\n# a comment\n\n[log]\nlevel = \"info\"\n\nlevel = \"warn\"\n";
        var fault = onlyFault(toml);
        assertEquals(13, fault.place().line());
        assertEquals("one definition, the one of line 11", fault.expected());
    }

    @Test
    void keepsAFaultOnOneLineWhateverTheFileHolds() {
        var fault = onlyFault(MINIMAL + "log.level = \"in\\nfo\"\n");
        assertEquals("\"in\\u000Afo\"", fault.got());
        var longer = onlyFault(MINIMAL + "log.level = \"" + "x".repeat(65) + "\"\n");
        assertEquals("a text of 65 characters", longer.got());
    }

    @Test
    void refusesAFileThatIsTooLargeOrNotText(@TempDir Path directory) throws IOException {
        Path large = Files.writeString(directory.resolve("l"), "#".repeat(ConfigFile.BYTES_MAX));
        assertEquals("gate.id", ((Faulty) Configuration.read(large)).faults().getFirst().key());
        Files.writeString(large, "#".repeat(ConfigFile.BYTES_MAX + 1));
        assertEquals("file", ((Faulty) Configuration.read(large)).faults().getFirst().key());
        Path latin =
                Files.write(directory.resolve("b"), "#é".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("file", ((Faulty) Configuration.read(latin)).faults().getFirst().key());
    }

    @Test
    void refusesMoreLinesThanAConfigurationCanHave() {
        sound(MINIMAL + "# a comment\n".repeat(2 * TomlText.CONTENT_LINES_MAX));
        var faults = faults("=\n".repeat(TomlText.CONTENT_LINES_MAX + 1));
        assertEquals("at most 320 lines that are no comments", faults.getLast().expected());
    }

    @Test
    void isNotStalledByAHostileFile() {
        int half = ConfigFile.BYTES_MAX / 2;
        for (var toml :
                List.of(
                        "a=" + "[".repeat(half),
                        "a=" + "{a=".repeat(half / 3),
                        "a" + ".a".repeat(half),
                        "k" + "\n".repeat(half),
                        "k\n" + "#\n".repeat(half),
                        "=\n".repeat(half))) {
            assertTimeout(Duration.ofSeconds(20), () -> assertFalse(faults(toml).isEmpty()));
        }
    }

    private static Configuration sound(String toml) {
        var reading = Configuration.parse(FILE, toml);
        return assertInstanceOf(Sound.class, reading, reading.toString()).configuration();
    }

    private static List<ConfigFault> faults(String toml) {
        return assertInstanceOf(Faulty.class, Configuration.parse(FILE, toml)).faults();
    }

    private static ConfigFault onlyFault(String toml) {
        var faults = faults(toml);
        assertEquals(1, faults.size(), faults.toString());
        return faults.getFirst();
    }

    private static List<String> keys(String toml) {
        return faults(toml).stream().map(ConfigFault::key).toList();
    }

    private static String lines(String toml) {
        return String.join("\n", faults(toml).stream().map(ConfigFault::toString).toList());
    }
}
