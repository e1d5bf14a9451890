package org.gatereader.tests.gatectl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.tests.gatectl.Gatectl.Answer;
import org.gatereader.verifier.crypto.BouncyCastle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A repository over the months: what is taken away, what waits, what expires, which keys change.
 */
class RepoUpkeepTest extends RepoDesk {
    private static final String LIST =
            "status/"
                    + HexFormat.of().formatHex(new BouncyCastle().sha256(URI.getBytes(UTF_8)))
                    + ".cwt";

    @BeforeEach
    void publishForASite() throws IOException {
        done("repo", "add-site", file("repo"), "seoul", file("dan.pem"), file("eve.pem"));
        Files.writeString(file("seoul.json"), DemoSite.policy().toJson());
        done("repo", "add-target", file("repo"), "site/seoul/policy.json", file("seoul.json"));
        sign("dan", "eve");
        openTheRepository();
    }

    @Test
    void anIssuerIsWithdrawnAndItsListAfterIt() throws IOException {
        stageIssuers(issuer().put("iss", "example.org").put("status", List.of()));
        sign("bob", "cyd");
        var withdrawn = publish();
        assertEquals(0, withdrawn.exitCode(), withdrawn.err());
        done("repo", "remove-target", file("repo"), LIST);
        var removed = publish();
        assertEquals(0, removed.exitCode(), removed.err());
        // Nobody signs it anew, and nobody begins it anew: who was revoked in it would be valid.
        assertFalse(removed.out().contains("each gate must show"), removed.out());
        assertEquals(1, run("repo", "remove-target", file("repo"), LIST).exitCode());
        var again =
                run(
                        "repo",
                        "add-issuer",
                        file("repo"),
                        file("issuer.json"),
                        "--list",
                        URI,
                        "--list-key",
                        file("st01.pem"));
        assertEquals(1, again.exitCode());
        assertTrue(again.err().contains(URI + ": expected another uri"), again.err());
    }

    /** The list is another key's: every gate would refuse the two together. */
    @Test
    void issuersWhomAListThatIsHereDoesNotFitAreNotStaged() throws IOException {
        var otherKey = StatusListIssuer.demo().trustEntry().put("uriPrefix", URI);
        var issuer = issuer().put("status", List.of(otherKey));
        Files.writeString(file("issuers.json"), JsonMap.toJson(List.of(issuer)));
        var refused = run("repo", "add-target", file("repo"), "issuers.json", file("issuers.json"));
        assertEquals(3, refused.exitCode());
        assertTrue(refused.err().startsWith(LIST + ": "), refused.err());
        assertTrue(refused.err().contains("repo remove-target"), refused.err());
    }

    @Test
    void whatGatesWouldRefuseTogetherIsNotPublishedAndTheHourGoesOn() throws IOException {
        byte[] before = timestamp();
        done("repo", "remove-target", file("repo"), "policy.json");
        sign("bob", "cyd");
        var held = publish();
        assertEquals(1, held.exitCode());
        assertEquals(
                "gatectl: not published: policy.json: expected this file, got none\n", held.err());
        assertFalse(Files.exists(file("repo/public/metadata/2.targets.json")));
        assertNotEquals(new String(before, UTF_8), new String(timestamp(), UTF_8));
    }

    @Test
    void aChangeThatWaitsForASecondPersonDoesNotHoldUpTheHour() throws IOException {
        Files.writeString(file("policy.json"), "{\"lanes\": [\"p1-qr\", \"p2-qr\"]}");
        done("repo", "add-target", file("repo"), "policy.json", file("policy.json"));
        sign("bob");
        var hourly = publish();
        assertEquals(0, hourly.exitCode(), hourly.err());
        assertTrue(hourly.out().contains("each gate must show: " + URI), hourly.out());
        assertTrue(hourly.out().contains("waits: targets 2: 1 of 2 signatures"), hourly.out());
        sign("cyd");
        assertFalse(publish().out().contains("waits: "));
        assertTrue(Files.exists(file("repo/public/metadata/2.targets.json")));
    }

