package org.gatereader.tests.gatectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.gatereader.verifier.trust.tuf.ClockReset;
import org.gatereader.verifier.trust.tuf.Outcome;
import org.junit.jupiter.api.Test;

/** An office at the command line: two people sign, a third publishes, a lost phone is suspended. */
class RepoTest extends RepoDesk {
    private static final String NONCE = "00112233445566778899aabbccddeeff";

    @Test
    void twoPeopleSignAndNothingIsPublishedBeforeTheSecond() {
        sign("ann", "bob");
        var early = publish();
        assertEquals(1, early.exitCode());
        assertTrue(early.err().contains("root 1: 2 of 3 signatures"), early.err());
        assertTrue(early.err().contains("targets 1: 1 of 2 signatures"), early.err());
        assertFalse(Files.exists(file("repo").resolve("public/metadata")));
        sign("cyd");
        var published = publish();
        assertEquals(0, published.exitCode(), published.err());
        assertTrue(
                published
                        .out()
                        .contains("each gate must show: " + URI + " issued 2030-01-01T12:00:01Z"),
                published.out());
        assertTrue(Files.exists(file("repo").resolve("public/metadata/1.root.json")));
    }

    @Test
    void nobodySignsWhatHeDidNotAgreeTo() {
        var answer = sign(Gatectl.ofTechnician().typing("no"), "ann");
        assertEquals(1, answer.exitCode());
        assertEquals("gatectl: not signed: expected yes, or --yes\n", answer.err());
        assertTrue(answer.out().contains("  + target issuers.json"), answer.out());
        assertEquals(0, sign(Gatectl.ofTechnician().typing("yes"), "ann").exitCode());
    }

    @Test
    void aDryRunPrintsWhatWouldChangeAndChangesNothing() throws IOException {
        openTheRepository();
        var before = publicFiles();
        var answer = change("suspend", "--dry-run", 4711, URI + "#40");
        assertEquals(
                """
                - https://st.example/1#40 VALID
                + https://st.example/1#40 SUSPENDED
                - https://st.example/1#4711 VALID
                + https://st.example/1#4711 SUSPENDED
                2 would change
                """,
                answer.out());
        assertEquals(before, publicFiles());
        assertTrue(change("suspend", "--dry-run", 4711).out().endsWith("1 would change\n"));
    }

    @Test
    void aLostPhoneIsSuspendedByItsReferenceAndRestoredWhenItIsFound() throws IOException {
        openTheRepository();
        Files.writeString(
                directory.resolve("map.csv"), "# ours\nstaff-17," + URI + ",40\nstaff-18,x,41\n");
        var suspended = change("suspend", "--references", file("map.csv"), "staff-17");
        assertEquals(0, suspended.exitCode(), suspended.err());
        assertTrue(suspended.out().contains("1 changed\neach gate must show: "), suspended.out());
        var found = change("restore", 40);
        assertTrue(found.out().contains("- " + URI + "#40 SUSPENDED\n"), found.out());
        assertEquals(0, found.exitCode(), found.err());
        var unknown = change("suspend", "--references", file("map.csv"), "staff-99");
        assertEquals(1, unknown.exitCode());
    }

    @Test
    void manyAreRevokedFromAFileAndNoneComesBack() throws IOException {
        openTheRepository();
        Files.writeString(directory.resolve("lost.csv"), "# index, when\n40,2029\n41,2030\n\n");
        var revoked = change("revoke", "--csv", file("lost.csv"));
        assertTrue(revoked.out().contains("2 changed\n"), revoked.out());
        var back = change("restore", 40);
        assertEquals(1, back.exitCode());
        assertTrue(back.err().contains("revoked is for good"), back.err());
    }

    @Test
    void withoutTheKeyOfTheListNothingIsKept() throws IOException {
        openTheRepository();
        var answer =
                run(
                        "revoke",
                        "--repo",
                        file("repo"),
                        40,
                        "--password-file",
                        file("password"),
                        "--key",
                        file("status.p12"));
        assertEquals(1, answer.exitCode());
        assertTrue(answer.err().contains("expected the key that signs this list, st01"));
        assertFalse(answer.out().contains("changed"), answer.out());
        assertTrue(change("revoke", "--dry-run", 40).out().contains("+ " + URI + "#40 REVOKED"));
    }

