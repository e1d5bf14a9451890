package org.gatereader.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.verifier.credential.TrustedTime;
import org.junit.jupiter.api.Test;

/**
 * Everything that a hostile repository can sign or withhold from a gate that serves. In each case
 * the last good set serves on, the reason is told once to the journal and stands in the report, and
 * the next honest update is taken.
 */
class HostileInboxTest extends ServingGate {
    @Test
    void anArbitraryListIsNotTaken() {
        repository.publish();
        repository.tamper(
                repository.locationOf(StoreSite.LIST), "an arbitrary list".getBytes(UTF_8));
        repository.target(StoreSite.LIST, site.list(StatusArray.REVOKED, LATER)).publish();
        String location = repository.locationOf(StoreSite.LIST);
        byte[] honest = repository.file(location);
        byte[] arbitrary = honest.clone();
        arbitrary[arbitrary.length - 1] ^= 1;
        repository.tamper(location, arbitrary);
        drop();
        assertRefused(573, "TARGET_HASH, TUF 5.7.3: status%2F");
        repository.tamper(location, honest);
        assertTakesTheNext();
    }

    @Test
    void aRepositoryOfSomebodyElseIsNotTaken() {
        var foreign = new StoreSite();
        foreign.publishList(StatusArray.SUSPENDED, LATER);
        foreign.writeTo(inbox);
        gate.turn();
        assertRefused(542, "TIMESTAMP_NOT_SIGNED, TUF 5.4.2: timestamp.json");
        assertTakesTheNext();
    }

    @Test
    void anOlderStateIsNotTakenBack() {
        byte[] old = repository.file("metadata/timestamp.json");
        site.publishList(StatusArray.REVOKED, LATER);
        drop();
        assertEquals(REVOKED, gate.answer());
        before = REVOKED;
        repository.tamper("metadata/timestamp.json", old);
        drop();
        assertRefused(5431, "TIMESTAMP_ROLLED_BACK, TUF 5.4.3.1: timestamp.json");
    }

    /**
     * A list that says that it is older, in a state that is newer: its own signature is no news.
     */
    @Test
    void anOlderListInANewerStateIsNotTaken() {
        site.publishList(StatusArray.REVOKED, LATER.minusSeconds(6000));
        drop();
        assertRefused(9003, "CONTENT: " + StoreSite.LIST);
        assertTakesTheNext();
    }

    /** Nothing new for as long as the timestamp lasts: what serves then ages on its own ladder. */
    @Test
    void aFreezeEndsWithTheTimestamp() {
        Duration day = Duration.ofDays(1);
        repository.role(UpdateRepository.TIMESTAMP).expires = LATER.plus(day);
        repository.publishTimestamp();
        drop();
        gate.time = StoreGate.trusted(LATER.plus(day).minusSeconds(1));
        gate.importNow();
        assertEquals("", gate.refusal());
        gate.time = StoreGate.trusted(LATER.plus(day));
        gate.importNow();
        assertRefused(544, "TIMESTAMP_EXPIRED, TUF 5.4.4: timestamp.json");
    }

    @Test
    void aVersionFarAheadIsUndoneByRotatingItsKey() {
        repository.role(UpdateRepository.TIMESTAMP).version = 1_000_000;
        repository.role(UpdateRepository.SNAPSHOT).version = 1_000_000;
        repository.publish();
        drop();
        assertEquals(1_000_001L, gate.versions().get("timestamp"));
        repository.role(UpdateRepository.TIMESTAMP).version = 7;
        repository.role(UpdateRepository.SNAPSHOT).version = 7;
        site.publishList(StatusArray.REVOKED, LATER);
        drop();
        assertRefused(5431, "TIMESTAMP_ROLLED_BACK, TUF 5.4.3.1: timestamp.json");
        repository.role(UpdateRepository.TIMESTAMP).rotate();
        repository.role(UpdateRepository.SNAPSHOT).rotate();
        repository.publishRoot().publish();
        drop();
        assertEquals(REVOKED, gate.answer());
        assertEquals(9L, gate.versions().get("timestamp"));
    }

