package org.gatereader.gatectl.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatereader.gatectl.repo.RolePlan.Laxity;
import org.gatereader.verifier.trust.tuf.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people sign in the office is what the gate's own update client takes, and nothing else. */
class TufRepositoryTest {
    @TempDir Path directory;
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office(directory.resolve("repo"));
    }

    @AfterEach
    void close() throws Exception {
        office.repository.close();
    }

    @Test
    void aGateTakesWhatEnoughPeopleSigned() throws Exception {
        office.put("policy.json", "{}");
        office.put("status/00.cwt", "list");
        office.put("directory/seoul.dir", "holders");
        office.put("site/seoul/policy.json", "narrow");
        office.signAndPublish();
        assertEquals("{}", office.gate.content("policy.json"));
        assertEquals("list", office.gate.content("status/00.cwt"));
        assertEquals("holders", office.gate.content("directory/seoul.dir"));
        assertEquals("narrow", office.gate.content("site/seoul/policy.json"));
    }

    @Test
    void belowAThresholdNothingIsPublishedAndTheMissingAreNamed() throws Exception {
        office.signAndPublish();
        office.put("policy.json", "{}");
        office.sign("bob");
        String problem = refusal(office::publish);
        assertTrue(problem.contains("targets 2: 1 of 2 signatures; missing 1 of: cyd"), problem);
        assertTrue(problem.contains("dan"), problem);
        assertFalse(problem.contains("bob"), problem);
        assertTrue(office.gate.content("policy.json").contains("TARGET_ABSENT"));
        office.sign("cyd");
        office.publish();
        assertEquals("{}", office.gate.content("policy.json"));
    }

    @Test
    void whoLooksAtWhatIsStagedSeesWhoHasSignedAndWhatItWouldChange() throws Exception {
        office.signAndPublish();
        office.put("policy.json", "{}");
        office.sign("bob");
        Pending pending = pendingTargets();
        assertEquals(1, pending.missing().size());
        assertTrue(pending.missing().getFirst().startsWith("1 of 2 signatures; missing 1 of: cyd"));
        assertTrue(pending.changes().getFirst().startsWith("+ target policy.json {"));
        assertEquals(1, pending.changes().size());
        office.sign("cyd");
        assertEquals(List.of(), pendingTargets().missing());
    }

    private Pending pendingTargets() throws Exception {
        return Objects.requireNonNull(office.repository.pending().get("targets"));
    }

    @Test
    void onePersonsSignatureCountsOnceHoweverOftenItIsGiven() throws Exception {
        office.signAndPublish();
        office.put("policy.json", "{}");
        office.sign("bob", "bob");
        assertThrows(RepositoryException.class, office::publish);
    }

    @Test
    void aChangeAfterASignatureTakesItAway() throws Exception {
        office.signAndPublish();
        office.put("policy.json", "{}");
        office.sign("bob", "cyd");
        office.put("policy.json", "{\"site\": \"other\"}");
        assertThrows(RepositoryException.class, office::publish);
    }

    @Test
    void aSiteThatComesLaterIsNamedByTargetsAndSignedByItsOwnPeople() throws Exception {
        office.signAndPublish();
        var keys = List.of(office.key("fay").publicKey(), office.key("gus").publicKey());
        var plan = new RolePlan(Map.of("site-busan", keys), Map.of(), RolePlan.Laxity.NONE);
        var roles = office.repository.addSite("site-busan", plan, office.now());
        assertEquals(List.of("targets", "site-busan"), roles);
        office.put("site/busan/policy.json", "narrow");
        office.sign("bob", "cyd", "fay");
        String problem = refusal(office::publish);
        assertTrue(problem.contains("site-busan 1: 1 of 2 signatures"), problem);
        office.sign("gus");
        office.publish();
        assertEquals("narrow", office.gate.content("site/busan/policy.json"));
        for (String there : List.of("site-busan", "site-seoul", "targets")) {
            assertThrows(
                    RepositoryException.class,
                    () -> office.repository.addSite(there, plan, office.now()));
        }
    }

    @Test
    void whatIsPrunedNoGateMisses() throws Exception {
        office.put("policy.json", "{}");
        office.put("status/00.cwt", "old list");
        office.signAndPublish();
        office.gate.refresh();
        office.repository.rotate("root", "eve", office.key("gus").publicKey(), office.now());
        office.put("status/00.cwt", "list");
        office.signAndPublish();
        office.put("policy.json", "[]");
        // The first status, snapshot and list, and nothing that waits for signatures.
        assertEquals(3, office.repository.prune());
        assertEquals(0, office.repository.prune());
        assertEquals("list", office.gate.content("status/00.cwt"));
        assertEquals("{}", office.gate.content("policy.json"));
        office.sign("bob", "cyd");
        office.publish();
        assertEquals("[]", office.gate.content("policy.json"));
    }

    @Test
    void aNewKeyOfTargetsNeedsTheRootsThresholdAndTheGateFollows() throws Exception {
        office.put("policy.json", "{}");
        office.signAndPublish();
        assertEquals("{}", office.gate.content("policy.json"));
        var roles =
                office.repository.rotate(
                        "targets", "bob", office.key("gus").publicKey(), office.now());
        assertEquals(List.of("root", "targets"), roles);
        office.sign("ann", "bob", "gus", "cyd");
        office.publish();
        assertEquals("{}", office.gate.content("policy.json"));
        office.put("policy.json", "[]");
        office.sign("bob", "cyd");
        assertThrows(RepositoryException.class, office::publish);
        office.sign("gus");
        office.publish();
        assertEquals("[]", office.gate.content("policy.json"));
    }

    @Test
    void aNewRootIsSignedByTheOldThresholdAndTheNew() throws Exception {
        office.signAndPublish();
        office.repository.rotate("root", "eve", office.key("gus").publicKey(), office.now());
        office.sign("gus", "ann", "bob");
        String problem = refusal(office::publish);
        assertTrue(problem.contains("root 2: 2 of 3 signatures"), problem);
        office.sign("cyd");
        office.publish();
        assertInstanceOf(Outcome.Trusted.class, office.gate.refresh());
    }

    @Test
    void aNewKeyOfTheTimestampIsFollowedByTheNextPublication() throws Exception {
        office.signAndPublish();
        office.gate.refresh();
        KeyFile old = office.key("timestamp");
        KeyFile other = KeyFile.inMemory("timestamp-2");
        office.repository.rotate("timestamp", "timestamp", other.publicKey(), office.now());
        office.sign("ann", "bob", "cyd");
        var keys = List.of(office.key("snapshot"), other);
        assertThrows(
                RepositoryException.class,
                () ->
                        new Publication(
                                        office.repository,
                                        List.of(office.key("snapshot"), old),
                                        office.now())
                                .publish());
        new Publication(office.repository, keys, office.now()).publish();
        assertInstanceOf(Outcome.Trusted.class, office.gate.refresh());
    }

    @Test
    void whatWaitsForSignaturesDoesNotHoldUpAStatusList() throws Exception {
        office.signAndPublish();
        office.put("policy.json", "{}");
        office.put("status/00.cwt", "newer");
        office.publication().publish(List.of("status"));
        assertEquals("newer", office.gate.content("status/00.cwt"));
        assertTrue(office.gate.content("policy.json").contains("TARGET_ABSENT"));
        assertEquals(List.of("targets"), List.copyOf(office.repository.pending().keySet()));
    }

    @Test
    void whatEnoughPeopleSignedIsPublishedAndTheRestWaits() throws Exception {
        office.signAndPublish();
        office.put("policy.json", "{}");
        office.put("site/seoul/policy.json", "narrow");
        office.put("status/00.cwt", "newer");
        office.sign("bob", "eve", "flo");
        assertEquals(List.of("site-seoul", "status"), publishReady(office.publication()));
        assertEquals("narrow", office.gate.content("site/seoul/policy.json"));
        assertEquals("newer", office.gate.content("status/00.cwt"));
        assertTrue(office.gate.content("policy.json").contains("TARGET_ABSENT"));
        office.sign("cyd");
        assertEquals(List.of("targets"), publishReady(office.publication()));
        assertEquals("{}", office.gate.content("policy.json"));
    }

    /** Or the role would be signed by keys that count no more. */
    @Test
    void whoNamesAnotherKeyWaitsUntilThatKeyHasSigned() throws Exception {
        office.put("status/00.cwt", "list");
        office.signAndPublish();
        KeyFile other = office.key("status-2");
        office.repository.rotate("status", "status", other.publicKey(), office.now());
        office.sign("bob", "cyd");
        office.put("status/00.cwt", "newer");
        assertEquals(List.of("status"), publishReady(office.publication()));
        assertEquals("newer", office.gate.content("status/00.cwt"));
        office.put("status/00.cwt", "newest");
        var keys = List.of(other, office.key("snapshot"), office.key("timestamp"));
        var publication = new Publication(office.repository, keys, office.now());
        assertEquals(List.of("status", "targets"), publishReady(publication));
        assertEquals("newest", office.gate.content("status/00.cwt"));
    }

    @Test
    void aSiteThatNobodyHasNamedYetHoldsUpNobody() throws Exception {
        office.signAndPublish();
        var keys = List.of(office.key("fay").publicKey(), office.key("gus").publicKey());
        var plan = new RolePlan(Map.of("site-busan", keys), Map.of(), RolePlan.Laxity.NONE);
        office.repository.addSite("site-busan", plan, office.now());
        office.sign("fay", "gus");
        office.put("status/00.cwt", "list");
        assertEquals(List.of("status"), publishReady(office.publication()));
        office.sign("bob", "cyd");
        assertEquals(List.of("site-busan", "targets"), publishReady(office.publication()));
        assertInstanceOf(Outcome.Trusted.class, office.gate.refresh());
    }

    private static List<String> publishReady(Publication publication) throws Exception {
        List<String> ready = publication.ready();
        publication.publish(ready);
        return ready;
    }

    @Test
    void aTargetThatIsTakenAwayIsNoMore() throws Exception {
        office.put("status/00.cwt", "list");
        office.signAndPublish();
        assertEquals("status", office.repository.remove("status/00.cwt", office.now()));
        office.publish();
        assertTrue(office.gate.content("status/00.cwt").contains("TARGET_ABSENT"));
        assertThrows(
                RepositoryException.class,
                () -> office.repository.remove("status/00.cwt", office.now()));
    }

    @Test
    void aRoleIsLateInTheLastQuarterOfItsLife() throws Exception {
        office.signAndPublish();
        office.pass(Duration.ofHours(30 * 18).minusSeconds(1));
        office.put("status/00.cwt", "list");
        office.publish();
        assertEquals(Map.of(), office.repository.late(office.now()));
        office.pass(Duration.ofSeconds(1));
        var expires = Office.NOON.plus(Duration.ofDays(30));
        assertEquals(Map.of("directory", expires), office.repository.late(office.now()));
    }

    /** Where all lists are of others, an hour has nothing else to sign in status. */
    @Test
    void aLateRoleIsSignedAnewByTheKeysOfTheHourAndNoOther() throws Exception {
        office.signAndPublish();
        office.pass(Duration.ofDays(23));
        office.publication().renewLate();
        assertEquals(List.of("status"), publishReady(office.publication()));
        assertEquals(Set.of("directory"), office.repository.late(office.now()).keySet());
    }

    @Test
    void anExportCanBeImportedForItsTimeAndNotLonger() throws Exception {
        office.put("policy.json", "{}");
        office.signAndPublish();
        Path stick = directory.resolve("stick");
        office.publication().export(stick, Duration.ofDays(14));
        office.pass(Duration.ofDays(14).minusSeconds(1));
        assertEquals("{}", office.gate.content(stick, "policy.json"));
        office.pass(Duration.ofSeconds(1));
        assertTrue(office.gate.content(stick, "policy.json").contains("TIMESTAMP_EXPIRED"));
    }

    @Test
    void aGateThatTookTheStickGoesOnWithThePublicRepository() throws Exception {
        office.put("policy.json", "{}");
        office.signAndPublish();
        Path stick = directory.resolve("stick");
        office.publication().export(stick, Duration.ofDays(3));
        assertEquals("{}", office.gate.content(stick, "policy.json"));
        assertEquals("{}", office.gate.content("policy.json"));
        office.pass(Duration.ofHours(24));
        assertTrue(office.gate.content("policy.json").contains("TIMESTAMP_EXPIRED"));
        office.publish();
        assertEquals("{}", office.gate.content("policy.json"));
        assertTrue(office.gate.content(stick, "policy.json").contains("TIMESTAMP_ROLLED_BACK"));
    }

    @Test
    void anExportIsRefusedBeyondFourteenDaysAndBeyondTheLifeOfARole() throws Exception {
        office.signAndPublish();
        var tooLong = Duration.ofDays(14).plusSeconds(1);
        Path stick = directory.resolve("stick");
        assertThrows(RepositoryException.class, () -> office.publication().export(stick, tooLong));
        office.pass(Duration.ofDays(20));
        office.publish();
        String problem = refusal(() -> office.publication().export(stick, Duration.ofDays(11)));
        assertTrue(problem.startsWith("directory expires before"), problem);
    }

    @Test
    void fewerThanTheTableAsksForHasToBeWantedByName() throws Exception {
        var lower = Map.of("targets", 1);
        Path other = directory.resolve("other");
        var strict = office.plan(Laxity.NONE, lower);
        assertThrows(
                RepositoryException.class, () -> TufRepository.init(other, strict, office.now()));
        TufRepository.init(other, office.plan(Laxity.LAX_THRESHOLDS, lower), office.now()).close();
        assertTrue(Files.exists(other.resolve("staged/targets.json")));
    }

    @Test
    void aSecondRepositoryDoesNotTakeThePlaceOfTheFirst() throws Exception {
        office.repository.close();
        var plan = office.plan(Laxity.NONE, Map.of());
        Path same = directory.resolve("repo");
        assertThrows(RepositoryException.class, () -> TufRepository.init(same, plan, office.now()));
    }

    @Test
    void whoeverOpensItHasItAlone() throws Exception {
        Path same = directory.resolve("repo");
        assertThrows(RepositoryException.class, () -> TufRepository.open(same));
        office.repository.close();
        TufRepository.open(same).close();
    }

    @Test
    void aTargetCanNotBePutOutsideTheRepository() {
        for (String path : List.of("../x", "/x", "a/../x", "status/../../x", ".x", "a//b", "")) {
            assertThrows(RepositoryException.class, () -> office.put(path, "x"), path);
        }
    }

    @Test
    void everyPublishedFileHasTheExpiryOfTheRoleTable() throws Exception {
        office.signAndPublish();
        for (String role : List.of("root", "targets", "site-seoul", "timestamp")) {
            var expires = office.repository.current(role).orElseThrow().expires();
            assertEquals(Office.NOON.plus(RoleRule.of(role).lifetime()), expires, role);
        }
    }

    private static String refusal(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(RepositoryException.class, act).problem();
    }
}