    @Test
    void aPolicyThatNoGateCouldReadIsNotStaged() throws IOException {
        Files.writeString(directory.resolve("policy.json"), "{\"site\": \"seoul\"}");
        var answer = run("repo", "add-target", file("repo"), "policy.json", file("policy.json"));
        assertEquals(3, answer.exitCode());
        assertTrue(answer.err().contains("policy.json:1:2: site: expected"), answer.err());
    }

    /** One list that no gate takes would keep every update from every gate. */
    @Test
    void aListOfOthersThatNoGateWouldTakeIsNotStaged() throws IOException {
        openTheRepository();
        var foreign = StatusListIssuer.demo();
        var entry = Issuer.demo(new Random(7)).trustEntry(foreign).put("kid", "6d706d32");
        Files.writeString(directory.resolve("foreign.json"), entry.toJson());
        done("repo", "add-issuer", file("repo"), file("foreign.json"));
        String name = DemoSite.statusFile(DemoSite.STATUS_URI, "cwt");
        var states = new StatusArray(1024, 1);
        var token = foreign.foreignToken(DemoSite.STATUS_URI, states, NOON);
        Files.write(
                directory.resolve("list"), token.signedWith(DemoKeys.named("stranger")).toBytes());
        var refused = run("repo", "add-target", file("repo"), name, file("list"));
        assertEquals(3, refused.exitCode());
        assertTrue(refused.err().contains("signature: expected one by key"), refused.err());
        Files.write(directory.resolve("list"), token.signedWith(foreign.key()).toBytes());
        done("repo", "add-target", file("repo"), name, file("list"));
        var older = foreign.foreignToken(DemoSite.STATUS_URI, states, NOON.minusSeconds(1));
        Files.write(directory.resolve("list"), older.toBytes());
        var stale = run("repo", "add-target", file("repo"), name, file("list"));
        assertTrue(stale.err().contains("iat: expected one after the held list's"), stale.err());
    }

    @Test
    void aWrongPasswordIsRefusedAndNeverAnArgument() throws IOException {
        Files.writeString(directory.resolve("password"), "another\n");
        var answer = publish();
        assertEquals(1, answer.exitCode());
        assertTrue(answer.err().contains("expected a PKCS#12 file, and its password"));
        var unasked = run("repo", "publish", file("repo"), "--key", file("snapshot.p12"));
        assertEquals(3, unasked.exitCode());
        assertTrue(unasked.err().contains("--password-file"), unasked.err());
    }

    @Test
    void twoPeopleOfRootLetAClockBeginAnew() throws IOException {
        openTheRepository();
        byte[] root = Files.readAllBytes(file("repo").resolve("public/metadata/1.root.json"));
        var early =
                clockReset(
                        "ann", "--gate", "g", "--nonce", NONCE, "--passed", "2031-01-01T00:00:00Z");
        assertEquals(2, early.exitCode());
        var drafted =
                clockReset(
                        "ann", "--gate", "g", "--nonce", NONCE, "--passed", "2030-01-01T00:00:00Z");
        assertTrue(drafted.out().endsWith("reset.json: 1 of 2 signatures\n"), drafted.err());
        // Whoever lists in no root can sign, and it counts for nothing.
        clockReset("st01");
        assertInstanceOf(Outcome.Refused.class, readReset(root));
        assertEquals(2, clockReset("bob", "--gate", "other").exitCode());
        assertEquals(0, clockReset("bob").exitCode());
        var reset = assertInstanceOf(Outcome.Trusted.class, readReset(root));
        assertEquals(
                new ClockReset("g", NONCE, Instant.parse("2030-01-01T00:00:00Z")), reset.value());
    }

    private Answer clockReset(String person, Object... more) {
        return run(
                Desk.with(
                        new Object[] {
                            "repo",
                            "clock-reset",
                            file("reset.json"),
                            "--yes",
                            "--key",
                            file(person + ".p12"),
                            "--password-file",
                            file("password")
                        },
                        more));
    }

    private Outcome<ClockReset> readReset(byte[] root) throws IOException {
        return ClockReset.read(Files.readAllBytes(file("reset.json")), root, new BouncyCastle());
    }

    private List<String> publicFiles() throws IOException {
        try (var all = Files.walk(file("repo"))) {
            return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        }
    }
}