    @Test
    void aMixOfTwoStatesIsNotTaken() {
        byte[] old = repository.file("metadata/1.snapshot.json");
        site.publishList(StatusArray.REVOKED, LATER);
        byte[] honest = repository.file("metadata/2.snapshot.json");
        repository.tamper("metadata/2.snapshot.json", old);
        drop();
        assertRefused(554, "SNAPSHOT_VERSION, TUF 5.5.4: 2.snapshot.json");
        repository.tamper("metadata/2.snapshot.json", honest);
        assertTakesTheNext();
    }

    @Test
    void endlessDataIsNotRead() {
        byte[] honest = repository.file("metadata/timestamp.json");
        repository.tamper("metadata/timestamp.json", new byte[1 << 20]);
        drop();
        assertRefused(533, "TOO_LONG, TUF 5.3.3: timestamp.json: more bytes than it may have");
        repository.tamper("metadata/timestamp.json", honest);
        assertTakesTheNext();
    }

    @Test
    void anotherSitesPolicyIsNotTaken() {
        byte[] honest = repository.file(repository.locationOf(StoreSite.POLICY));
        String other = new String(honest, UTF_8).replace("\"seoul\"", "\"busan\"");
        repository.target(StoreSite.POLICY, other.getBytes(UTF_8)).publish();
        drop();
        assertRefused(9003, "CONTENT: " + StoreSite.POLICY);
        repository.target(StoreSite.POLICY, honest);
        assertTakesTheNext();
    }

    /** The key of the status role signs issuers, too: nobody has trusted it for them. */
    @Test
    void aRoleSpeaksOnlyOfWhatItIsTrustedFor() {
        repository.role(UpdateRepository.TARGETS).targets.remove("issuers.json");
        byte[] issuers = StoreSite.json(List.of(site.issuer(true)));
        repository.role(UpdateRepository.STATUS).targets.put("issuers.json", issuers);
        repository.publish();
        drop();
        assertRefused(572, "TARGET_ABSENT, TUF 5.7.2: ");
        repository.target("issuers.json", issuers);
        assertTakesTheNext();
    }

    @Test
    void oneOfTwoPeopleIsNotEnough() {
        var policy = repository.ownerOf(StoreSite.POLICY);
        policy.keys.add(UpdateKey.generate());
        policy.threshold = 2;
        repository.publish();
        drop();
        assertRefused(563, "TARGETS_NOT_SIGNED, TUF 5.6.3: 2.site-seoul.json");
        policy.signers.add(policy.keys.getLast());
        assertTakesTheNext();
    }

    @Test
    void aRevokedKeySignsNothingMore() {
        var status = repository.role(UpdateRepository.STATUS);
        UpdateKey revoked = status.keys.getFirst();
        status.rotate();
        UpdateKey present = status.signers.set(0, revoked);
        repository.publish();
        drop();
        assertRefused(563, "TARGETS_NOT_SIGNED, TUF 5.6.3: 2.status.json");
        status.signers.set(0, present);
        assertTakesTheNext();
    }

    @Test
    void aTornFileIsNotTaken() {
        site.publishList(StatusArray.REVOKED, LATER);
        byte[] whole = repository.file("metadata/2.status.json");
        repository.tamper("metadata/2.status.json", Arrays.copyOf(whole, whole.length / 2));
        drop();
        assertRefused(4, "MALFORMED, TUF 4: 2.status.json");
        repository.tamper("metadata/2.status.json", whole);
        assertTakesTheNext();
    }

