package org.gatereader.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gatereader.demo.wallet.DemoKeys;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.TrustDirectory;
import org.gatereader.verifier.revocation.RevocationState;
import org.gatereader.verifier.trust.TrustFault;
import org.gatereader.verifier.trust.TrustReading;
import org.gatereader.verifier.trust.TrustSnapshot;
import org.gatereader.verifier.verdict.Realm;
import org.junit.jupiter.api.Test;

/** A list that serves is replaced by a newer one and by nothing else (RULES, Status lists). */
class StatusListTakeoverTest {
    private static final Instant EARLIER = World.NOON.minusSeconds(7200);
    private static final Instant LATER = World.NOON.minusSeconds(3600);
    private static final String URI = DemoSite.STATUS_URI;
    private static final int MEBI = 1 << 20;

    private final World world = new World();

    @Test
    void aNewerListReplacesTheOneThatServes() {
        var reading = read(list(LATER, StatusArray.REVOKED), held(EARLIER, StatusArray.VALID));
        assertServes(RevocationState.REVOKED, LATER, reading);
        assertFaults(reading);
    }

    @Test
    void anOlderListIsAFaultAndTheOneThatServesServesOn() {
        var reading = read(list(EARLIER, StatusArray.VALID), held(LATER, StatusArray.REVOKED));
        assertServes(RevocationState.REVOKED, LATER, reading);
        assertFaults(reading, "iat: expected one after the held list's, " + LATER);
    }

    @Test
    void theSameListAgainIsNoFault() {
        var reading = read(list(LATER, StatusArray.REVOKED), held(LATER, StatusArray.REVOKED));
        assertServes(RevocationState.REVOKED, LATER, reading);
        assertFaults(reading);
    }

    /** One of the two withdraws what the other says, and nothing tells which is the newer. */
    @Test
    void anotherListOfTheSameSecondIsAFault() {
        var reading = read(list(LATER, StatusArray.VALID), held(LATER, StatusArray.REVOKED));
        assertServes(RevocationState.REVOKED, LATER, reading);
        assertFaults(reading, "iat: expected one after the held list's, " + LATER);
    }

    @Test
    void theSameEntriesWithAnotherEndInTheSameSecondAreAFault() {
        var token = world.lists.token(URI, entries(StatusArray.REVOKED), LATER);
        var longer = token.validUntil(World.NOON.plusSeconds(86_400)).toBytes();
        var reading = read(longer, held(LATER, StatusArray.REVOKED));
        assertFaults(reading, "iat: expected one after the held list's, " + LATER);
    }

    @Test
    void aBrokenFileIsAFaultAndTheListThatServesServesOn() {
        var token = world.lists.token(URI, entries(StatusArray.VALID), LATER);
        var forged = token.signedWith(DemoKeys.named("status-stranger")).toBytes();
        var reading = read(forged, held(EARLIER, StatusArray.REVOKED));
        assertServes(RevocationState.REVOKED, EARLIER, reading);
        assertFaults(
                reading, "signature: expected one by key \"73743031\", which did not sign this");
    }

    /** Whoever removes a file means it: its credentials are refused with 405. */
    @Test
    void aFileThatIsGoneIsAListThatIsGone() {
        var directory = new TrustDirectory().issuer(world.trustEntry);
        var snapshot = snapshot(read(directory, held(EARLIER, StatusArray.VALID)));
        assertEquals(List.of(), snapshot.lists());
    }

    @Test
    void aListWaitsForTheGatesClockToReachItsOwn() {
        var ahead = World.NOON.plusSeconds(61);
        var reading = read(list(ahead, StatusArray.VALID), held(EARLIER, StatusArray.REVOKED));
        assertServes(RevocationState.REVOKED, EARLIER, reading);
    }