    /** Also of a role in which there is nothing: gates judge it all the same. */
    @Test
    void aRoleThatExpiresIsNamedBeforeAndAfter() {
        pass(Duration.ofDays(22));
        assertEquals(0, publish().exitCode());
        pass(Duration.ofDays(1));
        var soon = publish();
        assertEquals(4, soon.exitCode());
        assertEquals(
                "gatectl: directory expires at 2030-01-31T12:00:00Z: repo renew, sign and publish"
                        + " it\n",
                soon.err());
        pass(Duration.ofDays(7));
        for (Answer late : List.of(publish(), change("suspend", 40))) {
            assertEquals(1, late.exitCode());
            assertTrue(late.err().contains("directory EXPIRED at 2030-01-31"), late.err());
        }
        done("repo", "renew", file("repo"), "directory");
        sign("bob", "cyd");
        var renewed = publish();
        assertEquals(0, renewed.exitCode(), renewed.err());
    }

    @Test
    void anotherKeySignsInThePlaceOfOne() {
        var staged =
                run(
                        "repo",
                        "rotate-key",
                        file("repo"),
                        "targets",
                        "--out",
                        "bob",
                        "--in",
                        file("eve.pem"));
        assertEquals(0, staged.exitCode(), staged.err());
        assertTrue(staged.out().contains("root 2, expires "), staged.out());
        assertTrue(staged.out().contains("targets 2, expires "), staged.out());
        sign("ann", "bob", "eve");
        assertTrue(publish().out().contains("waits: targets 2: 1 of 2 signatures"));
        assertTrue(Files.exists(file("repo/public/metadata/2.root.json")));
        sign("cyd");
        assertFalse(publish().out().contains("waits: "));
        assertTrue(Files.exists(file("repo/public/metadata/2.targets.json")));
    }

    @Test
    void aCopyForAStickLivesAsLongAsItWasAskedFor() throws IOException {
        var exported = export("3d");
        assertEquals(0, exported.exitCode(), exported.err());
        assertTrue(exported.out().endsWith("can be imported until 2030-01-04T12:00:00Z\n"));
        String carried = Files.readString(file("stick/metadata/timestamp.json"));
        assertTrue(carried.contains("2030-01-04T12:00:00Z"), carried);
        assertFalse(new String(timestamp(), UTF_8).contains("2030-01-04T12:00:00Z"));
        assertEquals(1, export("15d").exitCode());
        assertEquals(2, export("soon").exitCode());
    }

    private Answer export(String duration) {
        return run(
                Desk.with(
                        new Object[] {
                            "repo", "export", file("repo"), file("stick"), "--offline-for", duration
                        },
                        onlineKeys()));
    }

    @Test
    void whatNothingLeadsToIsDeletedAndTheRestStays() throws IOException {
        byte[] root = Files.readAllBytes(file("repo/public/metadata/1.root.json"));
        publish();
        var pruned = run("repo", "prune", file("repo"));
        // The first snapshot, status and list.
        assertEquals(new Answer(0, "3 files deleted\n", ""), pruned);
        assertArrayEquals(root, Files.readAllBytes(file("repo/public/metadata/1.root.json")));
        assertEquals(0, publish().exitCode());
    }

    private void stageIssuers(JsonMap... entries) throws IOException {
        Files.writeString(file("issuers.json"), JsonMap.toJson(List.of(entries)));
        done("repo", "add-target", file("repo"), "issuers.json", file("issuers.json"));
    }

    private static JsonMap issuer() {
        return Issuer.demo(new Random(7)).trustEntry(StatusListIssuer.demo());
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private byte[] timestamp() throws IOException {
        return Files.readAllBytes(file("repo/public/metadata/timestamp.json"));
    }
}
