package org.gatereader.tests.gatectl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.PublicKeyEntry;
import org.gatereader.gatectl.repo.Publication;
import org.gatereader.gatectl.repo.RolePlan;
import org.gatereader.gatectl.repo.TufRepository;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine becomes a gate, and ceases to be one. */
class EnrollTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @TempDir Path directory;
    private Path state;
    private Path sockets;
    private Path root;

    @BeforeEach
    void publishARoot() throws Exception {
        state = Files.createDirectory(directory.resolve("state"));
        sockets = directory.resolve("run");
        KeyFile key = KeyFile.inMemory("ann");
        Map<String, List<PublicKeyEntry>> roles = new TreeMap<>();
        Map<String, Integer> thresholds = new TreeMap<>();
        for (var role :
                List.of("root", "targets", "directory", "status", "snapshot", "timestamp")) {
            roles.put(role, List.of(key.publicKey()));
            thresholds.put(role, 1);
        }
        var plan = new RolePlan(roles, thresholds, RolePlan.Laxity.LAX_THRESHOLDS);
        try (var repository = TufRepository.init(directory.resolve("repo"), plan, NOON)) {
            new Publication(repository, List.of(key), NOON).publish();
            root = repository.publicDirectory().resolve("metadata/1.root.json");
        }
    }

    @Test
    void aMachineThatWasToldTheFingerprintBelievesTheRootAndHasKeysOfItsOwn() throws Exception {
        var answer = enroll(fingerprint());
        assertEquals(0, answer.exitCode(), answer.err());
        assertTrue(answer.out().replace(" ", "").startsWith(fingerprint()), answer.out());
        assertArrayEquals(
                Files.readAllBytes(root),
                Files.readAllBytes(state.resolve("trust-state/metadata/root.json")));
        for (String file : List.of("holdings.key", "tap.key", "courier.key")) {
            assertEquals("rw-------", mode(state.resolve("keys").resolve(file)));
        }
        assertEquals("rwx------", mode(state.resolve("trust-state")));
        assertTrue(Files.readString(state.resolve("gate.json")).contains("\"gate\":\"gate-07\""));
    }

    @Test
    void theRequestsForCertificatesAreWhatAnAuthorityTakes() throws Exception {
        enroll(fingerprint());
        for (String file : List.of("tap.csr", "courier.csr")) {
            String pem = Files.readString(state.resolve("keys").resolve(file));
            var request = CertificationRequest.getInstance(der(pem));
            var information = request.getCertificationRequestInfo();
            assertEquals("CN=gate-07", information.getSubject().toString());
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key(information.getSubjectPublicKeyInfo().getEncoded()));
            signature.update(information.getEncoded());
            assertTrue(signature.verify(request.getSignature().getOctets()), file);
        }
    }

    @Test
    void anotherFingerprintChangesNothing() throws Exception {
        String right = fingerprint();
        var answer = enroll((right.startsWith("0") ? "1" : "0") + right.substring(1));
        assertEquals(1, answer.exitCode());
        assertEquals("gatectl: not enrolled: that is another fingerprint\n", answer.err());
        assertEquals(List.of(), inState());
    }

    @Test
    void theFingerprintMayBeTypedInGroupsAndCapitals() throws Exception {
        String groups =
                fingerprint().replaceAll("(.{4})", "$1 ").toUpperCase(java.util.Locale.ROOT);
        assertEquals(0, enroll(groups).exitCode());
    }

    @Test
    void aGateThatIsEnrolledHasToBeRetiredFirst() throws Exception {
        enroll(fingerprint());
        byte[] key = Files.readAllBytes(state.resolve("keys/tap.key"));
        var again = enroll(fingerprint());
        assertEquals(1, again.exitCode());
        assertTrue(again.err().contains("is enrolled already"), again.err());
        assertArrayEquals(key, Files.readAllBytes(state.resolve("keys/tap.key")));
    }

    @Test
    void aGateIsEnrolledByTheIdThatItIsConfiguredWith() throws Exception {
        Path configuration = directory.resolve("gate-reader.toml");
        String site = "[trust]\nsite = \"seoul\"\n";
        Files.writeString(configuration, site + "[gate]\n# ours\nid = \"gate-08\"\n");
        var other = enroll(fingerprint());
        assertEquals(2, other.exitCode());
        assertTrue(other.err().contains("expected --gate gate-08, as in "), other.err());
        assertEquals(List.of(), inState());
        Files.writeString(configuration, "[gate]\nid = \"gate-07\"\n" + site);
        assertEquals(0, enroll(fingerprint()).exitCode());
    }

    @Test
    void onlyRootEnrollsAndRetires() throws Exception {
        var anyone = Gatectl.ofTechnician().typing(fingerprint());
        var answer = anyone.run("enroll", "--root", root, "--gate", "gate-07", "--state", state);
        assertEquals(2, answer.exitCode());
        assertTrue(answer.err().contains("is for root alone"), answer.err());
        assertEquals(2, anyone.run("retire", "--state", state).exitCode());
        assertEquals(List.of(), inState());
    }

    @Test
    void whileTheServiceRunsNothingIsDone() throws Exception {
        try (var _ = RunningGate.start(sockets)) {
            var answer = enroll(fingerprint());
            assertEquals(1, answer.exitCode());
            assertTrue(answer.err().contains("gate-reader runs"), answer.err());
        }
        assertEquals(List.of(), inState());
        assertEquals(0, enroll(fingerprint()).exitCode());
    }

    /** A gate that was just retired would go on admitting people from what it had loaded. */
    @Test
    void whileSomebodyTypesTheServiceDoesNotStart() throws Exception {
        String typed = fingerprint();
        for (String verb : List.of("enroll", "retire")) {
            var answer =
                    run(
                            asRoot("").typing(() -> typedWhileItStarts(typed)),
                            verb.equals("enroll") ? enrollment() : List.of("retire"));
            assertEquals(0, answer.exitCode(), answer.err());
            RunningGate.start(sockets).close();
        }
    }

    private String typedWhileItStarts(String typed) {
        assertThrows(IOException.class, () -> RunningGate.start(sockets).close());
        return typed;
    }

    @Test
    void aRootThatDoesNotSignItselfIsRefusedBeforeItIsShown() throws Exception {
        String text = Files.readString(root);
        Files.writeString(root, text.replace("2031-01-01T12:00:00Z", "2039-01-01T12:00:00Z"));
        var answer = enroll(fingerprint());
        assertEquals(1, answer.exitCode());
        assertEquals("gatectl: root: ROOT_NOT_SIGNED, TUF 5.3.4\n", answer.err());
        assertEquals("", answer.out());
    }

    @Test
    void retiringWipesAllButTheJournal() throws Exception {
        enroll(fingerprint());
        Files.createDirectories(state.resolve("inbox/metadata"));
        Files.writeString(state.resolve("inbox/metadata/timestamp.json"), "{}");
        Files.writeString(state.resolve("journal"), "events");
        assertEquals(1, retire("no").exitCode());
        assertTrue(Files.exists(state.resolve("keys/tap.key")));
        assertEquals(0, retire(fingerprint()).exitCode());
        // The inbox as the package made it: those who fill it could not make another.
        assertEquals(List.of("inbox", "journal"), inState());
        try (var inside = Files.list(state.resolve("inbox"))) {
            assertEquals(List.of(), inside.toList());
        }
        assertFalse(retire(fingerprint()).err().isEmpty());
    }

    private Answer enroll(String typed) {
        return run(asRoot(typed), enrollment());
    }

    private List<Object> enrollment() {
        Path configuration = directory.resolve("gate-reader.toml");
        return List.of("enroll", "--root", root, "--gate", "gate-07", "--config", configuration);
    }

    private Answer retire(String typed) {
        return run(asRoot(typed), List.of("retire"));
    }

    private Answer run(Gatectl who, List<Object> words) {
        var place = new Object[] {"--state", state, "--sockets", sockets};
        return who.run(Desk.with(words.toArray(), place));
    }

    private static Gatectl asRoot(String typed) {
        return Gatectl.ofTechnician().as("root", "C").typing(typed).at(NOON);
    }

    private String fingerprint() throws Exception {
        var sha256 = java.security.MessageDigest.getInstance("SHA-256");
        return java.util.HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(root)));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> inState() throws IOException {
        try (var files = Files.list(state)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static PublicKey key(byte[] der) throws Exception {
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
    }

    private static byte[] der(String pem) {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(body.getBytes(UTF_8));
    }
}
