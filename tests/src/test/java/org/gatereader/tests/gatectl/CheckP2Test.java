package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatereader.tests.Checkout;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gatectl check} of an SD-JWT, with the files that anyone can run. */
class CheckP2Test {
    private static final Path VECTORS = Checkout.root().resolve("tests/vectors");

    @TempDir private Path directory;

    @Test
    void printsTheChecksOfP2AndGrants() throws IOException {
        var answer = check("granted");
        assertEquals(0, answer.exitCode());
        assertEquals("GRANTED 2", answer.lines().getLast());
        assertLine(answer, "checks of P2");
        assertLine(answer, "10 passed each disclosure fits its place");
        assertLine(answer, "23 passed not used before");
        assertLine(answer, "24 not applicable the gate itself (601..604)");
        assertLine(answer, "issuers.json, entry 2 of 2");
        assertLine(answer, "key mpm-2030, ES256");
        assertLine(answer, "state VALID");
    }

    @Test
    void showsTheClaimsWithTheDisclosuresInTheirPlaces() throws IOException {
        var answer = check("granted");
        assertLine(answer, "iss \"https://mpm.go.kr\"");
        assertLine(answer, "agency \"MOIS\"");
        assertLine(answer, "pass_class 2");
        assertLine(answer, "kid \"mpm-2030\"");
        assertLine(answer, "iat 1893463200 (2030-01-01T02:00:00Z)");
        assertTrue(answer.out().lines().noneMatch(line -> line.contains("_sd ")));
    }

    @Test
    void showsWhatTheIssuerSignedWhereADisclosureDoesNotFit() throws IOException {
        var answer = check("disclosure-of-nobody");
        assertEquals("DENIED 114 DISCLOSURE_INVALID", answer.lines().getLast());
        assertLine(answer, "9 passed issuer signature");
        assertLine(answer, "10 FAILED each disclosure fits its place");
        assertTrue(answer.out().lines().anyMatch(line -> line.contains("_sd ")));
    }

    @Test
    void aProgramReadsTheSame() throws IOException {
        var answer = check("granted", "--json");
        assertTrue(answer.out().contains("\"profile\":\"P2\""));
        assertTrue(answer.out().contains("{\"name\":\"agency\",\"value\":\"MOIS\"}"));
    }

    @Test
    void takesTheChallengeAsTheDisplayShowsIt() throws IOException {
        var challenge = List.of("--nonce", "Dx4tPEtaaXiHlqW0w9Lh8A", "--gate", "seoul-main-03");
        var answer = checkBy("jwt-challenge", "challenge", challenge.toArray());
        assertEquals("GRANTED 2", answer.lines().getLast());
    }

    private Answer check(String vector, Object... more) throws IOException {
        return checkBy("jwt-issuer", vector, Desk.with(more, "--gate", "seoul-main-03"));
    }

    private Answer checkBy(String trust, String vector, Object... more) throws IOException {
        String file = Checkout.read(VECTORS.resolve("p2/" + vector + ".txt"));
        Path shown = directory.resolve("shown.txt");
        Files.writeString(shown, file.substring(file.indexOf("\n\n") + 2));
        Object[] words = {
            "check", "--trust", VECTORS.resolve("trust/" + trust), "--at", "2030-01-01T03:00:00Z"
        };
        return Gatectl.ofTechnician().run(Desk.with(Desk.with(words, more), shown));
    }

    private static void assertLine(Answer answer, String expected) {
        assertTrue(
                answer.out()
                        .lines()
                        .map(it -> it.strip().replaceAll(" +", " "))
                        .anyMatch(expected::equals),
                () -> "no line '" + expected + "' in:\n" + answer.out());
    }
}
