package org.gatereader.tests.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatereader.tests.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What systemd itself says of our units. */
class UnitsTest {
    private static final Path UNITS = Checkout.root().resolve("systemd");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final String INSTALLED = "/usr/lib/gate-reader";

    @TempDir private Path directory;

    /** Tenths, as the option takes them; 0 is the safest that systemd can say. */
    @ParameterizedTest
    @CsvSource({"gate-reader, 18", "gate-release-relay, 7", "gate-display, 39"})
    void aServiceIsExposedNoMoreThanItMustBe(String unit, int tenthsMax) throws Exception {
        var said = analyze("security", "--offline=true", "--threshold=" + tenthsMax, unit(unit));
        assertEquals(0, said.exit(), said.lastLine());
    }

    @Test
    void systemdHasNothingToSayAgainstTheUnits() throws Exception {
        List<String> command = new ArrayList<>(List.of("verify", "--man=no"));
        for (Path unit : units()) {
            var copy = directory.resolve(unit.getFileName());
            // It looks whether the programs are there; the screen's are Debian's.
            Files.writeString(
                    copy,
                    Checkout.read(unit)
                            .replace(INSTALLED, UNITS.toString())
                            .replace("/usr/bin/cage", "/bin/true"));
            command.add(copy.toString());
        }
        assertEquals(new Said(0, ""), analyze(command.toArray(String[]::new)));
    }

    @Test
    void nothingThatTheReaderHoldsCanReachADisk() {
        var unit = Checkout.read(UNITS.resolve("gate-reader.service")).lines().toList();
        for (String line :
                List.of("LimitCORE=0", "MemorySwapMax=0", "WatchdogSignal=SIGKILL", "UMask=0077")) {
            assertTrue(unit.contains(line), line);
        }
        var launcher = Checkout.read(UNITS.resolve("bin/gate-reader"));
        for (String option :
                List.of(
                        "-XX:+DisableAttachMechanism",
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "-XX:-UsePerfData")) {
            assertTrue(launcher.contains(option), option);
        }
    }

    @Test
    void theReaderReachesLoopbackAndNothingElse() {
        var unit = Checkout.read(UNITS.resolve("gate-reader.service"));
        assertTrue(unit.contains("\nIPAddressDeny=any\nIPAddressAllow=localhost\n"));
        assertTrue(unit.contains("\nRestrictAddressFamilies=AF_UNIX AF_INET AF_INET6\n"));
    }

    /** EnrollTest shows what it is for; systemd would take it away with the rest of /run. */
    @Test
    void theLockThatKeepsAStartOutOutlivesTheService() {
        var unit = Checkout.read(UNITS.resolve("gate-reader.service"));
        assertTrue(unit.contains("\nRuntimeDirectory=gate-reader\n"));
        assertTrue(unit.contains("\nRuntimeDirectoryPreserve=yes\n"));
    }

    @Test
    void everyWayOutReleasesTheRelay() {
        var unit = Checkout.read(UNITS.resolve("gate-reader.service"));
        assertTrue(unit.contains("\nExecStopPost=" + INSTALLED + "/bin/release-relay\n"));
        var boot = Checkout.read(UNITS.resolve("gate-release-relay.service"));
        assertTrue(boot.contains("\nExecStart=" + INSTALLED + "/bin/release-relay\n"));
        assertTrue(boot.contains("\nBefore=gate-reader.service "));
        assertTrue(boot.contains("\nAfter=systemd-udev-trigger.service "));
    }

    private record Said(int exit, String text) {
        String lastLine() {
            return text.lines().toList().getLast();
        }
    }

    private static String unit(String name) {
        return UNITS.resolve(name + ".service").toString();
    }

    private static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(UNITS)) {
            return files.filter(file -> file.toString().endsWith(".service")).sorted().toList();
        }
    }

    private static Said analyze(String... arguments) throws Exception {
        assumeTrue(Files.isExecutable(ANALYZE), "this machine has no systemd-analyze");
        List<String> command = new ArrayList<>(List.of(ANALYZE.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Said(process.waitFor(), text);
    }
}