    /** As it is while one issuer key replaces another. */
    @Test
    void aListThatTwoEntriesShareCountsOnceAgainst64MiB() {
        var next =
                new Issuer(DemoSite.ISSUER, new byte[4], DemoKeys.named("issuer-next"), random());
        var directory =
                new TrustDirectory()
                        .issuer(roomy(world.issuer))
                        .issuer(roomy(next))
                        .statusList(URI, zeros(URI, 40));
        assertFaults(read(directory, Optional.empty()));
    }

    @Test
    void allListsTogetherHaveAtMost64MiB() {
        String second = DemoSite.STATUS_URI_PREFIX + "2";
        var directory = new TrustDirectory().issuer(roomy(world.issuer));
        directory.statusList(URI, zeros(URI, 32)).statusList(second, zeros(second, 32));
        assertFaults(read(directory, Optional.empty()));
        directory.statusList(second, zeros(second, 33));
        assertFaults(
                read(directory, Optional.empty()),
                "expected all lists together to have at most 64 MiB, decompressed");
    }

    /** Sources come in any order; several worlds make it likely that both are seen. */
    @Test
    void aListThatOneOfTwoSourcesOfAKeyTakesIsNotPutBack() {
        for (int i = 0; i < 8; i++) {
            var other = new World();
            var small = other.lists.trustEntry().put("maxEntries", 4);
            other.trustEntry.put("status", List.of(other.lists.trustEntry(), small));
            var before = new TrustDirectory().issuer(other.trustEntry);
            var after = new TrustDirectory().issuer(other.trustEntry);
            before.statusList(URI, list(EARLIER, StatusArray.VALID));
            after.statusList(URI, list(LATER, StatusArray.REVOKED));
            var held = Optional.of(snapshot(read(before, Optional.empty())));
            assertServes(RevocationState.REVOKED, LATER, read(after, held));
        }
    }

    private Optional<TrustSnapshot<Realm.Production>> held(Instant issuedAt, int value) {
        return Optional.of(snapshot(read(list(issuedAt, value), Optional.empty())));
    }

    private byte[] list(Instant issuedAt, int value) {
        return world.lists.token(URI, entries(value), issuedAt).toBytes();
    }

    private static StatusArray entries(int value) {
        return new StatusArray(DemoSite.STATUS_ENTRIES, 2).set(World.INDEX, value);
    }

    private TrustReading read(byte[] list, Optional<TrustSnapshot<Realm.Production>> held) {
        var directory = new TrustDirectory().issuer(world.trustEntry).statusList(URI, list);
        return read(directory, held);
    }

    private static TrustReading read(
            TrustDirectory directory, Optional<TrustSnapshot<Realm.Production>> held) {
        return new org.gatereader.verifier.trust.TrustDirectory(
                        World.CRYPTO, World.NOON, held.map(snapshot -> snapshot))
                .read(directory.files());
    }

    private static TrustSnapshot<Realm.Production> snapshot(TrustReading reading) {
        return ((TrustReading.Whole) reading).content().asProduction().orElseThrow();
    }

    private static void assertServes(
            RevocationState state, Instant issuedAt, TrustReading reading) {
        var list = snapshot(reading).lists().getFirst();
        assertEquals(state, list.stateAt(World.INDEX));
        assertEquals(issuedAt, list.info().issuedAt());
    }

    private static void assertFaults(TrustReading reading, String... problems) {
        var faults = ((TrustReading.Whole) reading).listFaults();
        assertEquals(List.of(problems), faults.stream().map(TrustFault::problem).toList());
    }

    /** An entry whose lists may have 2^28 entries, 64 MiB at two bits. */
    private JsonMap roomy(Issuer issuer) {
        var status = world.lists.trustEntry().put("maxEntries", 1 << 28);
        return issuer.trustEntry(world.lists).put("status", List.of(status));
    }

    private static byte[] zeros(String uri, int mebibytes) {
        byte[] zlib = new StatusArray(8L * mebibytes * MEBI, 1).compressed();
        var lists = StatusListIssuer.demo();
        return lists.token(uri, new StatusArray(64, 2), LATER).entries(2, zlib).toBytes();
    }

    private static Random random() {
        return new Random(1);
    }
}
