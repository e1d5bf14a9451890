package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.gatereader.gatectl.pki.Certificates;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.presentation.GateCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office turns the request of a gate into the certificate that it shows to phones. */
class CertifyGateTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final String GATE = "seoul-main-03";

    @TempDir private Path directory;

    @BeforeEach
    void makeKeysAndARequest() throws IOException {
        Files.writeString(file("password"), "correct horse\n");
        Files.writeString(file("tap.csr"), Certificates.request(GATE, Certificates.newKeyPair()));
        var made = run("repo", "new-key", file("site.p12"), "--person", "site");
        assertEquals(0, made.exitCode(), made.err());
    }

    @Test
    void makesACertificateThatTheGateTakes() throws IOException {
        var answer = certify(GATE);
        assertEquals(0, answer.exitCode(), answer.err());
        assertTrue(answer.out().endsWith("gate.cert: seoul-main-03, until 2030-01-31T12:00:00Z\n"));
        var certificate =
                GateCertificate.read(Files.readAllBytes(file("gate.cert")), new BouncyCastle())
                        .orElseThrow();
        assertEquals(GATE, certificate.gate());
        assertEquals(NOON.plus(Duration.ofDays(30)), certificate.expiresAt());
    }

    @Test
    void certifiesNoGateThatDidNotAsk() throws IOException {
        assertRefused(1, "expected the tap.csr", certify("seoul-main-04"));
        var request = Files.readString(file("tap.csr"));
        var other = Certificates.request(GATE, Certificates.newKeyPair());
        // Another's signature under this one's key.
        int half = request.length() / 2;
        Files.writeString(file("tap.csr"), request.substring(0, half) + other.substring(half));
        assertRefused(1, "expected the tap.csr", certify(GATE));
        Files.writeString(file("tap.csr"), "-----BEGIN CERTIFICATE REQUEST-----\n");
        assertRefused(1, "expected the tap.csr", certify(GATE));
    }

    @Test
    void noWalletWouldTakeALongerOne() {
        assertRefused(2, "--days of 1..31", certify(GATE, "--days", 32));
        assertEquals(0, certify(GATE, "--days", 31).exitCode());
    }

    private void assertRefused(int exitCode, String problem, Answer answer) {
        assertEquals(exitCode, answer.exitCode());
        assertTrue(answer.err().contains(problem), answer.err());
        assertFalse(Files.exists(file("gate.cert")));
    }

    private Answer certify(String gate, Object... more) {
        var words =
                new Object[] {
                    "repo",
                    "certify-gate",
                    file("tap.csr"),
                    file("gate.cert"),
                    "--gate",
                    gate,
                    "--key",
                    file("site.p12")
                };
        return run(Desk.with(words, more));
    }

    private Answer run(Object... words) {
        return Gatectl.ofTechnician()
                .at(NOON)
                .run(Desk.with(words, "--password-file", file("password")));
    }

    private Path file(String name) {
        return directory.resolve(name);
    }
}
