package org.gatereader.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gatereader.daemon.Devices;
import org.gatereader.daemon.GateReader;
import org.gatereader.daemon.Surroundings;
import org.gatereader.daemon.gate.GateDevices;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.GateCertificate;
import org.gatereader.hal.camera.LiveScene;
import org.gatereader.hal.camera.Picture;
import org.gatereader.hal.camera.SimulatedCamera;
import org.gatereader.hal.gpio.SimulatedIndicator;
import org.gatereader.hal.gpio.SimulatedRelay;
import org.gatereader.hal.nfc.NfcReader;
import org.gatereader.hal.nfc.PcscReader;
import org.gatereader.hal.nfc.SimulatedNfcReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files with which a gate proves itself to phones are judged before anything is opened. */
class GateProofTest {
    private final HandClock clock = new HandClock(Instant.parse("2030-01-01T00:00:00Z"));
    private @TempDir Path directory;
    private Path key = Path.of("");
    private Path certificate = Path.of("");
    private NfcReader reader = new SimulatedNfcReader("nfc");

    @BeforeEach
    void writeGoodFiles() throws Exception {
        GateCertificate.writeDemoFiles(directory, clock.time().now());
        key = directory.resolve("gate.key");
        certificate = directory.resolve("gate.cert");
    }

    @Test
    void goodFilesAreTakenAndTheKeyMayWearArmour() throws Exception {
        build();
        byte[] der = Files.readAllBytes(key);
        String pem = Base64.getMimeEncoder().encodeToString(der);
        Files.writeString(
                key, "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
        build();
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws Exception {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused("nfc.gate_key: expected a file of mode 0600, got a wider one");
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutAWordOfIt() throws Exception {
        Files.writeString(key, "hunter2");
        assertRefused("nfc.gate_key: expected an EC key as PKCS#8, in PEM or DER");
    }

    @Test
    void aKeyThatIsALinkIsRefused() throws Exception {
        Path kept = Files.move(key, directory.resolve("kept"));
        Files.createSymbolicLink(key, kept);
        assertRefused("nfc.gate_key: the file can not be read");
    }

    @Test
    void aKeyThatTheCertificateIsNotForIsRefused() throws Exception {
        Files.write(key, DemoKeys.named("stranger").toPkcs8());
        assertRefused("nfc.gate_key: expected the key that nfc.gate_certificate is for");
    }

    @Test
    void aCertificateOfAnotherGateIsRefused() throws Exception {
        var other = GateCertificate.demo(clock.time().now()).gate("seoul-main-04");
        Files.write(certificate, other.toBytes());
        assertRefused("nfc.gate_certificate: expected one for this gate, got another gate's");
    }

    @Test
    void whatIsNoCertificateIsRefused() throws Exception {
        Files.write(certificate, new byte[] {1});
        assertRefused("nfc.gate_certificate: expected a gate certificate (profile-p1-tap.md)");
    }

    @Test
    void aCertificateThatIsTooLongIsRefusedUnread() throws Exception {
        Files.write(certificate, new byte[1 << 20]);
        assertRefused("nfc.gate_certificate: expected at most 512 bytes, got more");
    }

    @Test
    void aKeyThatEverybodyHasIsRefusedBesideARealReader() {
        reader = new PcscReader("nfc", PcscReader.Choice.ONLY, clock::nanos);
        assertRefused("nfc.gate_key: everybody has this key");
    }

    private void assertRefused(String problem) {
        assertEquals(problem, assertThrows(IOException.class, this::build).getMessage());
    }

    private void build() throws IOException {
        var scene = new LiveScene(new Picture(new byte[64], 8, 8, 8));
        var devices =
                new Devices(
                        new SimulatedCamera("camera", scene, 20, clock::nanos),
                        new GateDevices(
                                new SimulatedRelay("relay", clock::nanos),
                                GateDevices.Contacts.NONE),
                        new SimulatedIndicator("indicator", clock::nanos),
                        Optional.of(reader));
        new GateReader(
                        SteppedGate.configuration(directory),
                        devices,
                        new Surroundings(clock, List.of()))
                .close();
    }
}