    @Test
    void aMemberThatIsThereTwiceIsNotTaken() {
        site.publishList(StatusArray.REVOKED, LATER);
        byte[] honest = repository.file("metadata/timestamp.json");
        String twice =
                new String(honest, UTF_8).replace("\"signed\":", "\"signed\":{},\"signed\":");
        repository.tamper("metadata/timestamp.json", twice.getBytes(UTF_8));
        drop();
        assertRefused(4, "MALFORMED, TUF 4: timestamp.json");
        repository.tamper("metadata/timestamp.json", honest);
        assertTakesTheNext();
    }

    /**
     * A list that is small as it comes, signed by everybody whom it needs, and inflates to 64 MiB.
     */
    @Test
    void aListThatInflatesWithoutEndIsNotTaken() {
        repository.target(StoreSite.LIST, site.bomb(LATER)).publish();
        drop();
        assertRefused(9003, "CONTENT: " + StoreSite.LIST);
        assertTakesTheNext();
    }

    @Test
    void aListThatLacksItsCanaryIsNotTaken() {
        byte[] list = site.listWithoutCanary(StatusArray.VALID, LATER.minusSeconds(1));
        repository.target(StoreSite.LIST, list).publish();
        drop();
        assertRefused(9004, "CANARY: https://st.mobileid.go.kr/1");
        assertTakesTheNext();
    }

    @Test
    void aClockThatStandsFarAheadExpiresNobodyForEver() {
        Instant wrong = Instant.parse("2099-01-01T00:00:00Z");
        site.publishList(StatusArray.REVOKED, LATER).writeTo(inbox);
        gate.time = TrustedTime.untrusted(wrong);
        gate.importNow();
        assertTrue(gate.refusal().startsWith("ROOT_EXPIRED, TUF 5.3.10: root.json"));
        assertEquals(before, gate.answer());
        assertEquals(before, restarted(wrong).answer());
        gate.time = StoreGate.trusted(LATER);
        gate.importNow();
        assertEquals(REVOKED, gate.answer());
    }

    /** A set that stood before is refused all the same: that needs no clock. */
    @Test
    void aClockThatWasSetBackTakesWhatIsNewerAndNothingElse() {
        byte[] old = repository.file("metadata/timestamp.json");
        site.publishList(StatusArray.REVOKED, LATER).writeTo(inbox);
        gate.time = TrustedTime.untrusted(Instant.EPOCH);
        gate.importNow();
        assertEquals(REVOKED, gate.answer());
        assertEquals(REVOKED, restarted(Instant.EPOCH).answer());
        before = REVOKED;
        repository.tamper("metadata/timestamp.json", old);
        drop();
        assertRefused(5431, "TIMESTAMP_ROLLED_BACK, TUF 5.4.3.1: timestamp.json");
    }

    private StoreGate restarted(Instant wrong) {
        var next = new StoreGate(disk, StoreGate.STATE, inbox);
        next.time = TrustedTime.untrusted(wrong);
        return next.turn();
    }

    @Test
    void withoutTheInboxTheGateStartsWithWhatItHolds() {
        var next = new StoreGate(disk, StoreGate.STATE, directory.resolve("absent"));
        assertEquals(before, next.turn().answer());
        assertEquals("", next.refusal());
    }

    @Test
    void aGateWithoutARootIsNotEnrolledAndTakesNothing() {
        var stranger = new StoreGate(new SimulatedDisk(), Path.of("/"), inbox).turn();
        assertEquals("nothing serves", stranger.answer());
        assertTrue(stranger.refusal().startsWith("ROOT_ABSENT, TUF 5.2: root.json"));
    }

    @Test
    void anImportTellsWhatChangedAndThenThatNothingDid() {
        site.publishList(StatusArray.REVOKED, LATER).writeTo(inbox);
        var changes = gate.importNow().changes();
        assertTrue(changes.contains("timestamp: 1 -> 2"), changes.toString());
        assertTrue(changes.stream().anyMatch(line -> line.startsWith(StoreSite.LIST + ": ")));
        assertEquals(List.of(), gate.importNow().changes());
    }
}
